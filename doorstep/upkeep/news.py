"""The guide's own history and its diary -> what is new, and what is off in the next days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.kinds import Kind
from doorstep.occurrences import Occurrence, State

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide

A_WEEK = timedelta(days=6)
"""From the first day of seven to the last."""


class News(Struct, frozen=True):
    """What came into the guide since the last round."""

    since: date
    """The day of the last round: the same day a month ago."""
    entries: tuple[Entry, ...]
    """What is listed and came since, the newest first."""


def news_of(guide: Guide) -> News | None:
    """Return what is new; None where the history of the files is not there to tell."""
    since = _a_month_before(guide.today)
    entries = (entry for entry in guide.catalogue.listed if entry.kind is not Kind.PAGE)
    known = [(day, entry) for entry in entries if (day := guide.came_on(entry))]
    if not known:
        return None
    new = [(day, entry) for day, entry in known if since < day <= guide.today]
    latest_first = sorted(new, key=lambda pair: (-pair[0].toordinal(), pair[1].slug))
    return News(since, tuple(entry for _, entry in latest_first))


def _a_month_before(day: date) -> date:
    """Return the same day of the month before, or its last day where it has fewer."""
    last = day.replace(day=1) - timedelta(days=1)
    return last.replace(day=min(day.day, last.day))


def cancelled_this_week(guide: Guide) -> tuple[Occurrence, ...]:
    """Return the dates of the next seven days that are off; never of a safe space."""
    happening = guide.diary.between(guide.today, guide.today + A_WEEK)
    return tuple(one for one in happening if one.state is State.CANCELLED)
