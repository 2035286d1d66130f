"""The guide's own history of changes -> which file was published first, and how each was edited."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.git import git_told
from doorstep.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

# What counts is when a change was taken in (--first-parent), not when somebody began it.
TAKEN_IN = ("log", "--reverse", "--first-parent", "-m", "--relative", "-z")
ADDED_FILES = (*TAKEN_IN, "--diff-filter=A", "--no-renames", "--name-only", "--format=")

CHANGED_LINES = ("log", "-p", "-U0", "--no-color", "--no-ext-diff", "--format=")

IS_PART_AND_NEWEST = ("rev-parse", "--is-shallow-repository", "HEAD")

TIME_MARK = "\x01"
"""Stands before the time of a change: no name of a file begins with it."""
EDITED_FILES = (*TAKEN_IN, "--find-renames", "--name-status", f"--format={TIME_MARK}%ct")


_NUMBERED = late_pattern(
    r"^[-+][\s-]*number\s*:\s*[\"']?(?:No\.?\s*)?([0-9]{1,6})\b", re.IGNORECASE | re.MULTILINE
)


class Edits(Struct, frozen=True):
    """What is known of the changes to a file."""

    first: datetime
    """When it was first taken in."""
    last: datetime
    """When the last change was taken in."""
    count: int
    """How many there were, under whatever names it had."""


def first_published(folder: Path) -> dict[str, int]:
    """Return, for each file's name below a folder, its place in the order of publishing.

    Paths are relative to the folder, with forward slashes. Empty without Git or a repository.
    """
    names = git_told(folder, *ADDED_FILES, "--", ".").split("\0")
    order: dict[str, int] = {}
    for name in filter(None, (name.strip("\n") for name in names)):
        order.setdefault(name, len(order))
    return order


def edits_of(folder: Path) -> Mapping[str, Edits]:
    """Return how often, when first and when last, each file below a folder was changed.

    Paths are relative to the folder, with forward slashes. Empty without Git or a repository, and
    where only a part of the history is there: a count that begins anew would be wrong.
    """
    is_part, _, newest = git_told(folder, *IS_PART_AND_NEWEST).partition("\n")
    return _edits_until(newest, folder) if is_part == "false" else {}


@lru_cache(4)
def _edits_until(_newest: str, folder: Path) -> Mapping[str, Edits]:
    """Return the edits up to the newest change; a preview asks again and again."""
    edits: dict[str, Edits] = {}
    for when, status, names in _changes(git_told(folder, *EDITED_FILES, "--", ".")):
        # A file that was given another name takes its count along, so that it never falls.
        before = edits.pop(names[0], None) if status == "R" else edits.get(names[-1])
        first, count = (before.first, before.count + 1) if before else (when, 1)
        edits[names[-1]] = Edits(first, when, count)
    return edits


def numbers_ever(folder: Path) -> frozenset[int]:
    """Return every number that an entry below a folder lost since the guide was begun.

    A number is for life: on paper somebody may still have it. Those of the example that a guide
    was begun from are nobody's. Empty without Git or a repository.
    """
    begun = git_told(folder, "log", "-1", "--format=%H", "-G", "^example:", "--", "../site.yaml")
    since = f"{begun.strip()}..HEAD" if begun.strip() else "HEAD"
    log = git_told(folder, *CHANGED_LINES, "-G", "number", since, "--", ".")
    return frozenset(int(found) for found in _NUMBERED.findall(log))


def _changes(log: str) -> Iterator[tuple[datetime, str, list[str]]]:
    """Yield when each file was changed, how (A, M, D, R), and its name, or its old and its new."""
    when = datetime.fromtimestamp(0, UTC)
    parts = iter(log.split("\0"))
    for part in parts:
        if part.startswith(TIME_MARK):
            when = datetime.fromtimestamp(int(part.removeprefix(TIME_MARK)), UTC)
        elif status := part.strip("\n")[:1]:
            yield when, status, [next(parts) for _ in range(2 if status in "RC" else 1)]
