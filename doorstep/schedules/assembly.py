"""A clause -> the rule it says; when it can be meant in several ways, the question which."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.dates import worded
from doorstep.schedules.anchors import check_anchor, check_ever_on
from doorstep.schedules.days import (
    check_month_days,
    days_of_every_year,
    numbered_days,
    repeating_days,
    weekdays_of,
)
from doorstep.schedules.examples import AN_EXAMPLE, asked, such_as
from doorstep.schedules.parts import (
    DaysSaid,
    Frequency,
    Limit,
    Part,
    PlacesSaid,
    SpansSaid,
    StretchSaid,
    Unit,
)
from doorstep.schedules.rules import EVERY_DAY, Arranged, BankHolidays, Dates, DayPart, Rule, Weekly
from doorstep.schedules.single import dated_rules, stretch_rules
from doorstep.schedules.unread import CLEAR, IN_ORDER, UNDERSTOOD, ScheduleNotRead, nothing_left
from doorstep.schedules.years import next_weekday

if TYPE_CHECKING:
    from datetime import date

    from doorstep.schedules.clause import Clause
    from doorstep.schedules.days import Meant
    from doorstep.schedules.rules import Days, Hours

ALL_MONTHS = 12
MONDAY = 0
_ONCE_A_YEAR = Frequency(1, Unit.YEAR)


def rule_of(clause: Clause, today: date) -> Rule:
    """Return the one rule a clause says; ask when it can say two."""
    readings = list(dict.fromkeys(_readings(clause, today)))
    if len(readings) > 1:
        raise _can_mean(clause, readings)
    check_anchor(readings[0], today)
    check_ever_on(readings[0], clause.days_text)
    check_month_days(readings[0], clause.days_text)
    return readings[0]


def _can_mean(clause: Clause, readings: list[Rule]) -> ScheduleNotRead:
    in_times = clause.times and len({rule.hours for rule in readings}) > 1
    text = clause.times.text if clause.times and in_times else clause.days_text
    count = "two things" if len(readings) == 2 else "several things"
    return asked(f"“{text}” can mean {count}.", readings, wrong=text)


def _readings(clause: Clause, today: date) -> list[Rule]:
    said = clause.days.said if clause.days else None
    if isinstance(said, StretchSaid):
        return stretch_rules(said, clause)
    if isinstance(said, SpansSaid) and clause.frequency != _ONCE_A_YEAR:
        return dated_rules(said, clause, today)
    return [
        _repeating(days, clause.limit.joined(limit), times, clause)
        for days, limit in _days_meant(clause, today)
        for times in clause.readings_of_times
    ]


def _days_meant(clause: Clause, today: date) -> list[Meant]:
    match clause.days:
        case Part(said=PlacesSaid() as said) as part:
            first = clause.limit.first or next_weekday(said.places[0][1], today)
            return numbered_days(said, clause.frequency, part.text, first)
        case Part(said=SpansSaid() as said, text=text):
            return [days_of_every_year(said, text)]
        case Part(said=DaysSaid() as said, text=text):
            return [repeating_days(said, clause.frequency, text)]
    return [(_days_not_said(clause), Limit())]


def _days_not_said(clause: Clause) -> Days:
    """Return what is meant where no days are named: by appointment, or any day."""
    part = clause.readings_of_times[0][1]
    only_holidays = clause.limit.bank_holidays is BankHolidays.ONLY_ON
    if clause.frequency is None:
        if part in (DayPart.ANY_TIME, DayPart.DAYLIGHT) or only_holidays:
            return Weekly(EVERY_DAY)
        if clause.limit.by_appointment and clause.times is None:
            return Arranged()
    raise ScheduleNotRead(
        CLEAR, "It does not say on which day.", such_as(*_with_some_day(clause.limit, clause))
    )


def _with_some_day(limit: Limit, clause: Clause) -> list[Rule]:
    """Return what a line without days may mean: it is often on the weekday of its first date."""
    hours = clause.readings_of_times[0][0]
    if limit.first is None:
        return [Rule(days=Weekly((1,)), hours=hours or AN_EXAMPLE)]
    every = clause.frequency.every if clause.frequency else 1
    weekly = Weekly((limit.first.weekday(),), every)
    rule = Rule(days=weekly, hours=hours, first=limit.first, last=limit.last)
    if clause.frequency:
        return [rule]
    if limit.last is None:
        return [Rule(days=Dates((limit.first,)), hours=hours), rule]
    daily = replace(rule, days=Weekly(EVERY_DAY))
    return [daily, rule] if (limit.last - limit.first).days >= len(EVERY_DAY) else [daily]


def _repeating(
    days: Days, limit: Limit, times: tuple[tuple[Hours, ...], DayPart], clause: Clause
) -> Rule:
    hours, part = times
    _check_holidays_on(days, limit, clause.days_text)
    if limit.with_bank_holidays:
        _check_bank_holidays(Rule(days=days, hours=hours, part=part), limit)
    if limit.first and limit.last and limit.last < limit.first:
        raise _ends_first(limit.first, limit.last)
    return Rule(
        days=_without_weekdays(days, limit, clause.days_text),
        hours=hours,
        part=part,
        by_appointment=limit.by_appointment,
        first=limit.first,
        last=limit.last,
        months=_months(limit, clause),
        terms=limit.terms,
        bank_holidays=limit.bank_holidays,
        except_dates=tuple(sorted(set(limit.except_dates))),
        except_yearly=tuple(sorted(set(limit.except_yearly))),
    )


def _check_bank_holidays(rule: Rule, limit: Limit) -> None:
    """Ask what "Sundays including bank holidays" means: most of these are on a Monday."""
    if limit.bank_holidays is not None:
        raise ScheduleNotRead(
            CLEAR,
            "It says two things about bank holidays.",
            "Write one of them: not on bank holidays, or: and bank holidays",
        )
    if MONDAY not in weekdays_of(rule.days):
        also = replace(rule, bank_holidays=BankHolidays.ALSO_ON)
        raise asked("“Including bank holidays” can mean two things.", [also, rule])


def _check_holidays_on(days: Days, limit: Limit, text: str) -> None:
    """Refuse "Monday to Friday except bank holiday Mondays": some are on other days."""
    if limit.holidays_on and not weekdays_of(days) <= set(limit.holidays_on):
        raise ScheduleNotRead(
            CLEAR,
            f"It leaves out some bank holidays only, and “{text}” may be on others.",
            "Write “not on bank holidays”, or the dates on which it is not.",
            wrong=text,
        )


def _without_weekdays(days: Days, limit: Limit, text: str) -> Days:
    """Return "every day except Sunday" as the six days that are left."""
    if not (limit.except_weekdays or limit.closed_weekdays):
        return days
    if not isinstance(days, Weekly):
        raise _exception_not_clear(limit)
    missing = set(limit.except_weekdays) - set(days.weekdays)
    if missing:
        raise _never_on(text, min(missing))
    left = set(days.weekdays) - set(limit.except_weekdays) - set(limit.closed_weekdays)
    if not left:
        raise nothing_left(text)
    return Weekly(tuple(sorted(left)), days.every)


def _exception_not_clear(limit: Limit) -> ScheduleNotRead:
    name = calendar.day_name[min((*limit.except_weekdays, *limit.closed_weekdays))]
    return ScheduleNotRead(
        UNDERSTOOD,
        f"{name} cannot be left out of days that are not named by their weekday.",
        "Write the dates on which it is not: First of the month, except 1 January 2027",
    )


def _never_on(text: str, weekday: int) -> ScheduleNotRead:
    name = calendar.day_name[weekday]
    return ScheduleNotRead(
        CLEAR,
        f"It leaves out {name}, and “{text}” is never on a {name}.",
        "Check the days with the group.",
        wrong=text,
    )


def _months(limit: Limit, clause: Clause) -> tuple[int, ...]:
    if limit.months is None or len(limit.months) == ALL_MONTHS:
        return ()
    if not limit.months:
        raise nothing_left(clause.days_text)
    return tuple(sorted(limit.months))


def _ends_first(first: date, last: date) -> ScheduleNotRead:
    return ScheduleNotRead(
        IN_ORDER,
        f"It starts on {worded(first)}, which is after {worded(last)}, its last day.",
        "Check both dates with the group.",
    )
