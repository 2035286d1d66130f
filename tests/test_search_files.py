"""The two files that search reads: small, the same each time, and nothing of a safe space."""

from __future__ import annotations

import gzip
import json
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import pytest
from builders import TODAY, guide_of
from built_site import LAYOUTS
from hypothesis import given
from hypothesis import strategies as st
from made_up_entries import CONTENT, made_up_files, made_up_settings
from shipped import needs_the_example
from test_real_data import LISTS, TESTS, context, map_file
from test_search_rows import SAFE, group

from doorstep.checking import check_site
from doorstep.importers.run import Format, ImportJob, run_import
from doorstep.layouts import environment
from doorstep.loading import read_config
from doorstep.outputs import Press
from doorstep.outputs.renderers import SEARCH
from doorstep.search.bodies import bodies_text
from doorstep.search.folding import folded_words
from doorstep.search.stop_words import STOP_WORDS
from doorstep.site import guide_of as guide_from
from doorstep.views.search_rows import further_words, search_index, searched

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from doorstep.guide import Guide

KB = 1000


def files_of(guide: Guide) -> dict[str, bytes]:
    """Return the files of search, by where they are published."""
    press = Press(guide, environment(LAYOUTS))
    drawn = (each.draw(press, item) for each in SEARCH for item in each.items(guide))
    return {output.path: output.content for outputs in drawn for output in outputs}


def index_of(guide: Guide) -> dict[str, Any]:
    index: dict[str, Any] = json.loads(files_of(guide)["search/index.json"])
    return index


def unpacked(text: str, rows: int) -> list[set[str]]:
    """Return the words of each row, as the browser reads them."""
    packed = json.loads(text)
    found: list[set[str]] = [set() for _ in range(rows)]
    pairs = zip(packed["words"].split(" "), packed["rows"].split(" "), strict=True)
    for word, steps in pairs:
        for row in accumulate(map(int, steps.split(","))) if steps else ():
            found[row].add(word)
    return found


def sizes(guide: Guide) -> tuple[int, int]:
    """Return how much of the two files goes over the wire, in bytes."""
    files = files_of(guide)
    paths = ("search/index.json", "search/bodies.json")
    first, second = (len(gzip.compress(files[path], 6)) for path in paths)
    return first, second


def made_up(folder: Path, entries: int) -> Guide:
    """Return a guide of so many entries, with the synonyms of the example guide."""
    files = made_up_files(entries)
    files["synonyms.yaml"] = (CONTENT / "synonyms.yaml").read_text("utf-8")
    return guide_of(folder, files, **made_up_settings())


def test_the_index_says_in_one_row_what_an_entry_is_found_by(tmp_path: Path) -> None:
    facts = "number: 127\nsummary: Games for you.\ncost: Free\nwhen: Every Monday, 10am"
    files = {
        "groups/tea-and-talk.md": group(f"{facts}\nwhere: {{name: The kiosk}}"),
        "synonyms.yaml": "means:\n  brew: tea\nsame:\n  - cup, mug\n",
    }
    assert index_of(guide_of(tmp_path, files)) == {
        "today": "2026-11-22",
        "kinds": [["groups/", "Groups", "groups group"]],
        "facets": [["free", "Free", "free"]],
        "places": ["the kiosk"],
        "stale": 1,
        "gone": [],
        "synonyms": [["tea", "brew"], ["mug", "cup"], ["cup", "mug"]],
        "entries": [[0, "", 127, "tea and talk", "games", 1, [0], 1 << 1 | 1 << 8 | 1 << 15]],
    }


def test_what_is_empty_at_the_end_of_a_row_is_left_off(tmp_path: Path) -> None:
    files = {"groups/tea-and-talk.md": group("number: 127"), "groups/none.md": group("title: ☕")}
    assert index_of(guide_of(tmp_path, files))["entries"] == [
        [0, "", 127, "tea and talk"],
        [0, "none", 0, ""],
    ]


def test_a_guide_without_entries_has_both_files(tmp_path: Path) -> None:
    (tmp_path / "content" / "groups").mkdir(parents=True)
    files = files_of(guide_of(tmp_path, {}))
    assert json.loads(files["search/index.json"])["entries"] == []
    assert json.loads(files["search/bodies.json"]) == {"words": "", "rows": ""}


def test_not_a_word_of_a_safe_space_is_in_either_file_but_its_title(tmp_path: Path) -> None:
    files = files_of(guide_of(tmp_path, {"groups/quiet.md": SAFE, "groups/tea.md": group("")}))
    both = "".join(content.decode() for content in files.values()).casefold()
    assert "a quiet hour" in both
    for secret in ("canar", "900666", "666", "company", "older", "everyone", "monday", "free"):
        assert secret not in both


def test_a_safe_space_that_ended_is_a_number_alone(tmp_path: Path) -> None:
    ended = SAFE.replace("sensitive: yes", "sensitive: yes\n    status: closed")
    files = files_of(guide_of(tmp_path, {"groups/a-quiet-hour.md": ended}))
    both = "".join(content.decode() for content in files.values())
    assert json.loads(files["search/index.json"])["gone"] == [40]
    assert "quiet" not in both


def test_a_story_that_was_taken_down_leaves_no_word(tmp_path: Path) -> None:
    facts = "title: Boats and Birgit\nconsent: {on: 2026-01-01, kept_by: Pat}\nstatus: closed"
    files = files_of(guide_of(tmp_path, {"stories/boats.md": f"---\n{facts}\n---\nBirgit sailed."}))
    assert "birgit" not in "".join(content.decode() for content in files.values()).casefold()


def test_both_files_are_the_same_each_time(tmp_path: Path) -> None:
    one, other = (made_up(tmp_path, 40) for _ in range(2))
    assert files_of(one) == files_of(other)


def test_words_are_written_as_they_are(tmp_path: Path) -> None:
    files = files_of(guide_of(tmp_path, {"groups/tea.md": group("title: ખોરાક", "مسجد")}))
    assert "ખોરાક" in files["search/index.json"].decode()
    assert "مسجد" in files["search/bodies.json"].decode()


@given(st.lists(st.sets(st.text("abcdeઅમسж1", min_size=1, max_size=4))))
def test_the_words_of_bodies_are_unpacked_as_they_were(words_by_row: list[set[str]]) -> None:
    assert unpacked(bodies_text(words_by_row), len(words_by_row)) == words_by_row


def test_every_word_of_a_page_is_in_one_file_or_the_other(tmp_path: Path) -> None:
    guide = made_up(tmp_path, 40)
    index = search_index(guide)
    further = unpacked(bodies_text(further_words(guide, index)), len(index.rows))
    for entry, row, more in zip(searched(guide), index.rows, further, strict=True):
        known = index.words_of(row) | more
        assert not index.words_of(row) & more
        texts = (entry.title, entry.contact.name)
        assert {word for text in texts for word in folded_words(text)} <= known


def test_at_300_entries_the_files_are_small(tmp_path: Path) -> None:
    first, second = sizes(made_up(tmp_path, 300))
    assert first <= 20 * KB
    assert second <= 60 * KB


@pytest.mark.whole
def test_at_2000_entries_the_files_are_small(tmp_path: Path) -> None:
    first, second = sizes(made_up(tmp_path, 2000))
    assert first <= 120 * KB
    assert second <= 400 * KB


SOME_LISTS = (
    "Parks and gardens",
    "Community centres",
    "Day services and lunch clubs",
    "Library locations and opening hours",
)
"""About 300 entries of a real city."""


@pytest.mark.whole
@pytest.mark.skipif(not LISTS.is_dir(), reason="the city's lists are not beside the project")
def test_a_citys_own_lists_keep_the_files_as_small(tmp_path: Path) -> None:
    known, content = context(), tmp_path / "content"
    for name in SOME_LISTS:
        file, fields = LISTS / f"{name}.csv", map_file(name)
        run_import(
            ImportJob(format=Format.CSV, file=file, map_file=fields, into=content, context=known)
        )
    guide = whole_guide(TESTS / "sites" / "edinburgh" / "site.yaml", content, known.today)
    assert len(searched(guide)) > 300
    first, second = sizes(guide)
    assert first <= 20 * KB
    assert second <= 60 * KB


def whole_guide(settings: Path, content: Path, today: date) -> Guide:
    """Return the guide of this folder as it stands on a day."""
    config, _ = read_config(settings)
    assert config
    return guide_from(check_site(config, content, today, jobs=1), today, assets={}, sizes={})


@needs_the_example
def test_the_example_guides_synonyms_all_lead_to_something() -> None:
    example = whole_guide(CONTENT.parent / "site.yaml", CONTENT, TODAY)
    index = search_index(example)
    further = unpacked(bodies_text(further_words(example, index)), len(index.rows))
    has = [index.words_of(row) | more for row, more in zip(index.rows, further, strict=True)]
    both_ways = {pair for pair in index.synonyms if pair[::-1] in index.synonyms}
    wanted = {sought for typed, sought in index.synonyms if (typed, sought) not in both_ways}
    assert wanted
    assert sorted(one for one in wanted if not any(_has(words, one) for words in has)) == []


def _has(words: Iterable[str], sought: str) -> bool:
    return {word for word in sought.split() if word not in STOP_WORDS} <= set(words)
