"""Occurrence: one happening of an entry, on its day, with what has become of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

ONE_DAY = timedelta(days=1)

NIGHT_ENDS = timedelta(hours=12)
"""What starts on one day and ends on the next belongs to its night, if it is over by midday."""

SMALL_HOURS = timedelta(hours=6)
"""What goes on for days and ends in the small hours is over the day before."""


class State(StrEnum):
    """What has become of one date."""

    ON = "on"
    CANCELLED = "cancelled"
    MOVED = "moved"
    """It is not then but at another time: `instead` says when. The new date has an occurrence of
    its own that is ON, with `usual` set."""


class Window(Struct, frozen=True):
    """The days that occurrences are worked out for."""

    first: date
    last: date
    """The last day in it."""


class Occurrence(Struct, frozen=True, kw_only=True):
    """One happening of an entry."""

    slug: str
    """The entry's."""
    on: date
    """The day its schedule says, its name even when it is moved (RFC 5545, RECURRENCE-ID)."""
    start: datetime
    """In the guide's own time zone; midnight for whole days."""
    end: datetime | None
    """In the same zone; None when nobody said. For whole days the midnight after the last."""
    is_timed: bool
    """Whether start and end are times; otherwise it is whole days, or nobody said at what time."""
    is_all_day: bool = False
    """Whether somebody said "all day" (then is_timed is false)."""
    by_appointment: bool = False
    rule: int = 0
    """Which of the entry's rules, counted over all its lines."""
    state: State = State.ON
    because: str = ""
    """Why it is cancelled or moved."""
    where: str = ""
    """Another place than usual: the slug of an entry, or words; "" for the usual one."""
    usual: datetime | None = None
    """When it would have been, for a date that was moved to here."""
    instead: datetime | None = None
    """When it is now, for a date that was moved away."""

    @property
    def is_usual(self) -> bool:
        """Whether it is then and there, as its schedule says."""
        return self.state is State.ON and not (self.usual or self.where or self.because)

    @property
    def last_day(self) -> date:
        """The last day on which it goes on; an end after midnight belongs to the night before."""
        first = self.start.date()
        if self.end is None or self.end.date() == first:
            return first
        if not self.is_timed:
            return self.end.date() - ONE_DAY
        is_one_night = self.end.date() - first == ONE_DAY
        over = self.end - (NIGHT_ENDS if is_one_night else SMALL_HOURS)
        return max(first, over.date())
