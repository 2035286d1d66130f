"""The guide's own history of changes -> which file was published first."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

# What counts is when a change was taken in (--first-parent), not when somebody began it.
ADDED_FILES = (
    *("log", "--reverse", "--first-parent", "-m", "--diff-filter=A", "--no-renames"),
    *("--name-only", "--relative", "--format=", "-z", "--", "."),
)


def first_published(folder: Path) -> dict[str, int]:
    """Return, for each file's name below a folder, its place in the order of publishing.

    Paths are relative to the folder, with forward slashes. Empty without Git or a repository.
    """
    git = shutil.which("git")
    if git is None:
        return {}
    asked = subprocess.run(  # noqa: S603 (fixed words, no shell)
        [git, "-C", str(folder), *ADDED_FILES], capture_output=True, check=False
    )
    names = asked.stdout.decode("utf-8", "replace").split("\0") if asked.returncode == 0 else []
    order: dict[str, int] = {}
    for name in filter(None, (name.strip("\n") for name in names)):
        order.setdefault(name, len(order))
    return order
