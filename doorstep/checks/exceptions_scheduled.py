"""A day that is left out of a schedule is one that would be in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.checks.day_words import near, not_a_day_of, with_weekday
from doorstep.checks.timetables import lines_of
from doorstep.occurrences import nearest_dates
from doorstep.occurrences.days import days_of
from doorstep.problems import Level
from doorstep.schedules.rules import BankHolidays

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.almanac import Almanac
    from doorstep.checks.timetables import Place
    from doorstep.drafts import Draft
    from doorstep.entries import Entry
    from doorstep.problems import Problem
    from doorstep.schedules.rules import DateSpan, Rule

SHOWN = 2
"""How many of the nearest days are named."""


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a warning for every exception to come that leaves nothing out."""
    for entry in draft.entries:
        for place, line in lines_of(entry):
            for rule in line.rules:
                to_come = [span for span in rule.except_dates if span.last >= draft.today]
                usual = _without_exceptions(rule) if to_come else rule
                for span in to_come:
                    if not days_of(usual, span, draft.almanac):
                        yield _told(entry, place, usual, span, draft.almanac)


def _without_exceptions(rule: Rule) -> Rule:
    """Return the days of a rule and no more: to leave a day out twice is no mistake."""
    also = rule.bank_holidays if rule.bank_holidays is BankHolidays.ALSO_ON else None
    return replace(
        rule, except_dates=(), except_yearly=(), months=(), terms=None, bank_holidays=also
    )


def _told(entry: Entry, place: Place, usual: Rule, span: DateSpan, almanac: Almanac) -> Problem:
    return entry.problem_at(
        *place,
        rule="exceptions-scheduled",
        level=Level.WARNING,
        message=_message(usual, span),
        fix=near(nearest_dates((usual,), span.first, almanac, SHOWN)),
    )


def _message(usual: Rule, span: DateSpan) -> str:
    if span.first == span.last:
        return f"This leaves out a day for nothing: {not_a_day_of((usual,), span.first)}"
    days = f"{with_weekday(span.first)} to {with_weekday(span.last)}"
    return f"This leaves out {days}, and would not be on any of those days."
