"""A schedule that is not over has at least one day to come."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from doorstep.checks.known_terms import as_far_as_known
from doorstep.checks.timetables import lines_of
from doorstep.occurrences.conditions import holds_always
from doorstep.occurrences.days import days_of
from doorstep.problems import Level
from doorstep.schedules.rules import Dates, DateSpan, Stretch, Weekly

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from doorstep.drafts import Draft
    from doorstep.problems import Problem
    from doorstep.schedules.rules import Rule

LOOKED_AHEAD = (60, 400, 3000)
"""Days: most things happen soon, and even 29 February comes in eight years."""


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a warning for every line by which nothing ever happens."""
    for entry in draft.entries:
        for place, line in lines_of(entry):
            if any(_never_happens(rule, draft) for rule in line.rules):
                yield entry.problem_at(
                    *place,
                    rule="schedules-happen",
                    level=Level.WARNING,
                    message="There is no day to come on which all that this says is true.",
                    fix="Check the days, and what is left out, with the group.",
                )


def _never_happens(rule: Rule, draft: Draft) -> bool:
    if _goes_on_and_on(rule):
        return False
    spans = list(_spans(rule, draft.today)) if rule.is_dated else []
    return bool(spans) and not any(
        days_of(known, span, draft.almanac)
        for span in spans
        for known in as_far_as_known((rule,), span.last, draft.almanac)
    )


def _goes_on_and_on(rule: Rule) -> bool:
    """Say whether this is a plain weekly rule without an end: no day has to be looked for."""
    return rule.last is None and holds_always(rule) and isinstance(rule.days, Weekly)


def _spans(rule: Rule, today: date) -> Iterator[DateSpan]:
    """Yield ever longer spans in which a rule must have a day; none when it is over."""
    match rule.days:
        case Dates(dates):
            yield DateSpan(dates[0], dates[-1])
        case Stretch(first=first):
            yield DateSpan(first, first)
        case _:
            start = max(rule.first or today, today)
            if rule.last is None or rule.last >= start:
                yield from (DateSpan(start, start + timedelta(days)) for days in LOOKED_AHEAD)
