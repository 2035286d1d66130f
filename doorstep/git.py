"""Words for git -> what it does and says: fixed words, never a shell, and the token in none."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAME, ADDRESS = "Doorstep", "doorstep@users.noreply.github.com"
"""Who makes the changes that we make."""

PLAIN_FILE = "100644"
"""Git's mode of a file that is no program, no link and no repository of its own."""

SECONDS = 300

CREDENTIALS = r'!f() { printf "username=x-access-token\npassword=%s\n" "$GH_TOKEN"; }; f'
"""What git asks for a name and a word: the token stays in the surroundings (gitcredentials(7))."""

_IN_OURS = (
    "-c", f"credential.helper={CREDENTIALS}",
    "-c", "core.hooksPath=/dev/null",
    "-c", "core.symlinks=false",
    "-c", "core.autocrlf=false",
)  # fmt: skip
"""No hook runs, and a link in a change is a file with words in it."""

_SURROUNDINGS = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_AUTHOR_NAME": NAME,
    "GIT_AUTHOR_EMAIL": ADDRESS,
    "GIT_COMMITTER_NAME": NAME,
    "GIT_COMMITTER_EMAIL": ADDRESS,
    "LC_ALL": "C",
}

_ELSEWHERE = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"})
"""What would make git work in another repository than the one it is told to."""


class GitSaidNo(Exception):  # noqa: N818 - a name that reads as a sentence
    """Git did not do it, and says why."""


def git(folder: Path, *words: str, said: str | None = None) -> str:
    """Have git do something in a repository of our own, and return what it says."""
    run = git_run(folder, *words, said=said)
    if run.returncode:
        raise GitSaidNo(run.stderr.strip())
    return run.stdout


def git_run(folder: Path, *words: str, said: str | None = None) -> subprocess.CompletedProcess[str]:
    """Have git do something in a repository of our own, and return how that went."""
    return _run(folder, *_IN_OURS, *words, said=said)


def git_told(folder: Path, *question: str) -> str:
    """Return what git says of somebody's folder, or "" without git or a repository there."""
    if shutil.which("git") is None:
        return ""
    try:
        run = _run(folder, *question)
    except (FileNotFoundError, PermissionError, subprocess.TimeoutExpired):
        return ""  # it is there, and does not work
    return "" if run.returncode else run.stdout


def _run(folder: Path, *words: str, said: str | None = None) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    return subprocess.run(  # noqa: S603 (fixed words, no shell)
        ["git", "-C", str(folder), *words],  # noqa: S607 (whichever git there is)
        input=said,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=SECONDS,
        check=False,
        env=kept | _SURROUNDINGS,
    )
