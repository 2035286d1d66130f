"""Days since the last check -> the step of the freshness ladder an entry stands on."""

from __future__ import annotations

from datetime import date, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING

from doorstep.entries import Help
from doorstep.kinds import Kind

if TYPE_CHECKING:
    from doorstep.config import Freshness
    from doorstep.entries import Entry

TIMELESS = frozenset({Kind.STORY, Kind.PAGE})
"""What happened stays true; only what one might go to needs checking."""


class Step(IntEnum):
    """How far down the ladder: only a check, never an edit, brings an entry up again."""

    FRESH = 0
    DUE = 1
    """A check is due; nothing changes for readers."""
    STALE = 2
    """"Not checked lately. Phone before you go": sinks in lists."""
    UNLISTED = 3
    """"We could not confirm this": out of the lists, the address is kept."""


def step_of(entry: Entry, freshness: Freshness, today: date) -> Step:
    """Return the step an entry stands on today; never checked is not checked lately."""
    if entry.kind in TIMELESS:
        return Step.FRESH
    if entry.checked is None:
        return Step.STALE
    age = (today - entry.checked.on).days
    ladder = freshness.ladder(entry.kind)
    return Step((age > ladder.due) + (age > ladder.stale) + (age > ladder.unlisted))


def check_due(entry: Entry, freshness: Freshness) -> date | None:
    """Return the day the next check is due, if there was one."""
    if entry.checked is None or entry.kind in TIMELESS:
        return None
    return entry.checked.on + timedelta(days=freshness.ladder(entry.kind).due)


def ends_on(entry: Entry) -> date | None:
    """Return the last day of an offer, if it has one."""
    return entry.last_day if isinstance(entry, Help) else None
