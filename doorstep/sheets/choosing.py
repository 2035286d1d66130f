"""The guide -> what may be printed, and in which order it is chosen.

The order: checked recently, soonest, nearest; then turn about, so that small groups are seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.geography import FAR, distance
from doorstep.occurrences import State as Happens
from doorstep.sheets.fitting import turn_about
from doorstep.showing import Face
from doorstep.tracing import kept

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.entries import Entry
    from doorstep.geography import Position
    from doorstep.guide import Guide
    from doorstep.views.whats_on_listing import Row


def is_printable(guide: Guide, entry: Entry) -> bool:
    """Say whether an entry may be printed: not a safe space, nor what nobody checked lately."""
    return guide.catalogue.showing(entry).is_printable


@kept(4)
def printable(guide: Guide) -> tuple[Entry, ...]:
    """Return every entry that may be printed, by title."""
    return guide.catalogue.seen_on(Face.SHEETS)


def rows_in_order(guide: Guide, rows: Iterable[Row], here: Position | None = None) -> list[Row]:
    """Return rows of What's on in the order they are chosen, measured from here or the middle."""
    known = [row for row in rows if is_printable(guide, guide.catalogue.by_slug[row[1].slug])]
    near = here or guide.config.centre.position
    ranked = sorted(known, key=lambda row: _rank(guide, row, near))
    return turn_about(ranked, lambda row: _owner(guide.catalogue.by_slug[row[1].slug]))


def entries_in_order(
    guide: Guide, entries: Iterable[Entry], here: Position | None = None
) -> list[Entry]:
    """Return entries that may be printed in the order they are chosen."""
    known = [entry for entry in entries if is_printable(guide, entry)]
    near = here or guide.config.centre.position
    ranked = sorted(known, key=lambda entry: _entry_rank(guide, entry, near))
    return turn_about(ranked, _owner)


def _owner(entry: Entry) -> str:
    return entry.organiser or entry.slug


def _rank(guide: Guide, row: Row, near: Position) -> tuple[object, ...]:
    """Return what comes first; somebody might set out for what is cancelled or moved."""
    day, one = row
    entry = guide.catalogue.by_slug[one.slug]
    is_usual = one.state is Happens.ON and one.usual is None and not one.where
    step = guide.catalogue.showing(entry).step
    return (is_usual, step, day, _way(guide, entry.slug, near), one.start, one.slug)


def _entry_rank(guide: Guide, entry: Entry, near: Position) -> tuple[object, ...]:
    coming = guide.diary.next_on(entry) if entry.when else None
    soon = coming.start.timestamp() if coming else float("inf")
    step = guide.catalogue.showing(entry).step
    return (step, soon, _way(guide, entry.slug, near), entry.slug)


@kept(20_000)
def _way(guide: Guide, slug: str, near: Position) -> float:
    position = guide.catalogue.position_of(guide.catalogue.by_slug[slug])
    return distance(near, position) if position else FAR
