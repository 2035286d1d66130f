"""“Friday 6 March 2026, 6pm to Sunday 8 March 2026, 4pm” -> one stretch over several days."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from doorstep.schedules.clock import Clock, read_clock
from doorstep.schedules.cursor import attempt
from doorstep.schedules.dated import read_one_day
from doorstep.schedules.parts import StretchSaid
from doorstep.schedules.ranges import check_midnight, in_the_day
from doorstep.schedules.rules import Hours
from doorstep.schedules.tokens import Kind
from doorstep.schedules.unread import IN_ORDER, ScheduleNotRead
from doorstep.schedules.years import in_one_year

if TYPE_CHECKING:
    from doorstep.schedules.cursor import Cursor
    from doorstep.schedules.parts import SpansSaid


@attempt
def read_stretch(cursor: Cursor) -> StretchSaid | None:
    """Read from one moment to another on a later day; the last may have no time."""
    mark = cursor.at
    cursor.word("from")
    first = _read_day(cursor)
    start = _read_time(cursor) if first else None
    last = _read_day(cursor) if start and cursor.to() else None
    if not first or not start or not last:
        return None
    end = _read_time(cursor)
    for clock in (start, end):
        if clock:
            check_midnight(clock, in_the_day(clock), cursor.since(mark))
    first_day, last_day = (in_one_year(*day, cursor.today) for day in (first, last))
    if last_day.first <= first_day.first:
        raise _not_later(cursor.since(mark))
    return StretchSaid(first_day.first, last_day.first, _readings(start, end))


def _read_day(cursor: Cursor) -> tuple[SpansSaid, str] | None:
    mark = cursor.at
    said = read_one_day(cursor)
    return (said, cursor.since(mark)) if said else None


def _readings(start: Clock, end: Clock | None) -> tuple[Hours, ...]:
    ends = in_the_day(end) if end else (None,)
    return tuple(Hours(one, other) for one, other in product(in_the_day(start), ends))


@attempt
def _read_time(cursor: Cursor) -> Clock | None:
    cursor.take(Kind.COMMA)
    cursor.word("at", "from")
    return read_clock(cursor)


def _not_later(text: str) -> ScheduleNotRead:
    return ScheduleNotRead(
        IN_ORDER,
        f"“{text}” does not end on a later day than it starts.",
        "Check both dates with the group.",
        wrong=text,
    )
