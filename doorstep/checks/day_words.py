"""Days and the rules they go by -> words for them in the middle of a message."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from doorstep.dates import worded
from doorstep.schedules.rules import EVERY_DAY, BankHolidays, Weekly

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from doorstep.schedules.rules import Rule


def with_weekday(day: date) -> str:
    """Return a day in full: Tuesday 24 November 2026."""
    return f"{calendar.day_name[day.weekday()]} {worded(day)}"


def not_a_day_of(rules: Sequence[Rule], day: date) -> str:
    """Return why nothing is on a day: 25 November 2026 is a Wednesday, and this is on Tuesdays."""
    weekdays = _weekdays(rules)
    if not weekdays or day.weekday() in weekdays:
        return f"{with_weekday(day)} is not one of the days on which this is."
    names = listed(f"{calendar.day_name[weekday]}s" for weekday in weekdays)
    return f"{worded(day)} is a {calendar.day_name[day.weekday()]}, and this is on {names}."


def near(days: Sequence[date]) -> str:
    """Return what to do about a day that is not one of a schedule's, which has these."""
    if not days:
        return "Check the day with the group."
    names = listed(with_weekday(day) for day in days)
    verb = "day is" if len(days) == 1 else "days are"
    return f"The nearest {verb} {names}."


def listed(words: Iterable[str]) -> str:
    """Return words as a list in a sentence: Mondays, Tuesdays and Fridays."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def _weekdays(rules: Sequence[Rule]) -> tuple[int, ...]:
    """Return the days of the week that rules keep to, or none where there is more to it."""
    found: set[int] = set()
    for rule in rules:
        if not isinstance(rule.days, Weekly) or rule.bank_holidays is BankHolidays.ALSO_ON:
            return ()
        found.update(rule.days.weekdays)
    return tuple(sorted(found)) if len(found) < len(EVERY_DAY) else ()
