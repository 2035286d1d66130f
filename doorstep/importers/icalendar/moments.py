"""The times of a calendar, as they are written -> Moment: a day, or a time on some clock."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from icalendar.error import InvalidCalendar
from icalendar.prop import vDuration
from msgspec import Struct

from doorstep.importers.icalendar.properties import Property
from doorstep.importers.icalendar.reasons import CannotUse, shown
from doorstep.importers.icalendar.zones import Zones

_WRITTEN = re.compile(
    r"(?P<year>[0-9]{4})-?(?P<month>[0-9]{2})-?(?P<day>[0-9]{2})"
    r"(?:[T ](?P<hour>[0-9]{2}):?(?P<minute>[0-9]{2})(?::?[0-9]{2}(?:\.[0-9]+)?)?"
    r"(?P<offset>Z|[+-][0-9]{2}:?[0-9]{2})?)?",
    re.IGNORECASE,
)
FIRST_YEAR, LAST_YEAR = 1600, 2200
"""Outside of these no group of ours meets, and reckoning leaves the calendar."""

_MOST_DATES = 2_000
LONGEST_STAY = timedelta(days=2 * 366)
"""What goes on for longer has an end that somebody mistyped."""


class Moment(Struct, frozen=True):
    """A whole day, or a time on a clock."""

    wall: datetime
    """What the clock on the wall shows; midnight for a whole day."""
    zone: tzinfo | None
    """Whose clock; None for a whole day, which is the same everywhere."""

    @property
    def is_day(self) -> bool:
        """Whether it is a whole day."""
        return self.zone is None

    @property
    def day(self) -> date:
        """Its day, on its own clock."""
        return self.wall.date()

    def on_clock(self, zone: tzinfo | None) -> Moment:
        """Return the same moment on another clock; a whole day stays what it is."""
        if self.zone is None or zone is None or zone is self.zone:
            return self
        there = self.wall.replace(tzinfo=self.zone).astimezone(UTC).astimezone(zone)
        return Moment(there.replace(tzinfo=None), zone)


class Clock(Struct, frozen=True):
    """What the times of one calendar mean."""

    zones: Zones
    home: tzinfo
    """For times without a zone: the calendar's own, or the guide's."""
    universal: tzinfo
    """For times in UTC: the clock they were meant on (X-WR-TIMEZONE), or UTC itself."""

    def read_all(self, written: Property) -> list[Moment]:
        """Return each moment of a line, or raise CannotUse."""
        values = [value for value in written.value.split(",") if value.strip()]
        if len(values) > _MOST_DATES:
            raise CannotUse(f"line {written.line} has more than {_MOST_DATES:,} dates")
        # Of a period (RFC 5545, 3.3.9) only its start is looked at.
        return [self._read(value.partition("/")[0].strip(), written) for value in values]

    def read(self, written: Property) -> Moment:
        """Return the one moment of a line, or raise CannotUse."""
        return self._read(written.value.strip(), written)

    def unknown_zone(self, written: Property) -> str:
        """Return the name of a line's zone when it is not known, or ""."""
        name = written.parameters.get("TZID", "")
        return name if name and self.zones.find(name) is None else ""

    def _read(self, value: str, written: Property) -> Moment:
        found = _WRITTEN.fullmatch(value)
        if found is None or not FIRST_YEAR <= int(found["year"]) <= LAST_YEAR:
            raise _no_moment(value, written)
        try:
            day = datetime(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            raise _no_moment(value, written) from None
        if found["hour"] is None or written.parameters.get("VALUE", "").upper() == "DATE":
            return Moment(day, None)
        hour, minute = int(found["hour"]), int(found["minute"])
        if (hour, minute) > (24, 0) or minute > 59:
            raise _no_moment(value, written)
        wall = day + timedelta(hours=hour, minutes=minute)
        return self._on_its_clock(wall, (found["offset"] or "").upper(), written)

    def _on_its_clock(self, wall: datetime, offset: str, written: Property) -> Moment:
        name = written.parameters.get("TZID", "")
        zone = self.zones.find(name) if name else None
        if offset:
            ahead = UTC if offset == "Z" else _fixed(offset)
            return Moment(wall, ahead).on_clock(zone or self.universal)
        return Moment(wall, zone or self.home)


def _fixed(offset: str) -> timezone:
    ahead = timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:]))
    if ahead >= timedelta(hours=24):
        raise CannotUse(f"{shown(offset)} is not a distance from UTC")
    return timezone(-ahead if offset[0] == "-" else ahead)


def _no_moment(value: str, written: Property) -> CannotUse:
    return CannotUse(f"{shown(value)} (line {written.line}, {written.name}) is not a date or time")


def read_length(written: Property) -> timedelta:
    """Return how long a DURATION is, or raise CannotUse."""
    try:
        length: timedelta = vDuration.from_ical(written.value.strip().upper())  # type: ignore[no-untyped-call]
    except (InvalidCalendar, ValueError, OverflowError):
        length = timedelta(-1)
    if not timedelta(0) <= length <= LONGEST_STAY:
        words = f"{shown(written.value)} (line {written.line}, DURATION) is not how long it takes"
        raise CannotUse(words)
    # Times in a guide have no seconds.
    return length - length % timedelta(minutes=1)
