"""The rules of one line -> a question, where two of them would hold on the same day."""

from __future__ import annotations

import calendar
from datetime import time
from itertools import combinations, product
from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.schedules.days import weekdays_of
from doorstep.schedules.examples import in_english
from doorstep.schedules.rules import LAST, BankHolidays, Dates, Hours, Monthly, Rule, Weekly
from doorstep.schedules.unread import CLEAR, ScheduleNotRead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorstep.schedules.rules import Days

_DAY_ENDS = time(23, 59)
_ON_THEM = (BankHolidays.ALSO_ON, BankHolidays.ONLY_ON)


def check_clashes(rules: Sequence[Rule]) -> None:
    """Ask which of two rules holds: "Monday to Friday 9am to 4pm, Wednesday 9am to 9pm"."""
    for one, other in combinations(rules, 2):
        if (one.bank_holidays in _ON_THEM) != (other.bank_holidays in _ON_THEM):
            _check_bank_holidays(one, other)
        shared = _shared_weekdays(one.days, other.days)
        if shared and _may_meet(one, other) and _may_replace(one, other):
            raise _both_on(one, other, shared)


def _may_replace(one: Rule, other: Rule) -> bool:
    """Say whether on their common days the one may hold in place of the other.

    "Sundays 10am, first Sunday of the month 11am" may, and "Monday to Friday 10am to 4pm, Thursday
    8pm", which may be until 8pm.
    """
    are_alike = weekdays_of(one.days) == weekdays_of(other.days)
    have_ends = {hours.end is not None for rule in (one, other) for hours in rule.hours}
    is_other_kind = type(one.days) is not type(other.days)
    return not are_alike or is_other_kind or len(have_ends) > 1 or _overlap(one, other)


def _shared_weekdays(one: Days, other: Days) -> list[int]:
    """Return the weekdays on which both may be."""
    match one, other:
        case (Monthly(places=mine), Monthly(places=theirs)):
            # The last Friday is the fourth or the fifth.
            may_meet = [
                weekday
                for (place, weekday), (their_place, their_weekday) in product(mine, theirs)
                if weekday == their_weekday
                and (place == their_place or {place, their_place} in ({4, LAST}, {5, LAST}))
            ]
            return sorted(set(may_meet))
        case (Dates(dates=days), Dates(dates=their_days)):
            return sorted({day.weekday() for day in set(days) & set(their_days)})
    return sorted(weekdays_of(one) & weekdays_of(other))


def _check_bank_holidays(one: Rule, other: Rule) -> None:
    """Ask what holds on bank holidays, where one rule is on them and the other says nothing."""
    on_them, usual = (one, other) if one.bank_holidays in _ON_THEM else (other, one)
    if usual.bank_holidays is None and not usual.is_single:
        raise ScheduleNotRead(
            CLEAR,
            "On a bank holiday two of these times could hold.",
            _two_lines(replace(usual, bank_holidays=BankHolidays.NOT_ON), on_them),
        )


def _may_meet(one: Rule, other: Rule) -> bool:
    """Say whether there may be a day on which both hold."""
    if one.months and other.months and not set(one.months) & set(other.months):
        return False
    if (one.last and other.first and one.last < other.first) or (
        other.last and one.first and other.last < one.first
    ):
        return False
    conditions = ((one.terms, other.terms), (one.bank_holidays, other.bank_holidays))
    return not any(mine and theirs and mine is not theirs for mine, theirs in conditions)


def _overlap(one: Rule, other: Rule) -> bool:
    if not one.hours or not other.hours:
        return True
    return any(
        mine.start < _end(theirs) and theirs.start < _end(mine)
        for mine in one.hours
        for theirs in other.hours
    )


def _end(hours: Hours) -> time:
    if hours.end is None:
        return hours.start.replace(second=1)
    return hours.end if hours.end > hours.start else _DAY_ENDS


def _both_on(one: Rule, other: Rule, shared: Sequence[int]) -> ScheduleNotRead:
    names = " and ".join(calendar.day_name[day] for day in shared)
    verb = "is" if len(shared) == 1 else "are"
    message = f"{names} {verb} in here twice, at different times."
    if not _overlap(one, other):
        return ScheduleNotRead(CLEAR, message, _two_lines(one, other))
    if not isinstance(one.days, Weekly) or set(shared) >= set(one.days.weekdays):
        return ScheduleNotRead(CLEAR, message, "Check the times with the group.")
    left = tuple(day for day in one.days.weekdays if day not in shared)
    return ScheduleNotRead(
        CLEAR, message, _two_lines(replace(one, days=replace(one.days, weekdays=left)), other)
    )


def _two_lines(one: Rule, other: Rule) -> str:
    first, second = (in_english(rule) for rule in (one, other))
    return f"If that is what is meant, write two lines: “{first}” and “{second}”."
