"""Two lines of one entry never say the same time of the same day."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from doorstep.checks.day_words import with_weekday
from doorstep.checks.timetables import Place, lines_of
from doorstep.occurrences.days import days_of
from doorstep.occurrences.hours import times_of
from doorstep.problems import Level
from doorstep.schedules.rules import DateSpan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from doorstep.drafts import Draft
    from doorstep.entries import Entry
    from doorstep.problems import Problem
    from doorstep.schedules.rules import Rule

AHEAD = timedelta(days=400)
"""Clashes are looked for among the days that the guide shows."""


class _Said(NamedTuple):
    place: Place
    text: str
    rule: Rule


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a warning for every line that says a time which another line says too."""
    span = DateSpan(draft.today, draft.today + AHEAD)
    for entry in draft.entries:
        said = [_Said(at, line.text, rule) for at, line in lines_of(entry) for rule in line.rules]
        for one, other in combinations(said, 2):
            if day := _clash(draft, one, other, span):
                yield _told(entry, one, other, day)


def _clash(draft: Draft, one: _Said, other: _Said, span: DateSpan) -> date | None:
    """Return the first day on which both say the same time of the same thing."""
    # Things happen while a place is open, and hours to walk in stand well beside hours to book.
    about = ((said.place.name, said.rule.by_appointment) for said in (one, other))
    if len(set(about)) > 1:
        return None
    first, second = (set(days_of(said.rule, span, draft.almanac)) for said in (one, other))
    return next((day for day in sorted(first & second) if _meet(one.rule, other.rule, day)), None)


def _meet(one: Rule, other: Rule, day: date) -> bool:
    return any(
        start < other_end and other_start < end
        for start, end in _taken(one, day)
        for other_start, other_end in _taken(other, day)
    )


def _taken(rule: Rule, day: date) -> Iterator[tuple[datetime, datetime]]:
    """Yield what a rule takes up of a day: a moment where nobody said the end, or all of it."""
    for start, end in times_of(rule, day):
        shortest = timedelta(minutes=1) if rule.hours else timedelta(days=1)
        yield start, end or start + shortest


def _told(entry: Entry, one: _Said, other: _Said, day: date) -> Problem:
    message = (
        f"This line says the same time twice on {with_weekday(day)}."
        if one.place == other.place
        else f"On {with_weekday(day)} this says a time that “{one.text}” says too."
    )
    return entry.problem_at(
        *other.place,
        rule="times-apart",
        level=Level.WARNING,
        message=message,
        fix="Take one of them out, or say which days each is for.",
    )
