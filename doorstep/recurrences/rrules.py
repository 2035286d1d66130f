"""A rule -> the same as a recurrence rule of a calendar (RFC 5545, 3.3.10), where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.schedules.rules import BankHolidays, MonthDays, Monthly, Recurrence, Rule, Weekly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.schedules.rules import Days

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def can_repeat(rule: Rule) -> bool:
    """Say whether a rule comes round again in a way that calendars have a rule for."""
    if not rule.is_dated or rule.terms is not None:
        return False
    if rule.bank_holidays not in (None, BankHolidays.NOT_ON):
        return False
    if isinstance(rule.days, Recurrence):
        return not rule.months
    return isinstance(rule.days, Weekly | Monthly | MonthDays)


def parts_of(rule: Rule) -> Iterator[Rule]:
    """Yield the rule once for each of its hours and of its days in the month.

    A calendar event has one time, and Outlook reads only one such day (MS-OXCICAL, 2.1.3.2.2).
    """
    for hours in rule.hours or (None,):
        for days in _each_alone(rule.days):
            yield replace(rule, days=days, hours=(hours,) if hours else ())


def is_one_part(rule: Rule) -> bool:
    """Say whether a rule has only one of these parts, which is the rule itself."""
    return len(rule.hours) < 2 and len(list(_each_alone(rule.days))) == 1


def _each_alone(days: Days) -> Iterator[Days]:
    match days:
        case Monthly(places, every):
            yield from (Monthly((place,), every) for place in places)
        case MonthDays(numbers):
            yield from (MonthDays((number,)) for number in numbers)
        case _:
            yield days


def without_exceptions(rule: Rule) -> Rule:
    """Return a rule as if there were no dates and bank holidays on which it does not hold."""
    return replace(rule, except_dates=(), except_yearly=(), bank_holidays=None)


def rrule_of(rule: Rule) -> str:
    """Return the recurrence rule of a part of a rule, without its end and its exceptions."""
    months = f";BYMONTH={','.join(map(str, rule.months))}" if rule.months else ""
    match rule.days:
        case Recurrence(rrule):
            return rrule
        case Weekly(weekdays, every):
            # Which day weeks start on only counts where some weeks are left out.
            step = f";INTERVAL={every};WKST=MO" if every > 1 else ""
            names = ",".join(WEEKDAYS[weekday] for weekday in weekdays)
            return f"FREQ=WEEKLY{step};BYDAY={names}{months}"
        case Monthly(places, every):
            step = f";INTERVAL={every}" if every > 1 else ""
            names = ",".join(f"{place}{WEEKDAYS[weekday]}" for place, weekday in places)
            return f"FREQ=MONTHLY{step};BYDAY={names}{months}"
        case MonthDays(days):
            return f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, days))}{months}"
        case _:
            raise ValueError(f"{rule.days} does not come round again")
