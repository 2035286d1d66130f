"""Sources are known again without being read, and no change to them is missed."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from doorstep.caching import files_in, folder, stamps


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which caches lie."""
    monkeypatch.setattr(folder, "user_cache_path", lambda *_, **__: tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Return a folder with two sources in it."""
    (tmp_path / "sources" / "partials").mkdir(parents=True)
    (tmp_path / "sources" / "page.html").write_text("<p>")
    (tmp_path / "sources" / "partials" / "card.html").write_text("<i>")
    return tmp_path / "sources"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of files that are read from now on."""
    names: list[str] = []
    plain = Path.read_bytes

    def noting(path: Path) -> bytes:
        names.append(path.name)
        return plain(path)

    monkeypatch.setattr(Path, "read_bytes", noting)
    return names


def test_sources_that_stay_are_not_read_again(
    sources: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "UNSETTLED", -1)
    assert files_in(sources) == files_in(sources)
    assert sorted(read) == ["card.html", "page.html"]


def test_sources_that_changed_a_moment_ago_are_read_again(sources: Path, read: list[str]) -> None:
    files_in(sources)
    files_in(sources)
    assert len(read) == 4


@pytest.mark.parametrize("settles", [-1, stamps.UNSETTLED])
def test_another_word_another_name_and_another_file_are_other_sources(
    sources: Path, monkeypatch: pytest.MonkeyPatch, settles: int
) -> None:
    monkeypatch.setattr(stamps, "UNSETTLED", settles)
    prints = [files_in(sources)]
    (sources / "page.html").write_text("<b>")
    os.utime(sources / "page.html", (1, 1))
    prints.append(files_in(sources))
    (sources / "page.html").rename(sources / "pages.html")
    prints.append(files_in(sources))
    (sources / "more.html").touch()
    prints.append(files_in(sources))
    assert len(set(prints)) == 4


def test_the_same_sources_have_the_same_fingerprint_whatever_was_kept(
    sources: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "UNSETTLED", -1)
    first = files_in(sources)
    with sqlite3.connect(home / "sources.sqlite") as base:
        base.execute("UPDATE rows SET value = ?", (b"something else",))
    assert files_in(sources) == first
    monkeypatch.setattr(folder, "user_cache_path", lambda *_, **__: sources / "page.html")
    assert files_in(sources) == first
