"""Days of the week as people list them -> the days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.schedules.cursor import attempt
from doorstep.schedules.dated import starts_dates
from doorstep.schedules.parts import DaysSaid
from doorstep.schedules.rules import EVERY_DAY, BankHolidays, Weekly
from doorstep.schedules.tokens import Kind

if TYPE_CHECKING:
    from doorstep.schedules.cursor import Cursor

BANK_HOLIDAYS = (
    *("bank holidays", "public holidays", "bank holiday", "public holiday"),
    *("bank and public holidays", "public and bank holidays", "bank hols"),
)
_EVERY = ("on every", "on each", "on all", "on a", "every", "each", "all", "on", "at")

_Days = tuple[int, ...]
_NAMES = {Kind.WEEKDAY, Kind.WEEKDAYS}
_HOLIDAYS: _Days = (-1,)
"""Stands for bank holidays in a list of days."""


@attempt
def read_weekdays(cursor: Cursor) -> DaysSaid | None:
    """Read days of the week: "Monday to Friday and Sunday", "weekends and bank holidays"."""
    if (monday := _read_holiday_weekday(cursor)) is not None:
        return DaysSaid(Weekly((monday,)), BankHolidays.ONLY_ON)
    first = _read_some(cursor)
    if first is None:
        return None
    found = set(first)
    while (more := _read_more(cursor)) is not None:
        found |= set(more)
    weekdays = tuple(sorted(found - set(_HOLIDAYS)))
    if not weekdays:
        return DaysSaid(Weekly(EVERY_DAY), BankHolidays.ONLY_ON)
    return DaysSaid(Weekly(weekdays), BankHolidays.ALSO_ON if found & set(_HOLIDAYS) else None)


@attempt
def _read_holiday_weekday(cursor: Cursor) -> int | None:
    """Read "bank holiday Mondays": the weekday of those bank holidays that are on it."""
    cursor.any_of(*_EVERY)
    weekday = cursor.take(*_NAMES) if cursor.any_of("bank holiday", "public holiday") else None
    if not weekday or cursor.here.kind in (Kind.DASH, Kind.NUMBER, Kind.ORDINAL, Kind.WEEKDAY):
        return None
    cursor.word("only")
    return weekday.value


@attempt
def _read_more(cursor: Cursor) -> _Days | None:
    beside = {cursor.ahead(-1).kind, cursor.here.kind}
    comma = cursor.take(Kind.COMMA)
    joined = cursor.take(Kind.AND, Kind.SLASH)
    # "Mon Wed Fri" is a list, "daily Monday" is not.
    if not (comma or joined or beside <= _NAMES) or starts_dates(cursor):
        return None
    return _read_some(cursor)


@attempt
def _read_some(cursor: Cursor) -> _Days | None:
    if cursor.any_of("daily", "everyday", "7 days a week", "seven days a week"):
        return EVERY_DAY
    if cursor.any_of("every day of the week", "every day", "each day", "all week"):
        return EVERY_DAY
    cursor.any_of(*_EVERY)
    if cursor.any_of("weekdays", "weekday", "week days"):
        return EVERY_DAY[:5]
    if cursor.any_of("weekends", "weekend"):
        return EVERY_DAY[5:]
    if cursor.any_of(*BANK_HOLIDAYS):
        return None if cursor.here.word == "only" else _HOLIDAYS
    return _read_names(cursor)


def _read_names(cursor: Cursor) -> _Days | None:
    first = cursor.take(Kind.WEEKDAY, Kind.WEEKDAYS)
    if first is None:
        return None
    last = _read_end(cursor)
    if last is None:
        return (first.value,)
    length = (last - first.value) % 7 + 1
    return tuple((first.value + step) % 7 for step in range(length)) if length > 1 else None


@attempt
def _read_end(cursor: Cursor) -> int | None:
    if not cursor.to() or starts_dates(cursor):
        return None
    last = cursor.take(Kind.WEEKDAY, Kind.WEEKDAYS)
    return last.value if last else None
