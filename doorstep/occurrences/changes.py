"""Occurrences and changes of single dates -> what has become of each."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.occurrences.hours import hours_on
from doorstep.occurrences.occurrence import Occurrence, State
from doorstep.occurrences.wall_clock import moments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from zoneinfo import ZoneInfo

    from doorstep.details import Change, MovedTo
    from doorstep.occurrences.hours import Times


def changed(
    usual: Iterable[Occurrence], changes: Mapping[date, Change], zone: ZoneInfo
) -> Iterator[Occurrence]:
    """Yield each occurrence as it will be, and besides each that was moved, the new one."""
    for occurrence in usual:
        change = changes.get(occurrence.on)
        if change is None:
            yield occurrence
        elif change.cancelled:
            yield replace(occurrence, state=State.CANCELLED, because=change.because)
        elif change.moved_to:
            yield from _moved(occurrence, change, change.moved_to, zone)
        elif change.where:
            yield replace(occurrence, where=change.where, because=change.because)
        else:
            yield occurrence


def _moved(
    usual: Occurrence, change: Change, moved_to: MovedTo, zone: ZoneInfo
) -> Iterator[Occurrence]:
    """Yield the date that is not kept, and the one that takes its place."""
    start, end = _new_times(usual, moved_to)
    starts, ends = moments(start, end, zone)
    said = replace(usual, because=change.because)
    yield replace(said, state=State.MOVED, instead=starts)
    yield replace(
        said,
        start=starts,
        end=ends,
        is_timed=usual.is_timed or moved_to.hours is not None,
        is_all_day=usual.is_all_day and moved_to.hours is None,
        where=change.where,
        usual=usual.start,
    )


def _new_times(usual: Occurrence, moved_to: MovedTo) -> Times:
    """Return the new times on the clock; what is not said stays as usual, the length above all."""
    start, hours = usual.start.replace(tzinfo=None), moved_to.hours
    length = usual.end.replace(tzinfo=None) - start if usual.end else None
    if hours is None:
        begins = datetime.combine(moved_to.day, start.time())
    elif hours.end is None:
        begins = datetime.combine(moved_to.day, hours.start)
        length = length if usual.is_timed else None
    else:
        return hours_on(moved_to.day, hours)
    return begins, begins + length if length else None
