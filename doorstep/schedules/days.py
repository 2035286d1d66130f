"""The days of a clause as they were said -> the days of a rule, in each way they can be meant."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from doorstep.schedules.parts import DaysSaid, Frequency, Limit, PlacesSaid, SpansSaid, Unit
from doorstep.schedules.rules import (
    LAST,
    Dates,
    Days,
    MonthDays,
    Monthly,
    Weekly,
    YearlySpan,
)
from doorstep.schedules.unread import CLEAR, DATES_EXIST, ScheduleNotRead
from doorstep.schedules.wording_days import names_its_months

if TYPE_CHECKING:
    from datetime import date

    from doorstep.schedules.rules import Rule

Meant = tuple[Days, Limit]
"""Days, and the limit that comes with meaning them."""

A_LEAP_YEAR = 2024
_ONCE_A_MONTH = Frequency(1, Unit.MONTH)


def repeating_days(said: DaysSaid, frequency: Frequency | None, text: str) -> Meant:
    """Return days of the week or of the month, and how often they come round."""
    days = said.days
    limit = Limit(bank_holidays=said.bank_holidays)
    if frequency is None or (isinstance(days, MonthDays) and frequency == _ONCE_A_MONTH):
        return days, limit
    if not isinstance(days, Weekly) or frequency.unit is not Unit.WEEK:
        raise _do_not_go_together(text, frequency)
    if frequency.of_one_day and len(days.weekdays) > 1:
        raise _every_other_of_several(text)
    return Weekly(days.weekdays, frequency.every), limit


def numbered_days(
    said: PlacesSaid, frequency: Frequency | None, text: str, first: date
) -> list[Meant]:
    """Return weekdays by their place in the month; "every second" can mean every two weeks too.

    These would be counted from `first`.
    """
    if frequency and frequency.unit is not Unit.MONTH:
        raise _do_not_go_together(text, frequency)
    monthly: Meant = (Monthly(said.places, frequency.every if frequency else 1), Limit())
    place, weekday = said.places[0]
    only_monthly = said.of_the_month or frequency or len(said.places) > 1 or place in (1, LAST)
    if only_monthly or (place > 2 and not said.after_every):
        return [monthly]
    weekly = Weekly((weekday,), place)
    return [(weekly, Limit(first=first)), monthly]


def days_of_every_year(said: SpansSaid, text: str) -> Meant:
    """Return the days of "25 December every year"."""
    spans = [span for span in said.spans if isinstance(span, YearlySpan)]
    months = {month for span in spans for month, _ in (span.first, span.last)}
    if len(spans) < len(said.spans):
        raise _has_a_year(text)
    if said.weekday is not None:
        raise _do_not_go_together(text, Frequency(1, Unit.YEAR))
    if len(months) > 1 or any(span.last < span.first for span in spans):
        raise ScheduleNotRead(
            CLEAR,
            f"“{text}” every year is more than one line can say.",
            "Write each month on a line of its own, like this: 25 December every year",
            wrong=text,
        )
    days = {day for span in spans for day in range(span.first[1], span.last[1] + 1)}
    return MonthDays(tuple(sorted(days))), Limit(months=frozenset(months))


def check_month_days(rule: Rule, text: str) -> None:
    """Refuse days that a month which is named does not have: "the 31st of the month in June"."""
    if not isinstance(rule.days, MonthDays) or not names_its_months(rule):
        return
    for month in rule.months:
        longest = calendar.monthrange(A_LEAP_YEAR, month)[1]
        if rule.days.days[-1] > longest:
            raise ScheduleNotRead(
                DATES_EXIST,
                f"{calendar.month_name[month]} has {longest} days.",
                "Check the day with the group.",
                wrong=text,
            )


def weekdays_of(days: Days) -> frozenset[int]:
    """Return the weekdays that days are on, none when it cannot be said."""
    match days:
        case Weekly(weekdays=weekdays):
            return frozenset(weekdays)
        case Monthly(places=places):
            return frozenset(weekday for _, weekday in places)
        case Dates(dates=dates):
            return frozenset(day.weekday() for day in dates)
    return frozenset()


def _do_not_go_together(text: str, frequency: Frequency) -> ScheduleNotRead:
    name = frequency.unit.value
    often = f"{frequency.every} {name}" if frequency.every > 1 else name.removesuffix("s")
    return ScheduleNotRead(
        CLEAR,
        f"It is not clear how “{text}” and every {often} go together.",
        "Write one of these: Every Tuesday; or: Every two weeks on Tuesday from "
        "1 December 2026; or: First Tuesday of the month",
        wrong=text,
    )


def _every_other_of_several(text: str) -> ScheduleNotRead:
    return ScheduleNotRead(
        CLEAR,
        f"“{text}” can mean that each of them is every two weeks, or only the first.",
        "Write each day on a line of its own, such as “Every two weeks on Tuesday from "
        "1 December 2026” or “Every Tuesday”.",
        wrong=text,
    )


def _has_a_year(text: str) -> ScheduleNotRead:
    return ScheduleNotRead(
        CLEAR,
        f"“{text}” has a year, and it says every year.",
        "Leave out the year, or leave out “every year”.",
        wrong=text,
    )
