"""Dates as far as they were written -> spans of days, with months and years from later ones."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from doorstep.dates import WEEKDAYS, DateNotRead, read_date
from doorstep.schedules.parts import SpansSaid
from doorstep.schedules.rules import DateSpan, YearlySpan
from doorstep.schedules.unread import CLEAR, DATES_EXIST, IN_ORDER, ScheduleNotRead

if TYPE_CHECKING:
    from datetime import date

_A_LEAP_YEAR = 2024


class Day(Struct, frozen=True):
    """A date as far as it was written."""

    text: str
    day: int = 0
    month: int = 0
    """0 when it is said with a later date: "3 and 10 July"."""
    year: int = 0
    weekday: str = ""
    whole: date | None = None
    """When it was written as one piece, or counted from today."""

    @property
    def has_month(self) -> bool:
        """Whether it is a date without the ones after it."""
        return bool(self.whole or self.month)

    @property
    def has_year(self) -> bool:
        """Whether it is a date of one year only."""
        return bool(self.whole or self.year)


class FromTo(Struct, frozen=True):
    """One date, or one to another."""

    first: Day
    last: Day
    before_comma: bool = False
    """Whether a comma, and nothing else, stands between it and the next."""


def spans_of(items: list[FromTo], text: str, today: date) -> SpansSaid:
    """Give every date the month and the year that the ones after it say."""
    whole = _filled(items)
    if len({day.has_year for item in whole for day in (item.first, item.last)}) > 1:
        raise _some_years(text)
    spans = tuple(_span(item, today) for item in whole)
    starts = [span.first for span in spans]
    if whole != items and starts != sorted(set(starts)):
        raise _which_years(text)
    yearless = next((day for item in items for day in (item.first, item.last) if day.weekday), None)
    weekday = WEEKDAYS[yearless.weekday] if yearless else None
    goes_on = len(items) == 1 and items[0].first is not items[0].last
    return SpansSaid(spans, weekday, _may_be_hours(items[0]), goes_on)


def _may_be_hours(item: FromTo) -> bool:
    return item.before_comma and not item.last.has_month and item.first.text.isdecimal()


def _some_years(text: str) -> ScheduleNotRead:
    return ScheduleNotRead(
        CLEAR,
        f"Not all the dates in “{text}” have a year.",
        "Write the year of each.",
        wrong=text,
    )


def _which_years(text: str) -> ScheduleNotRead:
    return ScheduleNotRead(
        CLEAR,
        f"The dates in “{text}” are not in order.",
        "Write them from the first to the last, each with its year.",
        wrong=text,
    )


def _filled(items: list[FromTo]) -> list[FromTo]:
    filled: list[FromTo] = []
    month, year = 0, 0
    for item in reversed(items):
        last = _with(item.last, month, year)
        first = last if item.first is item.last else _first_of(item.first, last)
        filled.append(replace(item, first=first, last=last))
        month, year = _month_and_year(first)
    return filled[::-1]


def _with(day: Day, month: int, year: int) -> Day:
    if day.whole:
        return day
    return replace(day, month=day.month or month, year=day.year or year)


def _first_of(first: Day, last: Day) -> Day:
    """Return the start of a span: in the year before when it is later in the year than its end."""
    month, year = _month_and_year(last)
    filled = _with(first, month, year)
    turns = year and not first.has_year and (filled.month, filled.day) > (month, last.day)
    return replace(filled, year=year - 1) if turns and first.month else filled


def _month_and_year(day: Day) -> tuple[int, int]:
    # Only what is said in words is left out before it: "3 and 10 July 2027".
    return (0, 0) if day.whole else (day.month, day.year)


def _span(item: FromTo, today: date) -> DateSpan | YearlySpan:
    if not item.last.has_year:
        return YearlySpan(_day_of_year(item.first), _day_of_year(item.last))
    first, last = _whole(item.first, today), _whole(item.last, today)
    if last < first:
        text = f"{item.first.text} to {item.last.text}"
        raise ScheduleNotRead(
            IN_ORDER,
            f"“{text}” ends before it starts.",
            "Check both dates with the group.",
            wrong=item.last.text,
        )
    return DateSpan(first, last)


def _whole(day: Day, today: date) -> date:
    if day.whole:
        return day.whole
    written = f"{day.weekday} {day.day} {calendar.month_name[day.month]} {day.year}"
    try:
        return read_date(written.strip(), today)
    except DateNotRead as reason:
        raise no_date(day.text, reason) from reason


def _day_of_year(day: Day) -> tuple[int, int]:
    name, longest = calendar.month_name[day.month], calendar.monthrange(_A_LEAP_YEAR, day.month)[1]
    if not 1 <= day.day <= longest:
        raise ScheduleNotRead(
            DATES_EXIST,
            f"{day.day} {name} is not a date: {name} has {longest} days.",
            "Check the day with the group.",
            wrong=day.text,
        )
    return day.month, day.day


def no_date(text: str, reason: DateNotRead) -> ScheduleNotRead:
    """Return why a date cannot be used, as a question about a schedule."""
    message, _, fix = str(reason).rpartition(". ")
    if not message:
        return ScheduleNotRead(DATES_EXIST, str(reason), wrong=text)
    whole_fix = fix if ":" in fix else f"{fix}."
    return ScheduleNotRead(DATES_EXIST, f"{message}.", whole_fix, wrong=text)
