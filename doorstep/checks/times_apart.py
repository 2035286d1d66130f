"""Two lines of one entry never say the same time of the same day."""

from __future__ import annotations

from datetime import datetime, timedelta
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

    from doorstep.almanac import Almanac
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


class _Clash(NamedTuple):
    day: date
    """The first day on which two lines say the same time."""
    earlier: int
    """The place of the earlier line."""


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a warning for every line that says a time which a line before it says too."""
    span = DateSpan(draft.today, draft.today + AHEAD)
    for entry in draft.entries:
        said = [_Said(at, line.text, rule) for at, line in lines_of(entry) for rule in line.rules]
        if len(said) < 2:
            continue
        # Things happen while a place is open, and hours to walk in stand well beside hours to book.
        about = {(each.place.name, each.rule.by_appointment): None for each in said}
        for name, arranged in about:
            alike = [e for e in said if (e.place.name, e.rule.by_appointment) == (name, arranged)]
            if len(alike) > 1:
                for other, clash in sorted(_clashes(alike, span, draft.almanac).items()):
                    yield _told(entry, alike[clash.earlier], alike[other], clash.day)


def _clashes(alike: list[_Said], span: DateSpan, almanac: Almanac) -> dict[int, _Clash]:
    """Return the first clash of each line with one before it, by the line's place."""
    found: dict[int, _Clash] = {}
    for day, on_it in sorted(_by_day(alike, span, almanac).items()):
        if len(on_it) > 1 and len(found) < len(alike) - 1:
            for one, other in _meetings(alike, on_it, day):
                found.setdefault(other, _Clash(day, one))
    return found


def _by_day(alike: list[_Said], span: DateSpan, almanac: Almanac) -> dict[date, list[int]]:
    """Return the places of the lines that have each day."""
    days: dict[date, list[int]] = {}
    for place, said in enumerate(alike):
        for day in dict.fromkeys(days_of(said.rule, span, almanac)):
            days.setdefault(day, []).append(place)
    return days


def _meetings(alike: list[_Said], on_it: list[int], day: date) -> list[tuple[int, int]]:
    """Return the places of lines that meet on a day, the earlier line first, in order."""
    # In the order of their starts, a time can only meet those that have not ended before it.
    taken = sorted((*times, place) for place in on_it for times in _taken(alike[place].rule, day))
    going_on: list[tuple[datetime, int]] = []
    meetings = set()
    for start, end, place in taken:
        going_on = [(until, other) for until, other in going_on if start < until]
        meetings |= {(min(place, o), max(place, o)) for _, o in going_on if o != place}
        going_on.append((end, place))
    return sorted(meetings)


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
