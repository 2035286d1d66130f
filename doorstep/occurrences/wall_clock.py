"""Times on the clock on the wall -> the moments that they are, in a time zone."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


@lru_cache(maxsize=1 << 14)  # a neighbourhood begins most things at the same few times of day
def moment(shown: datetime, zone: ZoneInfo) -> datetime:
    """Return when the clock on the wall shows a day and time.

    Of a time that comes twice, when clocks go back, it is the first (PEP 495, fold=0). A time that
    never comes, when they go forward, is as much later as the clocks are put on.
    """
    # Python counts a missing time as if the clocks had not changed yet: there and back mends it.
    return shown.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)


def moments(
    start: datetime, end: datetime | None, zone: ZoneInfo
) -> tuple[datetime, datetime | None]:
    """Return when something starts and ends; the end is on the clock too, and after the start."""
    starts = moment(start, zone)
    if end is None:
        return starts, None
    ends = moment(end, zone)
    # A start that was missing may have moved past its end: then it goes on for as long as meant.
    return starts, ends if ends > starts else starts + (end - start)
