"""Dates as they were said, with hours and exceptions -> rules that name their dates."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from doorstep.schedules.clause import said_twice
from doorstep.schedules.examples import asked
from doorstep.schedules.parts import SpansSaid
from doorstep.schedules.rules import EVERY_DAY, Dates, DateSpan, Rule, Stretch, Weekly, YearlySpan
from doorstep.schedules.unread import CLEAR, ScheduleNotRead, nothing_left
from doorstep.schedules.years import with_year

if TYPE_CHECKING:
    from datetime import date

    from doorstep.schedules.clause import Clause
    from doorstep.schedules.parts import Limit, StretchSaid

MOST_DATES = 31
"""More days in a row may be meant as every day from the first until the last, or every week."""


def stretch_rules(said: StretchSaid, clause: Clause) -> list[Rule]:
    """Return from one moment to another, in each way its times can be meant."""
    _check_limit(clause)
    if _leaves_out(clause.limit):
        raise said_twice(clause.parts)
    days, arranged = Stretch(said.first, said.last), clause.limit.by_appointment
    return [Rule(days=days, hours=(hours,), by_appointment=arranged) for hours in said.readings]


def dated_rules(said: SpansSaid, clause: Clause, today: date) -> list[Rule]:
    """Return single dates, each with its hours; without hours one span is a stretch."""
    _check_limit(clause)
    if said.may_be_hours and not clause.has_hours:
        raise _hours_or_dates(clause.days_text)
    if any(isinstance(span, YearlySpan) for span in said.spans):
        raise _year_not_said(said, clause, today)
    return _on(said, clause)


def _on(said: SpansSaid, clause: Clause) -> list[Rule]:
    spans = [span for span in said.spans if isinstance(span, DateSpan)]
    is_stretch = said.goes_on and not clause.has_hours and spans[0].first < spans[0].last
    is_stretch = is_stretch and not _leaves_out(clause.limit)
    days = Stretch(spans[0].first, spans[0].last) if is_stretch else _each_day(spans, clause)
    return [
        Rule(days=days, hours=hours, part=part, by_appointment=clause.limit.by_appointment)
        for hours, part in clause.readings_of_times
    ]


def _each_day(spans: list[DateSpan], clause: Clause) -> Dates:
    text, limit = clause.days_text, clause.limit
    for span in spans:
        if (span.last - span.first).days >= MOST_DATES:
            raise _too_many(text, span, clause)
    dates = {
        span.first + timedelta(more)
        for span in spans
        for more in range((span.last - span.first).days + 1)
    }
    left = tuple(sorted(day for day in dates if not _is_left_out(day, limit)))
    if not left:
        raise nothing_left(text)
    if len(left) == len(dates) and _leaves_out(limit):
        raise _none_left_out(text)
    return Dates(left)


def _leaves_out(limit: Limit) -> bool:
    return bool(limit.except_dates or limit.except_yearly or limit.except_weekdays)


def _is_left_out(day: date, limit: Limit) -> bool:
    spans: tuple[DateSpan | YearlySpan, ...] = (*limit.except_dates, *limit.except_yearly)
    weekdays = (*limit.except_weekdays, *limit.closed_weekdays)
    return any(day in span for span in spans) or day.weekday() in weekdays


def _check_limit(clause: Clause) -> None:
    """Refuse limits that say nothing of single dates."""
    limit = clause.limit
    months_or_ends = (limit.months, limit.first, limit.last, limit.terms, limit.bank_holidays)
    comes_again = clause.frequency or limit.with_bank_holidays
    if comes_again or any(said is not None for said in months_or_ends):
        raise ScheduleNotRead(
            CLEAR,
            f"“{clause.days_text}” is a date, and the line also says when it comes round again.",
            "Write the dates with their times on one line, and what comes round on another.",
        )


def _year_not_said(said: SpansSaid, clause: Clause, today: date) -> ScheduleNotRead:
    """Return the question which year is meant, with the coming one that suits the weekday."""
    yearless = [span for span in said.spans if isinstance(span, YearlySpan)]
    first = with_year(yearless[0], said.weekday, today)
    coming = [first, *(with_year(span, None, first.first) for span in yearless[1:])]
    text = clause.days_text
    rules = _on(SpansSaid(tuple(coming), goes_on=said.goes_on), clause)
    question = asked(f"“{text}” does not say which year.", rules, wrong=text)
    if said.weekday is not None and len(coming) == 1:
        question.right = f"{text} {first.last.year}"
    return question


def _none_left_out(text: str) -> ScheduleNotRead:
    return ScheduleNotRead(
        CLEAR,
        f"It leaves out days that are not among “{text}”.",
        "Check the days with the group.",
        wrong=text,
    )


def _hours_or_dates(text: str) -> ScheduleNotRead:
    return ScheduleNotRead(
        CLEAR,
        f"The first numbers in “{text}” can be dates or times.",
        "Write times after the date, like this: 14 July 2027, 10am to midday. "
        "Write “and” between dates: 10 and 14 July 2027",
        wrong=text,
    )


def _too_many(text: str, span: DateSpan, clause: Clause) -> ScheduleNotRead:
    hours, part = clause.readings_of_times[0]
    weekdays = [EVERY_DAY, (span.first.weekday(),)]
    rules = [
        Rule(days=Weekly(days), hours=hours, part=part, first=span.first, last=span.last)
        for days in weekdays
    ]
    return asked(f"“{text}” is more than a month. Is it on every day?", rules, wrong=text)
