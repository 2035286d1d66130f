"""A rule and a day on which it starts -> from when to when, on the clock on the wall."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from doorstep.occurrences.occurrence import ONE_DAY
from doorstep.schedules.rules import DayPart, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.schedules.rules import Hours, Rule

Times = tuple[datetime, datetime | None]
"""A start and an end on the clock, in no time zone yet; None where nobody said the end."""


def times_of(rule: Rule, day: date) -> list[Times]:
    """Return each start of a rule on one of its days, with its end."""
    if isinstance(rule.days, Stretch):
        return list(_over_days(rule, day, rule.days.last))
    if rule.hours:
        return [hours_on(day, hours) for hours in rule.hours]
    return [(midnight(day), midnight(day + ONE_DAY) if rule.part is DayPart.ALL_DAY else None)]


def hours_on(day: date, hours: Hours) -> Times:
    """Return when hours of a day start and end, which may be on the next."""
    start = datetime.combine(day, hours.start)
    if hours.end is None:
        return start, None
    end = datetime.combine(day, hours.end)
    return start, end if end > start else end + ONE_DAY


def midnight(day: date) -> datetime:
    """Return the start of a day."""
    return datetime.combine(day, time())


def _over_days(rule: Rule, first: date, last: date) -> Iterator[Times]:
    """Yield one stretch; with no end said, it is over when its last day is."""
    over = midnight(last + ONE_DAY)
    if not rule.hours:
        yield midnight(first), over
    for hours in rule.hours:
        end = datetime.combine(last, hours.end) if hours.end else over
        yield datetime.combine(first, hours.start), end
