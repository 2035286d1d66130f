"""A rule and a day -> the rule without what no longer matters, or not for a year to come."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.schedules.rules import Monthly, Weekly

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from doorstep.schedules.rules import Rule

AHEAD = timedelta(days=366)
"""So far ahead nobody looks for when something ends, or is off for once."""


def as_of(rule: Rule, today: date, next_on: date | None = None) -> Rule:
    """Return a rule that holds on the same days of the year to come, in fewer words.

    What it is counted from is never before `next_on`: the days until then are off.
    """
    if rule.is_single or not (rule.except_dates or rule.first or rule.last):
        return rule
    far = today + AHEAD
    ahead = tuple(one for one in rule.except_dates if one.last >= today and one.first <= far)
    last = rule.last if rule.last and rule.last <= far else None
    return replace(rule, except_dates=ahead, first=_first(rule, today, next_on or today), last=last)


def _first(rule: Rule, today: date, next_on: date) -> date | None:
    """Return when it begins: where weeks are counted, the next of them says which those are."""
    if rule.first is None or rule.first > today:
        return rule.first
    match rule.days:
        case Weekly() as days if days.every > 1:
            return next(day for day in _counted(days, rule.first, next_on) if _is_in(rule, day))
        case Monthly(every=every) if every > 1:
            return rule.first
    return None


def _counted(days: Weekly, first: date, today: date) -> Iterator[date]:
    """Yield the days to come in the weeks that are counted from the one it began in."""
    begun = first - timedelta(days=first.weekday())
    weeks = (today - begun).days // 7
    for turn in count(weeks // days.every):
        monday = begun + timedelta(weeks=turn * days.every)
        yield from (
            day for weekday in days.weekdays if (day := monday + timedelta(days=weekday)) >= today
        )


def _is_in(rule: Rule, day: date) -> bool:
    return not rule.months or day.month in rule.months
