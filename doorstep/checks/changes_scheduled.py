"""A changed date is one of the days on which the entry is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.checks.day_words import near, not_a_day_of
from doorstep.checks.known_terms import as_far_as_known
from doorstep.entries import Opening
from doorstep.occurrences import has_date, nearest_dates
from doorstep.problems import Level

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from doorstep.drafts import Draft
    from doorstep.entries import Entry
    from doorstep.problems import Problem
    from doorstep.schedules.rules import Rule

SHOWN = 2
"""How many of the nearest days are named."""


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a warning for every change of a day to come that is not in the schedule."""
    for entry in draft.entries:
        to_come = (pair for pair in enumerate(entry.changes) if pair[1].on >= draft.today)
        for position, change in to_come:
            rules = as_far_as_known(_rules(entry), change.on, draft.almanac)
            if not has_date(rules, change.on, draft.almanac):
                days = nearest_dates(rules, change.on, draft.almanac, SHOWN)
                yield _told(entry, position, _message(rules, change.on), near(days))


def _rules(entry: Entry) -> tuple[Rule, ...]:
    opening = entry.opening_rules if isinstance(entry, Opening) else ()
    return (*entry.rules, *opening)


def _message(rules: tuple[Rule, ...], day: date) -> str:
    if not any(rule.is_dated for rule in rules):
        return "This changes a date, and nothing here says on which days it is."
    return not_a_day_of(rules, day)


def _told(entry: Entry, position: int, message: str, fix: str) -> Problem:
    return entry.problem_at(
        *("changes", position, "on"),
        rule="changes-scheduled",
        level=Level.WARNING,
        message=message,
        fix=fix,
    )
