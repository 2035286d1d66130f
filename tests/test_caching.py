"""What was read once is not read again while it is the same; losing it loses nothing."""

from __future__ import annotations

import os
import pickle
import shutil
import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from builders import TODAY, config
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from doorstep import caching, loading
from doorstep.caching import FORGETFUL, folder, opened, store
from doorstep.caching.makers import fingerprint
from doorstep.checking import check_site
from doorstep.outputs.late import Late
from doorstep.stopwatch import TooSlow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from doorstep.caching import FileCache
    from doorstep.checking import Checked

TEA = "---\ntitle: Tea and talk\nwhen: Every Tuesday, 2pm\n---\nCome *in*.\n"
SOUP = "---\ntitle: Soup\ncost: Free\n---\nHot.\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which caches lie."""
    monkeypatch.setattr(folder, "user_cache_path", lambda *_, **__: tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the files that are read from now on, as they are read."""
    files: list[str] = []
    load = loading._load

    def noting(found: Any, *others: Any) -> Any:
        files.append(found.file.removeprefix("content/"))
        return load(found, *others)

    monkeypatch.setattr(loading, "_load", noting)
    return files


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a guide with two groups, written long enough ago."""
    return written(tmp_path / "content", {"groups/tea.md": TEA, "groups/soup.md": SOUP})


def written(content: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, encoding="utf-8")
    return content


def cache_of(content: Path, *told: str) -> FileCache[Any]:
    return opened(content, *told)


def looked_at(content: Path, *told: str) -> Checked:
    return check_site(config(), content, TODAY, 1, cache=cache_of(content, *told))


def database(home: Path) -> Path:
    # What is known of the program's own sources lies beside it, where nobody looked before.
    (found,) = {*home.glob("*.sqlite")} - {home / "sources.sqlite"}
    return found


@pytest.mark.usefixtures("home")
def test_what_was_read_once_is_not_read_again(content: Path, read: list[str]) -> None:
    first, again = looked_at(content), looked_at(content)
    assert read == ["groups/soup.md", "groups/tea.md"]
    assert first == again


@pytest.mark.usefixtures("home")
def test_only_a_file_that_changed_is_read_again(content: Path, read: list[str]) -> None:
    looked_at(content)
    read.clear()
    written(content, {"groups/tea.md": TEA.replace("2pm", "3pm")})
    checked = looked_at(content)
    assert read == ["groups/tea.md"]
    assert checked == check_site(config(), content, TODAY, 1)


@pytest.mark.usefixtures("home")
def test_a_change_that_the_file_system_hides_is_seen(
    content: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Written at once after it was looked at, to the same length, with its old time put back.
    monkeypatch.setattr(caching.stamps, "UNSETTLED", 60_000_000_000)
    looked_at(content)
    read.clear()
    was = (content / "groups/tea.md").stat()
    written(content, {"groups/tea.md": TEA.replace("2pm", "3pm")})
    os.utime(content / "groups/tea.md", ns=(was.st_atime_ns, was.st_mtime_ns))
    looked_at(content)
    assert read == ["groups/tea.md"]


@pytest.mark.usefixtures("home")
def test_a_file_that_is_only_newer_is_not_read_again(content: Path, read: list[str]) -> None:
    looked_at(content)
    read.clear()
    for file in content.rglob("*.md"):
        os.utime(file, (1, 1))
    looked_at(content)
    assert read == []


def test_a_file_that_stays_is_not_even_opened(
    home: Path, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caching.stamps, "UNSETTLED", -1)
    looked_at(content)
    monkeypatch.setattr(caching.files, "raw_bytes", lambda _: pytest.fail("it was opened"))
    rows = database(home).stat().st_mtime_ns
    looked_at(content)
    assert database(home).stat().st_mtime_ns == rows


@pytest.mark.usefixtures("home")
def test_what_else_an_entry_depends_on_counts_too(content: Path, read: list[str]) -> None:
    looked_at(content, "settings", "today")
    looked_at(content, "settings", "tomorrow")
    assert len(read) == 4


@pytest.mark.usefixtures("home")
def test_another_program_reads_everything_itself(
    content: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at(content)
    monkeypatch.setattr(caching.files, "program", lambda: b"newer")
    looked_at(content)
    assert len(read) == 4


@pytest.mark.usefixtures("home")
def test_a_preview_and_a_build_do_not_forget_each_others_entries(
    content: Path, read: list[str]
) -> None:
    for told in ("preview", "build", "preview", "build"):
        looked_at(content, told)
    assert len(read) == 4


def test_only_the_newest_settings_and_days_are_kept(home: Path, content: Path) -> None:
    for day in range(6):
        looked_at(content, str(TODAY + timedelta(day)))
    with sqlite3.connect(database(home)) as base:
        assert base.execute("SELECT count(*) FROM rows").fetchall() == [(store.CONTEXTS_KEPT * 2,)]


def test_a_file_that_is_gone_is_forgotten(home: Path, content: Path) -> None:
    looked_at(content)
    (content / "groups/soup.md").unlink()
    assert [entry.slug for entry in looked_at(content).entries] == ["tea"]
    with sqlite3.connect(database(home)) as base:
        assert base.execute("SELECT name FROM rows").fetchall() == [("content/groups/tea.md",)]


@pytest.mark.usefixtures("home")
def test_what_is_wrong_with_a_file_is_told_every_time(content: Path) -> None:
    written(content, {"groups/soup.md": "---\ntitle: Soup\nfee: £2\n---\n"})
    first, again = looked_at(content), looked_at(content)
    assert first.problems
    assert first.problems == again.problems


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + b"x" * 4096])
def test_a_damaged_cache_is_made_anew(
    home: Path, content: Path, read: list[str], damage: bytes
) -> None:
    was = looked_at(content)
    database(home).write_bytes(damage)
    assert looked_at(content) == was
    looked_at(content)
    read.clear()
    assert looked_at(content) == was
    assert read == []


def test_a_damaged_value_is_read_anew(home: Path, content: Path, read: list[str]) -> None:
    was = looked_at(content)
    with sqlite3.connect(database(home)) as base:
        base.execute("UPDATE rows SET value = substr(value, 1, length(value) - 9) || x'00'")
    read.clear()
    assert looked_at(content) == was
    assert len(read) == 2


class Mischief:
    """A value that runs something when it is read."""

    def __reduce__(self) -> Any:
        return shutil.rmtree, ("/nowhere",)


class LateMischief:
    """A value that has something of ours run it."""

    def __reduce__(self) -> Any:
        return Late("shutil:rmtree"), ("/nowhere",)


@pytest.mark.parametrize("mischief", [Mischief(), LateMischief()])
def test_a_value_that_would_do_something_is_not_made(
    home: Path, content: Path, monkeypatch: pytest.MonkeyPatch, mischief: object
) -> None:
    was = looked_at(content)
    value = pickle.dumps(mischief)
    proof = fingerprint(value)
    with sqlite3.connect(database(home)) as base:
        base.execute("UPDATE rows SET value = ?, proof = ?", (value, proof))
    monkeypatch.setattr(shutil, "rmtree", lambda _: pytest.fail("it ran"))
    assert looked_at(content) == was


def test_another_build_that_is_writing_is_not_waited_for_long(
    home: Path, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.01)
    was = looked_at(content)
    with sqlite3.connect(database(home), isolation_level=None) as base:
        base.execute("BEGIN EXCLUSIVE")
        assert looked_at(content) == was
        base.execute("ROLLBACK")


def test_where_nothing_can_be_kept_everything_is_read(
    tmp_path: Path, content: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(folder, "user_cache_path", lambda *_, **__: tmp_path / "file" / "cache")
    assert opened(content) is FORGETFUL
    looked_at(content)
    looked_at(content)
    assert len(read) == 4


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no such modes")
def test_a_folder_that_others_may_write_into_is_not_trusted(home: Path, content: Path) -> None:
    home.mkdir()
    home.chmod(0o777)
    assert opened(content) is FORGETFUL


def test_what_is_told_is_told_apart_wherever_it_is_cut() -> None:
    assert fingerprint("ab", "c") != fingerprint("a", "bc")


FILES = {"groups/tea.md": (TEA, TEA.replace("2pm", "3pm"), TEA + "!", "---\ntitle: 'x\n---\n")}
FILES |= {"groups/soup.md": (SOUP, "", SOUP.replace("Soup", "Stew")), "help/lift.md": ("x", SOUP)}
EDITS = some.sampled_from(
    [(name, text) for name, texts in FILES.items() for text in (*texts, None)]
)


@given(edits=some.lists(some.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=5))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.usefixtures("home")
def test_after_any_edits_it_is_as_if_nothing_had_been_kept(
    tmp_path: Path, edits: list[list[tuple[str, str | None]]]
) -> None:
    content = written(tmp_path / "content", {"groups/tea.md": TEA})
    for round_of_edits in edits:
        for name, text in round_of_edits:
            if text is None:
                (content / name).unlink(missing_ok=True)
            else:
                written(content, {name: text})
        assert looked_at(content) == check_site(config(), content, TODAY, 1)


@pytest.mark.usefixtures("home")
def test_what_took_too_long_is_tried_again(
    content: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_slow(*_: object) -> None:
        raise TooSlow

    with monkeypatch.context() as busy:
        busy.setattr(loading, "read_entry", too_slow)
        assert looked_at(content).entries == ()
    read.clear()
    assert len(looked_at(content).entries) == 2
    assert len(read) == 2
