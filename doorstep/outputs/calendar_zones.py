"""A time zone -> when its clocks change, as calendars are told it (RFC 5545, 3.6.5, VTIMEZONE)."""

from __future__ import annotations

import calendar
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur
from msgspec import Struct

from doorstep.clock_changes import changes_of, offset_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

EARLIEST = 1970
"""Nothing in a calendar is older."""

LOOKED_AHEAD = 10
"""Years in which clocks have to change by one rule before it is taken for a rule."""

ONE_DAY = timedelta(days=1)
ONE_SECOND = timedelta(seconds=1)


class Turn(Struct, frozen=True):
    """One change of the clocks."""

    at: datetime
    """What clocks showed when they were changed."""
    before: timedelta
    """How far they were ahead of UTC."""
    after: timedelta
    """How far they have been since."""
    name: str
    """What the time has been called since, such as BST."""

    @property
    def rules(self) -> frozenset[str]:
        """The yearly rules this change keeps to: it is on the last Sunday of March, say."""
        month, day = f"FREQ=YEARLY;BYMONTH={self.at.month}", self.at.day
        nth, name = (day - 1) // 7 + 1, WEEKDAYS[self.at.weekday()]
        is_last = day + 7 > calendar.monthrange(self.at.year, self.at.month)[1]
        places = (nth, -1) if is_last else (nth,)
        # Some laws say "the Sunday on or after the 2nd": one of seven days.
        sevens = (range(first, first + 7) for first in range(max(day - 6, 1), day + 1))
        return frozenset(
            [f"{month};BYDAY={place}{name}" for place in places]
            + [f"{month};BYDAY={name};BYMONTHDAY={','.join(map(str, days))}" for days in sevens]
        )

    def is_like(self, other: Turn) -> bool:
        """Say whether two changes are the same but for their day."""
        mine = (self.at.time(), self.before, self.after, self.name)
        return mine == (other.at.time(), other.before, other.after, other.name)


@cache
def zone_component(zone: ZoneInfo, year: int) -> bytes:
    """Return a VTIMEZONE that holds from the year before this one on."""
    component = Timezone()
    component.add("TZID", zone.key)
    ruled = list(_ruled(zone, year))
    if not ruled:
        # Some zones change their clocks by the moon; then every change is told by itself.
        years = range(year - 1, year + LOOKED_AHEAD)
        ruled = [(turn, "") for one in years for turn in _turns(zone, one)]
    for turn, rule in ruled or [(_always(zone, year), "")]:
        component.add_component(_observance(turn, rule))
    return bytes(component.to_ical())


def _ruled(zone: ZoneInfo, year: int) -> Iterator[tuple[Turn, str]]:
    """Yield the first change by each rule that the zone keeps to, or nothing where it has none."""
    by_year = [_turns(zone, one) for one in range(year - 1, year + LOOKED_AHEAD)]
    if len({len(turns) for turns in by_year}) != 1:
        return
    found = []
    for turns in zip(*by_year, strict=True):
        rules = frozenset.intersection(*(turn.rules for turn in turns))
        if not rules or not all(turn.is_like(turns[0]) for turn in turns):
            return
        rule = min(rules)  # "-1SU" before "4SU": more laws say "last"
        found.append((_first_by(rule, turns[0], zone), rule))
    yield from found


def _first_by(rule: str, known: Turn, zone: ZoneInfo) -> Turn:
    """Return the first change since when all have kept to a rule."""
    for year in range(known.at.year - 1, EARLIEST - 1, -1):
        before = [turn for turn in _turns(zone, year) if rule in turn.rules and known.is_like(turn)]
        if not before:
            break
        known = before[0]
    return known


def _turns(zone: ZoneInfo, year: int) -> list[Turn]:
    """Return the changes of the clocks in a year."""
    first = datetime(year, 1, 1, tzinfo=UTC) - ONE_DAY
    last = datetime(year + 1, 1, 1, tzinfo=UTC) + ONE_DAY
    turns = (_turn_at(zone, instant) for instant in changes_of(zone, first, last))
    return [turn for turn in turns if turn.at.year == year]


def _turn_at(zone: ZoneInfo, instant: datetime) -> Turn:
    before = offset_at(zone, instant - ONE_SECOND)
    return Turn(
        at=(instant + before).replace(tzinfo=None),
        before=before,
        after=offset_at(zone, instant),
        name=_name(zone, instant),
    )


def _always(zone: ZoneInfo, year: int) -> Turn:
    instant = datetime(year, 1, 1, tzinfo=UTC)
    offset = offset_at(zone, instant)
    return Turn(datetime(EARLIEST, 1, 1), offset, offset, _name(zone, instant))


def _name(zone: ZoneInfo, instant: datetime) -> str:
    return instant.astimezone(zone).tzname() or zone.key


def _observance(turn: Turn, rule: str) -> TimezoneStandard | TimezoneDaylight:
    observance = TimezoneDaylight() if turn.after > turn.before else TimezoneStandard()
    observance.add("DTSTART", turn.at)
    observance.add("TZNAME", turn.name)
    observance.add("TZOFFSETFROM", turn.before)
    observance.add("TZOFFSETTO", turn.after)
    if rule:
        observance.add("RRULE", vRecur.from_ical(rule))
    return observance
