"""An entry -> the lines that say when it is and when it is open, each with where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from doorstep.entries import Opening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.entries import Entry
    from doorstep.schedules.rules import Written


class Place(NamedTuple):
    """Where a line stands, as Entry.problem_at counts."""

    name: str
    """when or open"""
    position: int
    """Which of its lines."""


def lines_of(entry: Entry) -> Iterator[tuple[Place, Written]]:
    """Yield every line of an entry's timetables, in order."""
    for position, line in enumerate(entry.when):
        yield Place("when", position), line
    if isinstance(entry, Opening):
        for position, line in enumerate(entry.opening):
            yield Place("open", position), line
