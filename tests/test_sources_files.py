"""The content folder -> entry files, and what is said about everything else in it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from doorstep.kinds import Kind
from doorstep.problems import Level
from doorstep.sources import find_files, read_file
from doorstep.sources.folders import slugified

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = "---\ntitle: Tea\n---\n"


@pytest.fixture
def content(tmp_path):
    (tmp_path / "content" / "groups").mkdir(parents=True)
    return tmp_path / "content"


def put(content: Path, *files: str) -> None:
    for file in files:
        path = content / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(ENTRY)


def told(content: Path) -> list[tuple[str, Level, str]]:
    return [(problem.file, problem.level, problem.rule) for problem in find_files(content)[1]]


def test_every_entry_is_found_with_its_kind_in_the_order_of_names(content):
    put(content, "places/hall.yaml", "groups/tea.md", "green-spaces/park.yml", "groups/choir.md")
    found, problems = find_files(content)
    assert not problems
    assert [(each.file, each.kind) for each in found] == [
        ("content/green-spaces/park.yml", Kind.GREEN_SPACE),
        ("content/groups/choir.md", Kind.GROUP),
        ("content/groups/tea.md", Kind.GROUP),
        ("content/places/hall.yaml", Kind.PLACE),
    ]


def test_what_is_not_for_reading_is_passed_over(content):
    put(content, "synonyms.yaml", "README.md", "photos/tea.jpg", "map/area.json", "calendars/x.ics")
    put(content, "groups/.hidden.md", "groups/tea.md~", "groups/Thumbs.db")
    assert find_files(content) == ([], [])


def test_a_missing_content_folder_is_said(tmp_path):
    found, problems = find_files(tmp_path / "content")
    assert not found
    assert [(problem.file, problem.rule) for problem in problems] == [("content", "no-content")]


def test_an_unknown_folder_is_told_the_nearest_right_one(content):
    put(content, "group/tea.md")
    (problem,) = find_files(content)[1]
    assert (problem.file, problem.level) == ("content/group", Level.WARNING)
    assert problem.fix == "Did you mean “groups”?"


@pytest.mark.parametrize(
    ("file", "rule"),
    [
        ("tea.md", "folder-known"),
        ("groups/tea.txt", "file-kind"),
        ("groups/tea.docx", "file-kind"),
        ("groups/tea.jpg", "file-kind"),
        ("groups/tea.markdown", "file-kind"),
    ],
)
def test_files_that_look_like_entries_are_warned_of(content, file, rule):
    put(content, file)
    assert told(content) == [(f"content/{file}", Level.WARNING, rule)]


def test_a_folder_in_a_folder_is_warned_of(content):
    (content / "groups" / "old").mkdir()
    assert told(content) == [("content/groups/old", Level.WARNING, "folder-known")]


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Tea.md", "tea.md"),
        ("tea.MD", "tea.md"),
        ("St Anne's Café.yaml", "st-annes-cafe.yaml"),
        ("tea_and_talk.md", "tea-and-talk.md"),
        ("tea--talk-.md", "tea-talk.md"),
        ("tea.gu.md", "tea-gu.md"),
        (f"{'x' * 90}.md", f"{'x' * 80}.md"),
        ("con.md", "con-group.md"),
        ("ચા.md", "tea-and-talk.md"),
    ],
)
def test_a_name_that_cannot_be_an_address_is_told_a_better_one(content, name, better):
    put(content, f"groups/{name}")
    found, (problem,) = find_files(content)
    assert not found
    assert (problem.rule, problem.level) == ("file-name", Level.ERROR)
    assert problem.fix.endswith(f"{better}.")


def test_a_better_name_that_is_taken_is_not_offered(content):
    put(content, "groups/tea.md", "groups/Tea time.md", "groups/tea-time.md")
    (problem,) = find_files(content)[1]
    assert problem.fix == "There is already a file called tea-time.md: keep one of the two."


def test_of_two_files_with_one_name_the_second_is_refused(content):
    put(content, "groups/tea.md", "groups/tea.yaml", "places/tea.md")
    found, problems = find_files(content)
    assert [each.file for each in found] == ["content/groups/tea.md", "content/places/tea.md"]
    assert [(problem.file, problem.rule) for problem in problems] == [
        ("content/groups/tea.yaml", "file-name")
    ]


def test_a_name_with_letters_that_cannot_be_shown_is_refused_and_shown_without(content):
    put(content, "groups/tea\ntime.md")
    assert told(content) == [("content/groups/tea\ufffdtime.md", Level.ERROR, "file-name")]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes names of any bytes")
def test_a_name_that_is_not_text_is_refused(content):
    path = os.fsencode(content / "groups") + b"/\xff.md"
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY))
    assert told(content) == [("content/groups/\ufffd.md", Level.ERROR, "file-name")]


def test_links_and_pipes_are_never_opened(content):
    put(content, "groups/tea.md")
    (content / "groups" / "link.md").symlink_to("tea.md")
    (content / "places").symlink_to("groups")
    os.mkfifo(content / "groups" / "pipe.md")
    assert told(content) == [
        ("content/groups/link.md", Level.ERROR, "file-ordinary"),
        ("content/groups/pipe.md", Level.ERROR, "file-ordinary"),
        ("content/places", Level.ERROR, "file-ordinary"),
    ]


def test_a_pipe_in_the_place_of_a_file_does_not_make_reading_wait(tmp_path):
    os.mkfifo(tmp_path / "tea.md")
    reading = read_file(tmp_path / "tea.md", "content/groups/tea.md", Kind.GROUP)
    assert [problem.rule for problem in reading.problems] == ["file-ordinary"]


def test_a_file_that_has_gone_is_a_problem(tmp_path):
    reading = read_file(tmp_path / "tea.md", "content/groups/tea.md", Kind.GROUP)
    assert [(p.file, p.rule) for p in reading.problems] == [
        ("content/groups/tea.md", "file-readable")
    ]


def test_a_file_is_read_from_disk(tmp_path):
    (tmp_path / "tea.md").write_text(ENTRY)
    reading = read_file(tmp_path / "tea.md", "content/groups/tea.md", Kind.GROUP)
    assert [source.front_matter for source in reading.sources] == [{"title": "Tea"}]


def test_of_an_endless_file_only_the_start_is_read(tmp_path):
    with (tmp_path / "tea.md").open("wb") as endless:
        endless.truncate(1 << 40)
    reading = read_file(tmp_path / "tea.md", "content/groups/tea.md", Kind.GROUP)
    assert [problem.rule for problem in reading.problems] == ["entry-size"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("St Anne’s Hall", "st-annes-hall"),
        ("Straße & Café", "strasse-cafe"),
        ("  Tea, talk  ", "tea-talk"),
        ("Ελλάδα", ""),
    ],
)
def test_a_slug_is_made_of_small_letters_digits_and_hyphens(name, slug):
    assert slugified(name) == slug
