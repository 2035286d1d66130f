"""Git works where it is told to, as ourselves, and a folder without it tells nothing."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from doorstep.git import ADDRESS, NAME, GitSaidNo, git, git_told

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def test_it_works_where_it_is_told_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    git(tmp_path, "init", "--quiet", ".")
    assert (tmp_path / ".git").is_dir()


def test_what_it_makes_is_made_by_us(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", ".")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "One")
    assert git(tmp_path, "log", "--format=%an %ce") == f"{NAME} {ADDRESS}\n"


def test_a_no_is_told_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(GitSaidNo, match="not a git repository"):
        git(tmp_path, "log")


def test_a_folder_without_a_repository_tells_nothing(tmp_path: Path) -> None:
    assert git_told(tmp_path, "log") == ""
    assert git_told(tmp_path / "nowhere", "log") == ""


def test_without_git_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "init", "--quiet", ".")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert git_told(tmp_path, "rev-parse", "--is-bare-repository") == ""
