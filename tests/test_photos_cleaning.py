"""The command clean-photos takes out what is hidden in the files themselves, and says so."""

from __future__ import annotations

import errno
import re
import stat
from typing import TYPE_CHECKING

from click.testing import CliRunner
from made_photos import halves, keep, opened, picture, saved
from test_photos import REPOSITORY
from test_photos_where import SAY_WHERE

from build import cli
from doorstep.photos.cleaning import clean_photos
from doorstep.photos.drawing import MOST_LAYERS, MOST_PIXELS, MOST_STRETCHED
from doorstep.photos.places import LONGEST_NAME, MOST_BYTES, photos_below
from doorstep.photos.sizes import WIDTHS
from doorstep.photos.whereabouts import says_where

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def run(content: Path) -> tuple[int, list[str]]:
    """Run the command, and return how it ended and what it said."""
    result = CliRunner().invoke(cli, ["clean-photos", "--content", str(content)])
    return result.exit_code, result.output.splitlines()


def test_a_photo_is_cleaned_in_its_place(tmp_path: Path) -> None:
    before = picture(turned=6)
    keep(tmp_path, before)
    code, said = run(tmp_path)
    after = (tmp_path / "photos" / "tea.jpg").read_bytes()
    gone = len(before) - len(after)
    what = "where it was taken and all else that cannot be seen"
    assert (code, said) == (0, [f"photos/tea.jpg: {what} is out ({gone} bytes)."])
    assert not says_where(after)
    assert opened(after).tobytes() == opened(before).tobytes()


def test_a_photo_with_nothing_to_take_out_is_not_even_written(tmp_path: Path) -> None:
    file = keep(tmp_path, saved(halves())) / "photos" / "tea.jpg"
    before = file.stat().st_mtime_ns
    assert run(tmp_path) == (0, ["There was nothing to take out."])
    assert file.stat().st_mtime_ns == before


def test_what_cannot_be_read_is_left_and_named(tmp_path: Path) -> None:
    keep(tmp_path, picture()[:-9])
    code, said = run(tmp_path)
    assert (code, said) == (
        1,
        ["photos/tea.jpg: left as it is, because the file is cut short or damaged."],
    )
    assert (tmp_path / "photos" / "tea.jpg").read_bytes() == picture()[:-9]


def test_nothing_is_left_beside_a_cleaned_photo(tmp_path: Path) -> None:
    file = keep(tmp_path, picture()) / "photos" / "tea.jpg"
    file.chmod(0o640)
    assert [one.said_where for one in clean_photos(tmp_path)] == [True]
    assert [path.name for path in (tmp_path / "photos").iterdir()] == ["tea.jpg"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_what_computers_leave_beside_photos_is_passed_over(tmp_path: Path) -> None:
    for name in (".DS_Store", ".gitkeep", "README.md", "Thumbs.db"):
        keep(tmp_path, b"\0", f"photos/{name}")
    assert run(tmp_path) == (0, ["There was nothing to take out."])


def test_what_the_check_finds_in_a_file_with_a_dot_is_named_here_too(tmp_path: Path) -> None:
    keep(tmp_path, SAY_WHERE["EXIF of a HEIC"], "photos/.tea.heic")
    code, [said] = run(tmp_path)
    assert code == 1
    assert said.startswith("photos/.tea.heic: left as it is, because it is a HEIC photo")


def test_a_photo_that_there_is_no_room_to_write_is_left_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    keep(tmp_path, picture())
    before = (tmp_path / "photos" / "tea.jpg").read_bytes()
    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    said = ["photos/tea.jpg: left as it is, because this computer could not write it anew."]
    assert run(tmp_path) == (1, said)
    assert [path.name for path in (tmp_path / "photos").iterdir()] == ["tea.jpg"]
    assert (tmp_path / "photos" / "tea.jpg").read_bytes() == before


def test_only_photos_are_touched(tmp_path: Path) -> None:
    keep(tmp_path, b"---\ntitle: Tea\n---\n", "groups/tea.md")
    keep(tmp_path, picture(), ".git/tea.jpg")
    keep(tmp_path, picture(), "groups/tea.jpg")
    assert [path.name for path in photos_below(tmp_path)] == ["tea.jpg"]


def test_the_page_on_photos_has_every_limit() -> None:
    page = (REPOSITORY / "docs" / "photos.md").read_text("utf-8")
    limits = (*WIDTHS, MOST_BYTES // 10**6, MOST_PIXELS // 10**6, MOST_STRETCHED, MOST_LAYERS)
    numbers = {int(number) for number in re.findall(r"\b\d+\b", page)}
    assert {*limits, LONGEST_NAME} <= numbers
