"""The settings and every entry are read; what cannot be read is told and loses nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import TODAY, checked_of, config

from doorstep.loading import context_for, load_draft, published_link, read_config
from doorstep.permalinks import Permalinks

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = """\
name: Harbour Row guide
url: https://harbour-row.example.org/guide/
centre: {lat: 53.7020, lon: -3.3000}
help_line: {name: Harbour Row forum, phone: 02079460123}
forum: {name: Harbour Row forum}
topics: [{id: food, label: Food}]
audiences: [{id: everyone, label: Everyone}]
"""
GUIDE = Permalinks.under("https://name.example.org/guide/")


def settings(folder: Path, text: str) -> Path:
    path = folder / "site.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_settings_are_read_as_forgivingly_as_an_entry(tmp_path: Path) -> None:
    made, problems = read_config(settings(tmp_path, "\ufeff" + SETTINGS.replace("\n", "\r\n")))
    assert not problems
    assert made is not None
    assert made.help_line.phone == "020 7946 0123"


def test_another_address_may_be_given_for_this_build(tmp_path: Path) -> None:
    made, _ = read_config(settings(tmp_path, SETTINGS), url="https://other.example.org/x/")
    assert made is not None
    assert made.url == "https://other.example.org/x/"


def test_every_mistake_in_the_settings_is_told_at_once(tmp_path: Path) -> None:
    wrong = SETTINGS.replace("-3.3000", "west").replace(
        "name: Harbour Row guide\n", "nmae: Guide\n"
    )
    made, problems = read_config(settings(tmp_path, wrong))
    assert made is None
    assert [(problem.file, problem.line) for problem in problems] == [
        ("site.yaml", 1),
        ("site.yaml", 3),
    ]


@pytest.mark.parametrize("text", ["", "[", "- a\n- b", "\0\0", "name: 'x"])
def test_settings_that_are_no_settings_are_explained(tmp_path: Path, text: str) -> None:
    made, problems = read_config(settings(tmp_path, text))
    assert made is None
    assert problems


def test_settings_that_are_not_there_are_missed(tmp_path: Path) -> None:
    made, problems = read_config(tmp_path / "site.yaml")
    assert made is None
    assert len(problems) == 1


def test_an_id_of_one_topic_wins_over_the_label_of_another() -> None:
    topics = [{"id": "tea", "label": "Food"}, {"id": "food", "label": "Tea"}]
    known = context_for(config(topics=topics), TODAY).vocabularies["topic"]
    assert known == {"tea": "tea", "food": "food"}


def test_one_broken_file_loses_no_other(tmp_path: Path) -> None:
    files = {f"groups/group-{number}.md": f"---\ntitle: G{number}\n---\n" for number in range(3)}
    files["groups/broken.md"] = "---\ntitle: 'x\n---\n"
    draft = checked_of(tmp_path, files).draft
    assert len(draft.entries) == 3
    assert draft.left_out == {"broken": "content/groups/broken.md"}


def test_any_number_of_workers_reads_the_same(tmp_path: Path) -> None:
    for number in range(230):
        wrong = "fee: £2\n" if number % 7 == 0 else ""
        path = tmp_path / "content" / "groups" / f"group-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: Group {number}\n{wrong}---\n*Tea*\n", encoding="utf-8")
    alone, problems = load_draft(config(), tmp_path / "content", TODAY, jobs=1)
    together, same_problems = load_draft(config(), tmp_path / "content", TODAY, jobs=2)
    assert [one.slug for one in alone.entries] == [one.slug for one in together.entries]
    assert (alone.bodies, alone.left_out) == (together.bodies, together.left_out)
    assert (len(problems), problems) == (33, same_problems)


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("/groups/tea/", "/guide/groups/tea/"),
        ("/groups/tea", "/guide/groups/tea/"),
        ("/groups/tea#when", "/guide/groups/tea/#when"),
        ("/pages/stay-safe/", "/guide/about/stay-safe/"),
        ("/pages/about/", "/guide/about/"),
        ("/", "/guide/"),
        ("/feed.xml", "/guide/feed.xml"),
        ("https://example.org/groups/tea", "https://example.org/groups/tea"),
        ("//example.org", "//example.org"),
        ("#when", "#when"),
        ("tel:999", "tel:999"),
    ],
)
def test_a_link_within_the_guide_stands_under_its_own_root(written: str, published: str) -> None:
    assert published_link(GUIDE, written) == published
