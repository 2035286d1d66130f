"""A rule and a span of days -> the days in it on which the rule starts something."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from doorstep.occurrences.conditions import holds, holds_always
from doorstep.occurrences.recurrence import days_by
from doorstep.schedules.rules import (
    LAST,
    BankHolidays,
    Dates,
    DateSpan,
    MonthDays,
    Monthly,
    Recurrence,
    Stretch,
    Weekly,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from doorstep.almanac import Almanac
    from doorstep.schedules.rules import Rule

SEARCHED = (40, 400, 3000)
"""How many days each way nearest dates are looked for, as long as there are too few."""


def days_of(rule: Rule, span: DateSpan, almanac: Almanac) -> Sequence[date]:
    """Return the days in a span on which something starts by a rule, in order, each once."""
    first, last = max(span.first, rule.first or span.first), min(span.last, rule.last or span.last)
    if first > last or not rule.is_dated:
        return ()
    within = DateSpan(first, last)
    days = _falling(rule, within)
    if rule.bank_holidays is BankHolidays.ALSO_ON:
        days = sorted({*days, *almanac.bank_holidays_in(within)})
    if holds_always(rule):
        return list(days)
    return [day for day in days if holds(rule, day, almanac)]


def has_date(rules: Iterable[Rule], day: date, almanac: Almanac) -> bool:
    """Say whether something starts on a day by any of these rules."""
    return any(days_of(rule, DateSpan(day, day), almanac) for rule in rules)


def nearest_dates(
    rules: Sequence[Rule], day: date, almanac: Almanac, most: int
) -> tuple[date, ...]:
    """Return the days nearest to a day on which something starts, in order, up to so many."""
    found: set[date] = set()
    for reach in SEARCHED:
        span = DateSpan(day - timedelta(days=reach), day + timedelta(days=reach))
        found = {one for rule in rules for one in days_of(rule, span, almanac)}
        if len(found) >= most:
            break
    nearest = sorted(found, key=lambda one: (abs(one - day), one))
    return tuple(sorted(nearest[:most]))


def _falling(rule: Rule, span: DateSpan) -> Iterable[date]:
    """Yield the days a rule names, whatever else it says of them."""
    match rule.days:
        case Dates(dates):
            return (day for day in dates if day in span)
        case Stretch(first):
            return (first,) if first in span else ()
        case Weekly():
            return _weekly(rule.days, rule.first or date.min, span)
        case Monthly():
            return _monthly(rule.days, rule.first or date.min, span)
        case MonthDays(days):
            return _month_days(days, span)
        case Recurrence(text):
            return days_by(text, rule.first or date.min, span)
        case _:
            return ()


def _weekly(weekly: Weekly, counted_from: date, span: DateSpan) -> Iterator[date]:
    step = 7 * weekly.every
    monday = counted_from.toordinal() - counted_from.weekday()
    first, last = span.first.toordinal(), span.last.toordinal()
    week = first - (first - monday) % step
    for start in range(week, last + 1, step):
        for weekday in weekly.weekdays:
            if first <= start + weekday <= last:
                yield date.fromordinal(start + weekday)


def _monthly(monthly: Monthly, counted_from: date, span: DateSpan) -> Iterator[date]:
    for year, month in _months(span, counted_from, monthly.every):
        days = {_in_month(year, month, place, weekday) for place, weekday in monthly.places}
        yield from (day for day in sorted(filter(None, days)) if day in span)


def _in_month(year: int, month: int, place: int, weekday: int) -> date | None:
    """Return the second Saturday of a month, say; None where there is no fifth."""
    starts_on, length = calendar.monthrange(year, month)
    first = 1 + (weekday - starts_on) % 7
    if place == LAST:
        return date(year, month, first + (length - first) // 7 * 7)
    day = first + 7 * (place - 1)
    return date(year, month, day) if day <= length else None


def _month_days(days: tuple[int, ...], span: DateSpan) -> Iterator[date]:
    for year, month in _months(span, date.min, 1):
        length = calendar.monthrange(year, month)[1]
        made = (date(year, month, day) for day in days if day <= length)
        yield from (day for day in made if day in span)


def _months(span: DateSpan, counted_from: date, every: int) -> Iterator[tuple[int, int]]:
    """Yield every so many months that a span touches, counted from the month of a day."""
    first, last = _month_number(span.first), _month_number(span.last)
    start = first + (_month_number(counted_from) - first) % every
    for number in range(start, last + 1, every):
        yield number // 12, number % 12 + 1


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1
