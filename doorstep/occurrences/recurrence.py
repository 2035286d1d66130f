"""An expert's recurrence rule (RFC 5545, 3.3.10) and a span of days -> the days in it.

Only the periods of the rule that touch the span are looked at, day by day. The rrule of dateutil
walks from the start of the rule, and to the year 9999 for a rule that never happens.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorstep.schedules.rules import DateSpan

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Weekday(NamedTuple):
    """A part of BYDAY."""

    place: int
    """2 for the second in its month or year, -1 for the last, 0 for all of them."""
    weekday: int


class Parts(Struct, frozen=True, kw_only=True):
    """What a recurrence rule says, the day it counts from filled in where it says nothing."""

    freq: str
    interval: int
    week_start: int
    months: tuple[int, ...]
    month_days: tuple[int, ...]
    year_days: tuple[int, ...]
    weeks: tuple[int, ...]
    weekdays: tuple[Weekday, ...]
    positions: tuple[int, ...]


def days_by(text: str, first: date, span: DateSpan) -> Iterator[date]:
    """Yield the days in a span that a rule counted from `first` has, in order."""
    parts = read_parts(text, first)
    since = max(first, span.first)
    return (day for day in _chosen(parts, first, since, span.last) if day >= since)


@lru_cache(maxsize=256)
def read_parts(text: str, first: date) -> Parts:
    """Return what a rule says."""
    said = dict(part.split("=") for part in text.split(";"))
    numbers = {
        name: tuple(int(number) for number in values.split(","))
        for name, values in said.items()
        if name not in ("FREQ", "WKST", "BYDAY")
    }
    weekdays = tuple(_weekday(one) for one in said.get("BYDAY", "").split(",") if one)
    freq, months = said["FREQ"], numbers.get("BYMONTH", ())
    month_days = numbers.get("BYMONTHDAY", ())
    if not (weekdays or month_days or {"BYYEARDAY", "BYWEEKNO"} & numbers.keys()):
        # What a rule leaves out comes from the day it counts from.
        weekdays = (Weekday(0, first.weekday()),) if freq == "WEEKLY" else ()
        month_days = (first.day,) if freq in ("MONTHLY", "YEARLY") else ()
        months = months or ((first.month,) if freq == "YEARLY" else ())
    return Parts(
        freq=freq,
        interval=numbers.get("INTERVAL", (1,))[0],
        week_start=WEEKDAYS.index(said.get("WKST", "MO")),
        months=months,
        month_days=month_days,
        year_days=numbers.get("BYYEARDAY", ()),
        weeks=numbers.get("BYWEEKNO", ()),
        weekdays=weekdays,
        positions=numbers.get("BYSETPOS", ()),
    )


def _weekday(text: str) -> Weekday:
    return Weekday(int(text[:-2] or 0), WEEKDAYS.index(text[-2:]))


def _chosen(parts: Parts, counted_from: date, first: date, last: date) -> Iterator[date]:
    """Yield the days of a rule from the period of a day on, to another day."""
    start, end = _period(parts, first), _period(parts, last)
    start += (_period(parts, counted_from) - start) % parts.interval
    for number in range(start, end + 1, parts.interval):
        days = [day for day in _days_in(parts, number) if _suits(parts, day)]
        for day in _at_positions(days, parts.positions):
            if day <= last:
                yield day


def _period(parts: Parts, day: date) -> int:
    """Return the number of the day, week, month or year that a day is in."""
    match parts.freq:
        case "DAILY":
            return day.toordinal()
        case "WEEKLY":
            return (day.toordinal() - 1 - parts.week_start) // 7
        case "MONTHLY":
            return day.year * 12 + day.month - 1
        case _:
            return day.year


def _days_in(parts: Parts, number: int) -> Iterator[date]:
    """Yield the days of the day, week, month or year of a number."""
    match parts.freq:
        case "DAILY":
            first, length = date.fromordinal(number), 1
        case "WEEKLY":
            first, length = date.fromordinal(number * 7 + 1 + parts.week_start), 7
        case "MONTHLY":
            first = date(number // 12, number % 12 + 1, 1)
            length = _length_of_month(first)
        case _:
            first, length = date(number, 1, 1), _length_of_year(number)
    start = first.toordinal()
    return (date.fromordinal(day) for day in range(start, start + length))


def _suits(parts: Parts, day: date) -> bool:
    return (
        (not parts.months or day.month in parts.months)
        and (not parts.month_days or _is_in(parts.month_days, day.day, _length_of_month(day)))
        and (
            not parts.year_days
            or _is_in(parts.year_days, _day_of_year(day), _length_of_year(day.year))
        )
        and (not parts.weeks or _is_in(parts.weeks, *_week_of_year(day, parts.week_start)))
        and (not parts.weekdays or any(_is_weekday(parts, day, one) for one in parts.weekdays))
    )


def _is_in(numbers: tuple[int, ...], number: int, most: int) -> bool:
    """Say whether a number is one of some that are counted from the start, or from the end."""
    return number in numbers or number - most - 1 in numbers


def _is_weekday(parts: Parts, day: date, one: Weekday) -> bool:
    if day.weekday() != one.weekday:
        return False
    if one.place == 0 or parts.freq in ("DAILY", "WEEKLY"):
        return True
    if parts.freq == "MONTHLY" or parts.months:
        number, length = day.day, _length_of_month(day)
    else:
        number, length = _day_of_year(day), _length_of_year(day.year)
    return one.place in ((number - 1) // 7 + 1, -((length - number) // 7 + 1))


def _at_positions(days: list[date], positions: tuple[int, ...]) -> Iterable[date]:
    """Return all days of a period, or those at some places, from its start or from its end."""
    if not positions:
        return days
    return (day for number, day in enumerate(days, 1) if _is_in(positions, number, len(days)))


def _week_of_year(day: date, week_start: int) -> tuple[int, int]:
    """Return the number of a week, and how many its year has; week 1 has four days or more."""
    middle = day + timedelta(3 - (day.weekday() - week_start) % 7)
    last = date(middle.year, 12, 31)
    # The last week with four days in the year has its middle day in it too.
    back = ((last.weekday() - week_start) - 3) % 7
    return (_day_of_year(middle) + 6) // 7, (_day_of_year(last - timedelta(back)) + 6) // 7


def _day_of_year(day: date) -> int:
    return day.toordinal() - date(day.year, 1, 1).toordinal() + 1


def _length_of_month(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _length_of_year(year: int) -> int:
    return 366 if calendar.isleap(year) else 365
