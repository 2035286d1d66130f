"""Times as people write them -> hours, in every way they can be meant."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from doorstep.schedules.clock import read_clock
from doorstep.schedules.cursor import attempt
from doorstep.schedules.dated import starts_dates
from doorstep.schedules.parts import HoursSaid
from doorstep.schedules.ranges import Readings, half_a_day_later, start_alone, start_and_end
from doorstep.schedules.tokens import Kind
from doorstep.schedules.unread import CLEAR, ScheduleNotRead

if TYPE_CHECKING:
    from datetime import time

    from doorstep.schedules.clock import Clock
    from doorstep.schedules.cursor import Cursor
    from doorstep.schedules.rules import Hours

_BEFORE_A_START = (
    *("starting at", "starting from", "starts at", "start at", "beginning at", "begins at"),
    *("from", "at", "starts", "starting", "@"),
)
_NEXT_DAY = (
    *("on the next day", "the next day", "next day", "the following day", "the next morning"),
    "the following morning",
)
_MOST_READINGS = 8
_AFTER_BARE = (Kind.END, Kind.COMMA, Kind.AND, Kind.STOP, Kind.COLON)
_WORDS_AFTER_BARE = (
    *("on", "every", "each", "daily", "weekly", "fortnightly", "monthly", "in", "during", "not"),
    *("except", "from", "until", "till", "by", "only", "term", "onwards", "start", "but"),
)


@attempt
def read_hours(cursor: Cursor) -> HoursSaid | None:
    """Read the hours of a day: 10am to midday and 2pm to 4pm."""
    first = _read_stretch(cursor)
    if first is None:
        return None
    stretches = [first[0]]
    while (more := _read_another(cursor)) is not None:
        stretches.append(_after(stretches[-1], *more))
    readings = [tuple(sorted(set(chosen), key=_order)) for chosen in _each_way(stretches)]
    return HoursSaid(tuple(dict.fromkeys(readings)))


def _after(before: Readings, readings: Readings, is_bare: bool) -> Readings:
    """Return also the evening for a bare time that would be before the one in front of it."""
    if is_bare and len(readings) == 1 and readings[0].start < before[0].start:
        return (half_a_day_later(readings[0]), readings[0])
    return readings


def _order(hours: Hours) -> tuple[time, time]:
    return hours.start, hours.end or hours.start


def _each_way(stretches: list[Readings]) -> list[Readings]:
    """Return all ways to mean several stretches, as far as anybody would want to read them."""
    ways: list[Readings] = [()]
    for stretch in stretches:
        ways = [(*way, hours) for way, hours in product(ways, stretch)][:_MOST_READINGS]
    return ways


@attempt
def _read_another(cursor: Cursor) -> tuple[Readings, bool] | None:
    comma = cursor.take(Kind.COMMA)
    joined = cursor.take(Kind.AND)
    if not (comma or joined) or starts_dates(cursor):
        return None
    return _read_stretch(cursor)


@attempt
def _read_stretch(cursor: Cursor) -> tuple[Readings, bool] | None:
    """Return what a start, with or without an end, can mean, and whether neither is certain."""
    mark = cursor.at
    if cursor.any_of("between"):
        start = read_clock(cursor)
        end = read_clock(cursor) if start and cursor.take(Kind.AND) else None
        if not start or not end:
            return None
        return start_and_end(start, end, cursor.since(mark)), _are_bare(start, end)
    introduced = cursor.any_of(*_BEFORE_A_START)
    is_bare = not introduced and cursor.here.kind is Kind.NUMBER
    start = read_clock(cursor)
    if start is None:
        _check_only_end(cursor)
        return None
    end = _read_end(cursor)
    next_day = bool(end and cursor.any_of(*_NEXT_DAY))
    if (is_bare and end is None and not _stands_alone(cursor)) or _may_be_years(start, end):
        return None
    if end is None:
        cursor.any_of("onwards", "onward", "start")
    text = cursor.since(mark)
    if end is None:
        return start_alone(start, text), _are_bare(start)
    return start_and_end(start, end, text, next_day=next_day), _are_bare(start, end)


def _are_bare(*clocks: Clock) -> bool:
    return not any(clock.is_certain for clock in clocks)


def _stands_alone(cursor: Cursor) -> bool:
    """Say whether a bare number is not a count of what follows it: "10 Mondays" may be ten."""
    return cursor.here.kind in _AFTER_BARE or cursor.here.word in _WORDS_AFTER_BARE


def _may_be_years(start: Clock, end: Clock | None) -> bool:
    """Say whether 2027 or 2030 may be a year, as nothing shows that it is a time."""
    if start.is_day_end or end is None:
        return start.is_day_end or start.looks_like_year
    if not (start.looks_like_year or end.looks_like_year):
        return False
    are_times = start.is_four_figures and end.is_four_figures
    return not are_times or (start.looks_like_year and end.looks_like_year)


@attempt
def _read_end(cursor: Cursor) -> Clock | None:
    return read_clock(cursor) if cursor.to() else None


def _check_only_end(cursor: Cursor) -> None:
    """Say so where there is an end by itself: "until 4pm"."""
    mark = cursor.at
    if cursor.any_of("until", "till", "til") and read_clock(cursor):
        text = cursor.since(mark)
        raise ScheduleNotRead(
            CLEAR,
            f"“{text}” says when it ends and not when it starts.",
            "Write both times, like this: 2pm to 4pm",
            wrong=text,
        )
    cursor.at = mark
