"""A day of any year -> the year it is most likely meant of."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from doorstep.schedules.rules import DateSpan
from doorstep.schedules.unread import CLEAR, ScheduleNotRead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.schedules.parts import SpansSaid
    from doorstep.schedules.rules import YearlySpan

_YEARS_AHEAD = 28
"""After so many years every date has been on every day of the week."""


def in_one_year(said: SpansSaid, text: str, today: date) -> DateSpan:
    """Return the one span that was said; without its year, ask for it."""
    span = said.spans[0]
    if isinstance(span, DateSpan):
        return span
    dated = f"{text} {with_year(span, said.weekday, today).last.year}"
    raise ScheduleNotRead(
        CLEAR,
        f"“{text}” does not say which year.",
        f"Write the year too, like this: {dated}",
        wrong=text,
        right="" if said.weekday is None else dated,
    )


def with_year(span: YearlySpan, weekday: int | None, today: date) -> DateSpan:
    """Return the coming span that starts on that weekday, or the coming one."""
    coming = [found for found in _coming(span, today) if found.last >= today]
    on_weekday = [found for found in coming if found.first.weekday() == weekday]
    return (on_weekday or coming)[0]


def in_year(month_and_day: tuple[int, int], year: int) -> date | None:
    """Return a day of the year in that year, when it has one."""
    month, day = month_and_day
    return date(year, month, day) if day <= calendar.monthrange(year, month)[1] else None


def nearest_to(month_and_day: tuple[int, int], other: date) -> date:
    """Return the date of any year that is nearest to another date."""
    # Between 1896 and 1904 there was no 29 February for eight years.
    years = range(other.year - 8, other.year + 9)
    dates = [found for year in years if (found := in_year(month_and_day, year))]
    return min(dates, key=lambda found: abs(found - other))


def next_weekday(weekday: int, today: date) -> date:
    """Return that weekday on or after today."""
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _coming(span: YearlySpan, today: date) -> Iterator[DateSpan]:
    for year in range(today.year - 1, today.year + _YEARS_AHEAD):
        first = in_year(span.first, year)
        last = in_year(span.last, year + (span.last < span.first))
        if first and last:
            yield DateSpan(first, last)
