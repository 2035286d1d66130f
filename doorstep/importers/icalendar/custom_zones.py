"""A VTIMEZONE of a calendar file (RFC 5545, 3.6.5) -> the clock it describes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import MAXYEAR, date, datetime, timedelta, tzinfo

from msgspec import Struct

from doorstep.importers.icalendar.components import Component
from doorstep.importers.icalendar.patterns import Pattern, read_pattern
from doorstep.importers.icalendar.reasons import CannotUse
from doorstep.occurrences.recurrence import days_by
from doorstep.schedules.rules import DateSpan

_OFFSET = re.compile(r"([+-])([0-9]{2}):?([0-5][0-9])(?::?[0-5][0-9])?")
_LOCAL = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})?)?Z?")
_LONGEST_BACK = 3
"""Years to look back for the last change of the clocks."""


class _Phase(Struct, frozen=True):
    """Standard time or summer time: when it begins, and what the clock says then."""

    begins: datetime
    offset: timedelta
    rule: Pattern | None
    """By what rule it begins again."""

    def onsets_in(self, year: int) -> Iterator[datetime]:
        """Yield when it begins in a year, on the clock that is about to be changed."""
        if self.rule is None:
            yield from (self.begins,) if self.begins.year == year else ()
            return
        # Only the one year is looked at: Outlook's rules began in 1601.
        span = DateSpan(date(year, 1, 1), date(year, 12, 31))
        for day in days_by(self.rule.text, self.begins.date(), span):
            if not self.rule.until or f"{day:%Y%m%d}" <= self.rule.until[:8]:
                yield datetime.combine(day, self.begins.time())


class CustomZone(tzinfo):
    """A clock that only the calendar itself describes."""

    def __init__(self, phases: tuple[_Phase, ...]) -> None:
        self._phases = phases
        self._onsets: dict[int, list[tuple[datetime, timedelta]]] = {}

    def utcoffset(self, when: datetime | None) -> timedelta:
        """Return how far this clock is ahead of UTC."""
        first = min(self._phases, key=lambda phase: phase.begins)
        if when is None:
            return first.offset
        wall = when.replace(tzinfo=None)
        for year in range(min(wall.year, MAXYEAR), max(wall.year - _LONGEST_BACK, 0), -1):
            begun = [offset for onset, offset in self._onsets_in(year) if onset <= wall]
            if begun:
                return begun[-1]
        earlier = [phase for phase in self._phases if phase.begins <= wall and not phase.rule]
        return max(earlier, key=lambda phase: phase.begins, default=first).offset

    def dst(self, when: datetime | None) -> timedelta:
        """Return how much of that is summer time: what is more than the least there is."""
        return self.utcoffset(when) - min(phase.offset for phase in self._phases)

    def tzname(self, when: datetime | None) -> str | None:  # noqa: ARG002
        """Return nothing: its name is the calendar's own."""
        return None

    def _onsets_in(self, year: int) -> list[tuple[datetime, timedelta]]:
        if year not in self._onsets:
            self._onsets[year] = sorted(
                (onset, phase.offset) for phase in self._phases for onset in phase.onsets_in(year)
            )
        return self._onsets[year]


def read_zone(component: Component) -> CustomZone | None:
    """Return the clock a VTIMEZONE describes, or None when it cannot be told."""
    try:
        phases = tuple(_phase(inside) for inside in component.inside)
    except (CannotUse, ValueError):
        return None
    return CustomZone(phases) if phases else None


def _phase(component: Component) -> _Phase:
    begins = _LOCAL.fullmatch(component.words("DTSTART"))
    if begins is None:
        raise CannotUse("its clock has no beginning")
    year, month, day, hour, minute = (int(part or 0) for part in begins.groups()[:5])
    written = component.first("RRULE")
    rule = read_pattern(written) if written else None
    if rule and (rule.freq != "YEARLY" or rule.interval != 1 or rule.count):
        raise CannotUse("its clock does not change by the year")
    return _Phase(datetime(year, month, day, hour, minute), _offset(component), rule)


def _offset(component: Component) -> timedelta:
    found = _OFFSET.fullmatch(component.words("TZOFFSETTO"))
    if found is None:
        raise CannotUse("its clock does not say how far it is from UTC")
    ahead = timedelta(hours=int(found[2]), minutes=int(found[3]))
    if ahead >= timedelta(hours=24):
        raise CannotUse("its clock is more than a day from UTC")
    return -ahead if found[1] == "-" else ahead
