"""Occurrences and days -> the instants from which they are over, for scripts that hide what is.

Instants are as machines write them (RFC 3339), with the offset of the guide's own time zone.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from doorstep.occurrences import Occurrence


def ends_at(occurrence: Occurrence) -> str:
    """Return the instant it is over; where nobody said, its day is let run to its end."""
    if occurrence.end is not None:
        return occurrence.end.isoformat()
    return end_of(occurrence.start.date(), occurrence.start.tzinfo)


def ends_on(occurrence: Occurrence, day: date) -> str:
    """Return the instant it is over on one of its days, before the next of them begins."""
    if day < occurrence.last_day:
        return end_of(day, occurrence.start.tzinfo)
    return ends_at(occurrence)


def end_of(day: date, zone: tzinfo | None) -> str:
    """Return the instant a day is over."""
    return datetime.combine(day + timedelta(days=1), time(0), zone).isoformat()
