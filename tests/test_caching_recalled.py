"""What one process read is neither read nor read back again while the file stays the same."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from doorstep import caching
from doorstep.caching import FORGETFUL
from doorstep.caching.recalled import RecalledFiles

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Earlier:
    """A store that counts how often it is asked."""

    def __init__(self, **kept: str) -> None:
        self.kept = kept
        self.asked = 0

    def known(self, files: Mapping[str, Path]) -> dict[str, str]:
        self.asked += 1
        return {name: value for name, value in self.kept.items() if name in files}

    def keep(self, made: Mapping[str, str]) -> None:
        self.kept |= made


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """Return two files that were written long enough ago."""
    made = {name: tmp_path / name for name in ("soup", "tea")}
    for name, path in made.items():
        path.write_text(name)
        os.utime(path, (1, 1))
    return made


def read(cache: RecalledFiles[str], files: Mapping[str, Path]) -> list[str]:
    """Read what is not known, and return the names of what had to be read."""
    known = cache.known(files)
    made = {name: path.read_text() for name, path in files.items() if name not in known}
    cache.keep(made)
    assert known | made == {name: path.read_text() for name, path in files.items()}
    return sorted(made)


def test_what_was_read_once_is_not_read_again(files: dict[str, Path]) -> None:
    cache: RecalledFiles[str] = RecalledFiles(FORGETFUL)
    assert [read(cache, files) for _ in range(3)] == [["soup", "tea"], [], []]


def test_what_is_kept_from_earlier_is_asked_for_once(files: dict[str, Path]) -> None:
    earlier = Earlier(soup="soup")
    cache = RecalledFiles(earlier)
    assert [read(cache, files) for _ in range(3)] == [["tea"], [], []]
    assert (earlier.asked, earlier.kept) == (1, {"soup": "soup", "tea": "tea"})


def test_only_a_file_that_changed_is_read_again(files: dict[str, Path]) -> None:
    cache: RecalledFiles[str] = RecalledFiles(FORGETFUL)
    read(cache, files)
    files["tea"].write_text("more tea")
    assert [read(cache, files) for _ in range(2)] == [["tea"], []]


def test_a_file_that_comes_or_goes_is_no_trouble(files: dict[str, Path], tmp_path: Path) -> None:
    cache: RecalledFiles[str] = RecalledFiles(FORGETFUL)
    read(cache, files)
    soup = files.pop("soup")
    assert read(cache, files) == []
    files["soup"] = soup
    (tmp_path / "walk").write_text("walk")
    files["walk"] = tmp_path / "walk"
    assert read(cache, files) == ["soup", "walk"]


def test_a_change_that_the_file_system_hides_is_seen(
    files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caching.stamps, "UNSETTLED", 60_000_000_000)
    cache: RecalledFiles[str] = RecalledFiles(FORGETFUL)
    read(cache, files)
    was = files["tea"].stat()
    files["tea"].write_text("pie")
    os.utime(files["tea"], ns=(was.st_atime_ns, was.st_mtime_ns))
    assert read(cache, files) == ["tea"]


def test_what_was_made_of_a_file_that_changed_meanwhile_is_not_kept(
    files: dict[str, Path],
) -> None:
    cache: RecalledFiles[str] = RecalledFiles(FORGETFUL)
    cache.known(files)
    files["tea"].write_text("half of a sentence")
    cache.keep({"soup": "soup", "tea": "half of a sentence"})
    files["tea"].write_text("tea")
    os.utime(files["tea"], (1, 1))
    assert read(cache, files) == ["tea"]
