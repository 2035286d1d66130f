"""The content folder -> entry files, and what is said about everything else in it."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from doorstep.area_map.area_file import read_area_map
from doorstep.geography import Position
from doorstep.kinds import Kind
from doorstep.problems import Level
from doorstep.slugs import is_slug, slugified
from doorstep.sources import find_files, read_bytes, read_file
from doorstep.sources.reading import raw_bytes
from doorstep.sources.texts import FILE_LIMIT

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
        ("COM1.md", "com1-group.md"),
        ("lpt9.yaml", "lpt9-group.yaml"),
        ("com¹.md", "com1-group.md"),
        ("-tea.md", "tea.md"),
        ("tea\u202etime.md", "tea-time.md"),
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


@pytest.mark.parametrize(
    "names",
    [("Tea.md", "TEA.md"), ("caf\u00e9.md", "cafe\u0301.md"), ("tea time.md", "tea_time.md")],
    ids=["capitals", "accents", "gaps"],
)
def test_names_that_would_become_one_name_each_other(content, names):
    put(content, *(f"groups/{name}" for name in names))
    if len(list((content / "groups").iterdir())) == 1:
        pytest.skip("this disk takes the two for one")
    found, problems = find_files(content)
    assert not found
    said = {problem.file.rpartition("/")[2]: problem.fix for problem in problems}
    assert [f"“{names[1]}” would have the same name" in said[names[0]]] == [True]
    assert [f"“{names[0]}” would have the same name" in said[names[1]]] == [True]


@pytest.mark.parametrize("name", ["tea.md.txt", "tea.md ", "tea.md.", "tea.markdown"])
def test_an_entry_with_a_wrong_end_is_told_the_right_one(content, name):
    put(content, f"groups/{name}")
    (problem,) = find_files(content)[1]
    assert "call it tea.md." in problem.fix


@pytest.mark.parametrize("name", ["tea.md.orig", "tea.md.rej", "tea.md.bak", "tea.swp"])
def test_a_copy_that_a_program_left_is_to_be_deleted(content, name):
    put(content, f"groups/{name}")
    (problem,) = find_files(content)[1]
    assert (problem.level, problem.fix) == (Level.WARNING, "Delete it.")


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


def test_a_content_folder_that_is_a_link_is_not_followed(content, tmp_path):
    put(content, "groups/tea.md")
    (tmp_path / "linked").symlink_to(content)
    found, (problem,) = find_files(tmp_path / "linked")
    assert not found
    assert (problem.file, problem.rule) == ("linked", "no-content")


@pytest.mark.parametrize("name", ["map", "calendars", "tea.md", "notes"])
def test_what_is_no_file_and_no_folder_is_named_at_the_top(content, name):
    os.mkfifo(content / name)
    assert told(content) == [(f"content/{name}", Level.WARNING, "file-ordinary")]


def test_a_street_map_behind_a_link_is_not_read(content, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "area.json").write_text("{}")
    (content / "map").symlink_to(tmp_path / "elsewhere")
    assert read_area_map(content, Position(53.7, -3.3)) == (None, [])
    assert told(content) == [("content/map", Level.WARNING, "file-ordinary")]


def test_a_device_is_never_opened(content):
    try:
        os.mknod(content / "groups" / "zero.md", stat.S_IFCHR | 0o644, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only the computer's owner may make a device")
    assert told(content) == [("content/groups/zero.md", Level.ERROR, "file-ordinary")]


def test_a_file_that_goes_once_its_folder_was_read_takes_no_other_with_it(content):
    put(content, "groups/tea.md", "groups/gone.md")
    found, _ = find_files(content)
    (content / "groups" / "gone.md").unlink()
    readings = [read_file(one.path, one.file, one.kind) for one in found]
    assert [[p.rule for p in one.problems] for one in readings] == [["file-readable"], []]


def test_a_folder_that_nobody_may_open_is_said_and_hides_no_other(content, monkeypatch):
    put(content, "groups/tea.md", "places/hall.md")
    listing = os.scandir

    def for_ordinary_people(folder):
        if folder.name == "groups":
            raise PermissionError
        return listing(folder)

    monkeypatch.setattr(os, "scandir", for_ordinary_people)
    found, problems = find_files(content)
    assert [one.file for one in found] == ["content/places/hall.md"]
    assert [(p.file, p.rule) for p in problems] == [("content/groups", "file-readable")]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes names of any bytes")
@pytest.mark.whole
def test_no_name_of_a_file_stops_a_check(content, tried):
    """Every byte and every pair of odd ones, at the start, in the middle and at the end."""
    odd = [bytes([byte]) for byte in range(1, 256) if byte != ord("/")]
    odd += ["\u202e".encode(), "é".encode(), "e\u0301".encode(), "🍵".encode(), b"y" * 240]
    names = {part for one in odd for part in (one + b"a.md", b"a" + one + b".md", b"a.md" + one)}
    names |= {one + two + b".md" for one in odd[-40:-20] for two in odd[:20]}
    for name in names:
        os.close(os.open(os.fsencode(content / "groups") + b"/" + name, os.O_CREAT | os.O_WRONLY))
    tried("Names of files that no address can have", len(names))
    found, problems = find_files(content)
    assert all(is_slug(one.path.stem) for one in found)
    assert all(problem.file.isprintable() and problem.fix for problem in problems)


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


@pytest.mark.parametrize("more", [-1, 0, 1])
@pytest.mark.parametrize("size", [16 * 1024, FILE_LIMIT])
def test_a_file_of_any_size_is_read_whole_up_to_one_byte_too_many(
    tmp_path: Path, size: int, more: int
) -> None:
    file = tmp_path / "tea.md"
    file.write_bytes(bytes(range(256)) * ((size + 256) // 256))
    with file.open("r+b") as opened:
        opened.truncate(size + more)
    assert raw_bytes(file) == file.read_bytes()


def test_of_a_longer_file_no_more_is_read_than_shows_that_it_is_too_long(tmp_path: Path) -> None:
    file = tmp_path / "tea.md"
    file.write_bytes(b"a" * (FILE_LIMIT + 10))
    assert len(raw_bytes(file)) == FILE_LIMIT + 1


@pytest.mark.parametrize(
    "file", ["content/groups/tea.md", "tea.md", ".md", "tea", "a.b.md", "tea.", "x/.tea.md", "..md"]
)
def test_an_entry_is_called_by_the_name_of_its_file_without_its_ending(file: str) -> None:
    (source,) = read_bytes(b"---\ntitle: Tea\nnumber: 1\n---\n", file, Kind.GROUP).sources
    assert source.slug == PurePosixPath(file).stem
