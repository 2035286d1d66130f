"""A guide of one's own takes the place of the example whole, or not at all."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import cmarkgfm
import pytest
from builders import TODAY
from hypothesis import given
from hypothesis import strategies as st
from shipped import HERE, needs_the_example
from test_messages import put_off_by
from test_new_guide_answers import TYPED, answers

from doorstep.checking import Checked, check_site
from doorstep.fields import text_of
from doorstep.loading import read_config
from doorstep.markdown import render
from doorstep.new_guide import starting
from doorstep.new_guide.starter_guide import STARTER, as_it_is, content_files, settings_text
from doorstep.new_guide.starting import (
    NotStarted,
    Started,
    refuse_what_is_nobodys_example,
    start_guide,
)
from doorstep.new_guide.telling import as_markdown, as_text, refused_as_markdown
from doorstep.new_guide.whereabouts import map_of

if TYPE_CHECKING:
    from doorstep.config import SiteConfig
    from doorstep.new_guide.answers import Answers

EXAMPLE = """\
name: Harbour Row guide
url: https://harbour-row.example.org/
centre: {lat: 53.7, lon: -3.3}
example: true
help_line: {name: Harbour Row forum, phone: 020 7946 0123}
forum: {name: Harbour Row forum}
topics: [{id: food, label: Food}]
audiences: [{id: everyone, label: Everyone}]
"""
REST = {"README.md": "The engine's own.", "doorstep/site.py": "code", "photos.txt": "not ours"}
INVENTED = re.compile(r"Harbour Row|020 7946|example\.org|Tollgate|Amina|Rope Walk", re.IGNORECASE)
HOSTILE = [
    "$(touch /tmp/x) `id` ; rm -rf ~ | cat & ${HOME} ${{ github.token }}",
    "a: b # c - d {e: f} [g] *h &i !j %k @l `m",
    "'single' \"double\" “curly” it's",
    "---",
    "yes",
    "null",
    "01632",
    "[link](https://www.example.net) ![x](y) <b>bold</b> **x** _y_ # z",
    "@everyone @somebody #12 www.example.net https://example.net",
    "../../etc/passwd",
    "$guide $$ ${forum} $people",
    "\u202eright to left\u200b\x00\x1b[31m",
    "two\nlines: and\n---\nmore",
    "મહોલ્લો محلہ 社区 🏡",
    "\\ backslash \\n \\* at the end \\",
    "&amp; &lt;script&gt; &copy",
    "1. first",
    "|a|b|",
]


def the_example(folder: Path) -> Path:
    """Write an example guide, and what an engine has beside it."""
    files = REST | {"site.yaml": EXAMPLE, "content/groups/tea.md": "---\ntitle: Tea\n---\n"}
    for name, text in (files | {"content/photos/tea.jpg": "picture"}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def files_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def started(folder: Path, of: Answers) -> Started:
    return start_guide(of, folder / "site.yaml", folder / "content", TODAY)


def checked(folder: Path) -> tuple[SiteConfig, Checked]:
    config, problems = read_config(folder / "site.yaml")
    assert config is not None, problems
    assert problems == []
    return config, check_site(config, folder / "content", TODAY, jobs=1)


def settings_of(folder: Path, of: Answers) -> SiteConfig:
    """Return what the engine reads of the settings that are made of these answers."""
    path = folder / "site.yaml"
    path.write_text(settings_text(of), encoding="utf-8")
    config, problems = read_config(path)
    assert config is not None, problems
    assert problems == []
    return config


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("settings")


def test_a_new_guide_has_nothing_to_mend(tmp_path: Path) -> None:
    started(the_example(tmp_path), answers())
    config, guide = checked(tmp_path)
    assert not config.example
    assert guide.problems == ()
    assert {entry.kind.value for entry in guide.entries} == {"page"}


def test_a_new_guide_has_every_page_that_a_guide_needs(tmp_path: Path) -> None:
    started(the_example(tmp_path), answers())
    pages = {path.stem for path in (tmp_path / "content" / "pages").iterdir()}
    assert pages == {
        *("about", "accessibility", "forum", "how-we-check", "privacy"),
        *("share-this-guide", "start-a-group", "stay-safe"),
    }


def test_nothing_of_the_example_is_left(tmp_path: Path) -> None:
    before = files_of(the_example(tmp_path))
    done = started(tmp_path, answers())
    after = files_of(tmp_path)
    assert done.cleared == sum(name.startswith("content/") for name in before)
    assert set(done.written) | set(REST) == set(after)
    ours = {name: after[name] for name in done.written}
    assert {name for name, text in ours.items() if INVENTED.search(text)} == set()


def test_nothing_but_the_entries_and_the_settings_changes(tmp_path: Path) -> None:
    started(the_example(tmp_path), answers())
    after = files_of(tmp_path)
    assert {name: after[name] for name in REST} == REST


def test_what_every_guide_needs_is_in_the_settings(folder: Path) -> None:
    config = settings_of(folder, answers())
    assert [line.phone or line.text for line in config.emergency] == [
        *("999", "111", "116 123", "85258", "0808 2000 247"),
    ]
    assert [area.label for area in config.areas] == ["Elm Park"]
    assert [(one.name, one.position) for one in config.landmarks] == [
        ("the middle of Elm Park", config.centre.position)
    ]
    assert (config.boundary, config.terms, config.calendars) == ((), (), ())


@needs_the_example
def test_topics_and_audiences_are_those_of_the_example(folder: Path) -> None:
    config, example = settings_of(folder, answers()), read_config(HERE / "site.yaml")[0]
    assert example is not None
    assert (config.topics, config.audiences) == (example.topics, example.audiences)
    assert (config.emergency, config.freshness) == (example.emergency, example.freshness)


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


@given(WORDS)
def test_whatever_a_guide_is_called_is_read_back_as_it_was_written(folder: Path, name: str) -> None:
    try:
        of = answers(name=name)
    except ValueError:
        assert not text_of(name)
        return
    assert settings_of(folder, of).name == text_of(name)


@given(st.sampled_from(HOSTILE), st.sampled_from(HOSTILE))
def test_answers_that_look_like_something_else_stay_words(
    folder: Path, name: str, people: str
) -> None:
    name = text_of(name)[:65].strip()
    people = text_of(people).strip(" ,;:–—-")
    config = settings_of(folder, answers(name=name, kept_by=f"Forum: {people}"))
    assert (config.name, config.forum.name, config.forum.people) == (name, "Forum", people)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_a_guide_of_odd_answers_is_whole_and_stays_in_its_place(tmp_path: Path, words: str) -> None:
    folder = the_example(tmp_path / "guide")
    fits = text_of(words)[:60].strip()
    of = answers(name=fits, kept_by=f"x {fits}: {words}", help_line=f"x {fits}, 01632 960 123")
    started(folder, of)
    assert checked(folder)[1].problems == ()
    after = files_of(tmp_path)
    assert {name.partition("/")[2] for name in after} - set(REST) - {"site.yaml"} == {
        f"content/{name}" for name, _ in content_files(of)
    }


@given(WORDS | st.sampled_from(HOSTILE))
def test_words_in_a_page_are_shown_as_they_were_written(words: str) -> None:
    words = text_of(words)
    shown = re.sub(r"<[^>]+>", "", render(f"Kept by {as_it_is(words)}, and us").html)
    assert html.unescape(shown) == f"Kept by {words}, and us"


def test_ordinary_names_have_no_signs_put_before_them() -> None:
    for name in ("St Anne's & Elm Park (north)", "Sam, Priya and Leon", "Elm Park guide"):
        assert as_it_is(name).replace("\\", "") == name
    assert as_it_is("Sam, Priya and Leon (Elm-Park)") == "Sam, Priya and Leon (Elm-Park)"


def test_a_guide_of_ones_own_is_not_cleared(tmp_path: Path) -> None:
    started(the_example(tmp_path), answers())
    with pytest.raises(NotStarted, match="not the example"):
        refuse_what_is_nobodys_example(tmp_path / "site.yaml", tmp_path / "content")


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
    subprocess.run(["git", "-C", folder, *who, *words], check=True, capture_output=True)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """An example whose history has all of it."""
    folder = the_example(tmp_path / "guide")
    git(folder, "init")
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "All")
    return folder


def test_an_example_that_its_history_has_is_cleared(kept: Path) -> None:
    refuse_what_is_nobodys_example(kept / "site.yaml", kept / "content")


@pytest.mark.parametrize("name", ["content/groups/chess.md", "content/groups/tea.md", "site.yaml"])
def test_what_was_written_and_is_nowhere_else_is_not_cleared(kept: Path, name: str) -> None:
    with (kept / name).open("a", encoding="utf-8") as file:
        file.write("\n# mine\n")
    with pytest.raises(NotStarted, match=re.escape(name)) as reason:
        refuse_what_is_nobodys_example(kept / "site.yaml", kept / "content")
    assert put_off_by(str(reason.value)) == []


def test_what_changed_elsewhere_is_no_reason_to_stop(kept: Path) -> None:
    (kept / "README.md").write_text("Changed.", encoding="utf-8")
    refuse_what_is_nobodys_example(kept / "site.yaml", kept / "content")


def test_a_guide_that_would_not_be_right_leaves_the_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_of(the_example(tmp_path))
    odd = [("pages/about.md", "---\nnumber: 101\n---\nNo title.\n")]
    monkeypatch.setattr(starting, "content_files", lambda _: iter(odd))
    with pytest.raises(NotStarted, match="Nothing has changed"):
        started(tmp_path, answers())
    assert files_of(tmp_path) == before


@pytest.mark.parametrize("step", ["_make", "_refuse_with", "_put_in_place"])
def test_stopped_on_the_way_the_example_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before = files_of(the_example(tmp_path))

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(starting, step, stop)
    with pytest.raises(KeyboardInterrupt):
        started(tmp_path, answers())
    assert files_of(tmp_path) == before


def test_killed_between_entries_and_settings_the_same_command_begins_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    the_example(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", stop)
        with pytest.raises(KeyboardInterrupt):
            started(tmp_path, answers())
    refuse_what_is_nobodys_example(tmp_path / "site.yaml", tmp_path / "content")
    started(tmp_path, answers())
    assert checked(tmp_path)[1].problems == ()


def test_what_a_killed_run_left_behind_is_cleared(tmp_path: Path) -> None:
    the_example(tmp_path)
    (tmp_path / starting.WORKING / "content").mkdir(parents=True)
    started(tmp_path, answers())
    assert not (tmp_path / starting.WORKING).exists()


def test_where_folders_cannot_change_places_they_are_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "exchange", lambda *_: False)
    started(the_example(tmp_path), answers())
    assert checked(tmp_path)[1].problems == ()


def test_a_guide_without_entries_can_be_started_as_well(tmp_path: Path) -> None:
    shutil.rmtree(the_example(tmp_path) / "content")
    assert started(tmp_path, answers()).cleared == 0


def test_no_page_of_the_starter_names_anybody_or_any_number_but_national_lines() -> None:
    text = "".join(path.read_text("utf-8") for path in STARTER.rglob("*.*"))
    numbers = set(re.findall(r"\b(?:0[0-9]{2,4} ?[0-9]{3,4} ?[0-9]{3,4}|116 123|85258)\b", text))
    assert numbers == {"0808 2000 247", "116 123", "85258"}
    assert INVENTED.findall(text) == []


def test_what_was_done_is_said_with_what_to_do_next() -> None:
    said = as_text(answers(), Started(189, ("content/pages/about.md", "site.yaml")))
    assert "189 files of content/ were taken away" in said
    assert "Help line: Elm Park forum, phone 01632 960 123" in said
    assert "Next:\n1. Read the pages" in said
    assert put_off_by(said) == []


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_no_answer_is_live_in_the_summary_of_a_run(words: str) -> None:
    of = answers(name=text_of(words)[:65].strip(), kept_by=f"Forum: {words}")
    shown = cmarkgfm.github_flavored_markdown_to_html(as_markdown(of, Started(1, ())))
    tags = set(re.findall(r"<(\w+)", shown))
    assert tags <= {"h2", "h3", "p", "a", "table", "thead", "tbody", "tr", "th", "td", "ol", "li"}
    assert re.findall(r'href="([^"]+)"', shown) == [
        "https://elm-park.github.io/guide/",
        html.escape(map_of(of.centre)),
    ]


def test_a_refused_answer_is_shown_with_what_to_write() -> None:
    said = refused_as_markdown({"Name": "The guide has no name yet. Write one."})
    assert said.startswith("## Nothing has changed\n\n1 answer needs another word.")
    assert "- **Name**: The guide has no name yet. Write one." in said


def test_five_answers_are_all_that_is_asked() -> None:
    assert len(TYPED) == 5
