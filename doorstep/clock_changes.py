"""A time zone -> when its clocks change and how far they are from UTC, for calendars and pages.

A browser knows time zones as well, but to ask it costs a slow phone a fifth of a second, before it
shows anything; and an old one knows none but its own. So a page brings the offsets with it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

AHEAD = timedelta(days=800)
"""For how long a page knows the offsets; one that is older keeps to the last."""

_DAY, _WEEK, _SECOND = timedelta(days=1), timedelta(weeks=1), timedelta(seconds=1)


def offset_at(zone: tzinfo, instant: datetime) -> timedelta:
    """Return how far the clocks are ahead of UTC at an instant."""
    return instant.astimezone(zone).utcoffset() or timedelta()


def changes_of(zone: tzinfo, since: datetime, until: datetime) -> Iterator[datetime]:
    """Yield the instants, to the second, from which the clocks have another offset.

    Both ends have to say their own offset from UTC. Clocks that are changed and put back within one
    week, which none does now, would be missed.
    """
    while since < until:
        after = min(since + _WEEK, until)
        if offset_at(zone, since) != offset_at(zone, after):
            yield _change_between(zone, since, after)
        since = after


def offsets(zone: tzinfo, today: date) -> str:
    """Return each offset and since when it holds: "1772409600:0 1774746000:60".

    That is seconds of Unix time and minutes east of UTC. The first holds from the day before.
    """
    first = datetime.combine(today, time(), UTC) - _DAY
    return " ".join(
        f"{since.timestamp():.0f}:{offset_at(zone, since) // timedelta(minutes=1)}"
        for since in (first, *changes_of(zone, first, first + AHEAD))
    )


def _change_between(zone: tzinfo, before: datetime, after: datetime) -> datetime:
    """Return the only change after one instant and up to another, by halves."""
    was = offset_at(zone, before)
    while after - before > _SECOND:
        middle = (before + (after - before) / 2).replace(microsecond=0)
        before, after = (middle, after) if offset_at(zone, middle) == was else (before, middle)
    return after
