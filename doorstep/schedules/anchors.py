"""A rule that is not every week or month -> whether its first date says which ones."""

from __future__ import annotations

import calendar
from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.dates import worded
from doorstep.schedules.examples import asked
from doorstep.schedules.rules import LAST, Monthly, Recurrence, Weekly
from doorstep.schedules.unread import CLEAR, ScheduleNotRead

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from doorstep.schedules.rules import Rule

_DAYS_AHEAD = 62
"""At the latest so many days on there is a date of any rule of weekdays, but a fifth one."""


def check_anchor(rule: Rule, today: date) -> None:
    """Ask for the first date where a rule counts weeks or months and it is not clear which."""
    days = rule.days
    if isinstance(days, Recurrence) and rule.first is None:
        raise _from_when(rule, today)
    if not isinstance(days, Weekly | Monthly) or days.every == 1:
        return
    if rule.first is None:
        raise _from_when(rule, next(_dates(days, today), today))
    first = next(_dates(days, rule.first), rule.first)
    if not _same_period(days, first, rule.first):
        raise _not_on_that_day(rule, rule.first, first)


def check_ever_on(rule: Rule, text: str) -> None:
    """Refuse days that are not between the first date and the last: "Mondays, 10-12 December"."""
    if not rule.first or not rule.last or not isinstance(rule.days, Weekly | Monthly):
        return
    found = next(_dates(rule.days, rule.first), rule.last)
    if found > rule.last:
        raise ScheduleNotRead(
            CLEAR,
            f"“{text}” is on no day from {worded(rule.first)} until {worded(rule.last)}.",
            "Check the days and the dates with the group.",
            wrong=text,
        )


def _dates(days: Weekly | Monthly, start: date) -> Iterator[date]:
    """Yield the dates on and after a day that are on the weekdays, as if it were every time."""
    for ahead in range(_DAYS_AHEAD):
        day = start + timedelta(days=ahead)
        if isinstance(days, Weekly):
            is_on = day.weekday() in days.weekdays
        else:
            is_on = any(pair in days.places for pair in _places_of(day))
        if is_on:
            yield day


def _places_of(day: date) -> tuple[tuple[int, int], ...]:
    from_start = ((day.day - 1) // 7 + 1, day.weekday())
    is_last = day.day + 7 > calendar.monthrange(day.year, day.month)[1]
    return (from_start, (LAST, day.weekday())) if is_last else (from_start,)


def _same_period(days: Weekly | Monthly, one: date, other: date) -> bool:
    if isinstance(days, Monthly):
        return (one.year, one.month) == (other.year, other.month)
    return one.isocalendar()[:2] == other.isocalendar()[:2]


def _from_when(rule: Rule, first: date) -> ScheduleNotRead:
    return asked("It does not say from which date.", [replace(rule, first=first)])


def _not_on_that_day(rule: Rule, said: date, first: date) -> ScheduleNotRead:
    firsts = {first: replace(rule, first=first)}
    if isinstance(rule.days, Weekly):
        # Its weeks may also be counted from the one it starts in.
        later = first + timedelta(weeks=rule.days.every - 1)
        firsts[later] = replace(rule, first=later)
    return asked(
        f"It starts from {worded(said)}, a {said:%A}, and that is not one of its days.",
        firsts.values(),
        wrong=worded(said),
    )
