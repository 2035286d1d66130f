"""Two folders change names in one step, or nothing happens."""

from __future__ import annotations

import ctypes
import errno
from pathlib import Path

import pytest

from doorstep import swaps


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "says").write_text(name)
    return tmp_path / "old", tmp_path / "new"


def answer(monkeypatch, reason: int) -> None:
    def call(*_: bytes) -> int:
        ctypes.set_errno(reason)
        return -1

    monkeypatch.setattr(swaps, "_call", call)


def test_two_folders_change_names(folders):
    old, new = folders
    assert swaps.exchange(old, new)
    assert ((old / "says").read_text(), (new / "says").read_text()) == ("new", "old")


def test_a_disk_without_such_a_step_is_no_trouble(folders, monkeypatch):
    answer(monkeypatch, errno.EINVAL)
    assert not swaps.exchange(*folders)


def test_a_c_library_without_such_a_step_is_no_trouble(folders, monkeypatch):
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())
    assert not swaps.exchange(*folders)


def test_any_other_reason_is_told(folders, monkeypatch):
    answer(monkeypatch, errno.EACCES)
    with pytest.raises(PermissionError):
        swaps.exchange(*folders)
