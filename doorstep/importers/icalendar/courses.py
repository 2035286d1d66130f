"""A Pattern and the start it counts from -> Course: its days in any span, and where it ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from doorstep.importers.icalendar.moments import LAST_YEAR, Clock, Moment
from doorstep.importers.icalendar.patterns import Pattern
from doorstep.importers.icalendar.properties import Property
from doorstep.importers.icalendar.reasons import CannotUse
from doorstep.occurrences.recurrence import days_by
from doorstep.schedules.rules import DateSpan

_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_PERIODS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}
_SEARCHED = (40, 400, 4000)
"""Days in which the next date is looked for, as long as there is none."""

_MOST_EFFORT = 1_500_000
"""Days that are looked at for one calendar; a series takes about fifty."""

_WRITTEN_OUT = 100
"""So many days take as long as one date that is written out, and read again."""

_LONG = 7_300
"""Days that a series is followed to its end."""

_A_QUARTER = 15


class Effort:
    """How much reckoning a calendar is still worth: one written to be awkward is not followed."""

    def __init__(self) -> None:
        self._left = _MOST_EFFORT

    def days(self, text: str, counted_from: date, span: DateSpan) -> list[date]:
        """Return the days of a rule in a span, or raise CannotUse when all effort is spent."""
        freq = text.split(";", 1)[0].removeprefix("FREQ=")
        self._spend(max((span.last - span.first).days, 0) + _PERIODS[freq])
        return list(days_by(text, counted_from, span))

    def write_out(self, dates: int) -> None:
        """Spend what it takes to write so many dates out one by one."""
        self._spend(dates * _WRITTEN_OUT)

    def _spend(self, days: int) -> None:
        self._left -= days
        if self._left < 0:
            raise CannotUse("this calendar has so many long series that they were not worked out")


class Course(Struct, frozen=True):
    """One rule of an event, worked out on the event's own clock."""

    text: str
    """The rule, with all that it left to its start said, and without its end."""
    pattern: Pattern
    start: Moment
    last: date | None
    """The last day it may be on; None where it goes on for ever."""
    effort: Effort

    def days(self, first: date, last: date) -> list[date]:
        """Return its days from one day to another, both included."""
        span = DateSpan(max(first, self.start.day), min(last, self.last or last))
        if span.first > span.last:
            return []
        return self.effort.days(self.text, self.start.day, span)

    def has(self, day: date) -> bool:
        """Say whether a day is one of its days."""
        return bool(self.days(day, day))

    def coming(self, day: date) -> Iterator[date]:
        """Yield its days from a day on; they may stop ten years later."""
        day = max(day, self.start.day)
        seen = 0
        for reach in _SEARCHED:
            found = self.days(day + timedelta(days=seen), day + timedelta(days=reach))
            yield from found
            seen = reach + 1

    def before(self, day: date) -> date | None:
        """Return the last of its days up to a day, None when that is long before."""
        for reach in _SEARCHED[:2]:
            if found := self.days(day - timedelta(days=reach), day):
                return found[-1]
        return None

    def moment_on(self, day: date) -> Moment:
        """Return when it starts on one of its days."""
        wall = self.start.wall.replace(year=day.year, month=day.month, day=day.day)
        return Moment(wall, self.start.zone)


def course_of(pattern: Pattern, start: Moment, clock: Clock, effort: Effort, until: date) -> Course:
    """Return a rule worked out; `until` is the last day anybody asks for, in some years."""
    _check_clock(pattern, start)
    text = _filled(pattern, start.day)
    ends = [
        _last_by_until(pattern, start, clock),
        _last_by_count(pattern, text, start, effort, until),
    ]
    last = min((end for end in ends if end), default=None)
    return Course(text, pattern, start, last, effort)


def _check_clock(pattern: Pattern, start: Moment) -> None:
    """Refuse a rule that has other times of day than its start."""
    said = {"BYHOUR": start.wall.hour, "BYMINUTE": start.wall.minute}
    for name, value in pattern.clock.items():
        if name in said and value != str(said[name]):
            words = f"its rule (line {pattern.line}) has several times a day ({name}={value})"
            raise CannotUse(words)


def _filled(pattern: Pattern, start: date) -> str:
    """Return the rule with what it leaves to its start said (RFC 5545, 3.3.10)."""
    parts = dict(pattern.parts)
    narrowed = {"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"} & parts.keys()
    match parts["FREQ"]:
        case "WEEKLY" if not narrowed:
            parts["BYDAY"] = _WEEK[start.weekday()]
        case "MONTHLY" if not narrowed:
            parts["BYMONTHDAY"] = str(start.day)
        case "YEARLY" if not narrowed:
            parts |= {"BYMONTHDAY": str(start.day)}
            parts.setdefault("BYMONTH", str(start.month))
        case "YEARLY" if narrowed == {"BYWEEKNO"}:
            parts["BYDAY"] = _WEEK[start.weekday()]
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _last_by_until(pattern: Pattern, start: Moment, clock: Clock) -> date | None:
    year = pattern.until[:4]
    if not year or (year.isdecimal() and int(year) > LAST_YEAR):
        return None
    # Without Z it is on the clock of the event, whatever the standard says.
    written = Property("UNTIL", {}, pattern.until, pattern.line)
    until = clock.read(written)
    if start.is_day:
        return as_day(until)
    if until.is_day:
        return until.day
    if pattern.until.endswith("Z"):
        until = until.on_clock(start.zone)
    late = until.wall.time() < start.wall.time().replace(second=0)
    return until.day - timedelta(days=1) if late else until.day


def as_day(moment: Moment) -> date:
    """Return the whole day that is meant by a moment: midnight somewhere is told in UTC.

    23:59 and the like is the end of its own day.
    """
    is_midnight_elsewhere = moment.wall.hour >= 12 and moment.wall.minute % _A_QUARTER == 0
    return moment.day + timedelta(days=1) if is_midnight_elsewhere else moment.day


def _last_by_count(
    pattern: Pattern, text: str, start: Moment, effort: Effort, until: date
) -> date | None:
    """Return the day of the last of so many dates, None when that is long after anybody asks."""
    count = pattern.count or 0
    # With nothing that narrows it, there is a date in each period.
    usual = start.day + timedelta(
        days=min(count * _PERIODS[pattern.freq] * pattern.interval, _LONG)
    )
    for end in (usual, max(usual, until)):
        if 0 < count <= (end - start.day).days + 1:
            found = effort.days(text, start.day, DateSpan(start.day, end))
            if len(found) >= count:
                return found[count - 1]
    return None
