"""An entry -> the events that calendars show of it (RFC 5545, 3.6.1), as bytes."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING

from icalendar import Event, vRecur

from doorstep.occurrences import State
from doorstep.outputs.calendar_lines import line, text_line
from doorstep.recurrences import comes_twice, timeline_of
from doorstep.views.calendar_words import calendar_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.history import Edits
    from doorstep.occurrences import Occurrence
    from doorstep.recurrences import Series
    from doorstep.views.calendar_words import CalendarWords

OPENING = b"BEGIN:VEVENT\r\n"
CLOSING = b"END:VEVENT\r\n"

LATEST = time(23, 59, 59)


class EventPrinter:
    """Prints the events of one entry; what they have in common it prints once."""

    def __init__(self, guide: Guide, entry: Entry, edits: Edits | None) -> None:
        self._guide = guide
        self._entry = entry
        self._edits = edits
        self._zone = guide.diary.zone
        self._usual = self._said(calendar_words(guide, entry))

    def all(self) -> bytes:
        """Every event: each series with what is changed in it, then every single date."""
        timeline = timeline_of(self._guide.diary, self._entry)
        events = [
            event
            for number, series in enumerate(timeline.series, start=1)
            for event in self._of_series(series, self._uid("" if number == 1 else f".{number}"))
        ]
        seen: Counter[date] = Counter()
        for one in timeline.singles:
            seen[one.on] += 1
            events.append(self.single(one, seen[one.on]))
        return b"".join(events)

    def single(self, one: Occurrence, number: int = 1) -> bytes:
        """Return one date as an event of its own; `number` tells two on one day apart."""
        again = f".{number}" if number > 1 else ""
        # Named by the day its schedule says: moved, it is still the same event.
        return self._event(one, self._uid(f".{one.on:%Y%m%d}{again}"))

    def _of_series(self, series: Series, uid: str) -> Iterator[bytes]:
        rule = _rule_line(series.rrule, self._until(series) if series.last else None)
        but = _exceptions_line(tuple(self._named(series, day) for day in series.except_dates))
        first, end = (_placed(shown, self._zone) for shown in (series.start, series.end))
        times = _times(first, end, is_timed=series.is_timed)
        yield _printed(line("UID", uid), *times, rule, but, self._usual)
        for one in series.changed:
            named = _moment("RECURRENCE-ID", self._named(series, one.on))
            yield self._event(one, uid, named)

    def _event(self, one: Occurrence, uid: str, named: bytes = b"") -> bytes:
        is_usual = one.state is State.ON and not (one.usual or one.where or one.because)
        words = None if is_usual else calendar_words(self._guide, self._entry, one)
        start, end = (_once(at) if at and one.is_timed else at for at in (one.start, one.end))
        return _printed(
            line("UID", uid),
            named,
            b"STATUS:CANCELLED\r\n" if one.state is State.CANCELLED else b"",
            *_times(start, end, is_timed=one.is_timed),
            self._said(words) if words else self._usual,
        )

    def _uid(self, ending: str) -> str:
        # A slug has no dot, so that no entry's events are called like another's.
        return f"{self._entry.slug}{ending}@{self._guide.permalinks.host}"

    def _named(self, series: Series, day: date) -> date:
        """Return the start that a series itself has for a day (RFC 5545, 3.8.4.4)."""
        if not series.is_timed:
            return day
        return datetime.combine(day, series.start.time(), self._zone)

    def _until(self, series: Series) -> date:
        last = series.last or date.max
        if not series.is_timed:
            return last
        return datetime.combine(last, LATEST, self._zone).astimezone(UTC)

    def _said(self, words: CalendarWords) -> bytes:
        """Return the lines of an event that do not say when it is."""
        edits, at = self._edits, words.position
        told = edits.last if edits else datetime.combine(self._guide.today, time(), UTC)
        lines = (
            text_line("SUMMARY", words.title),
            _moment("DTSTAMP", told.astimezone(UTC)),
            line("SEQUENCE", str(edits.count)) if edits else b"",
            text_line("DESCRIPTION", words.notes),
            line("GEO", f"{at.lat};{at.lon}") if at else b"",
            _moment("LAST-MODIFIED", edits.last.astimezone(UTC)) if edits else b"",
            text_line("LOCATION", words.place) if words.place else b"",
            line("URL", words.page),
        )
        return b"".join(lines)


def _placed(shown: datetime | None, zone: ZoneInfo) -> datetime | None:
    return shown.replace(tzinfo=zone) if shown else None


def _times(start: datetime | None, end: datetime | None, *, is_timed: bool) -> Iterator[bytes]:
    """Yield when an event starts and ends: the end is left out when nobody said (3.6.1)."""
    for name, at in (("DTSTART", start), ("DTEND", end)):
        if at:
            yield _moment(name, at if is_timed else at.date())


def _once(at: datetime) -> datetime:
    # Of two times with one name not every program takes the first (3.3.5), so it is told in UTC.
    return at.astimezone(UTC) if comes_twice(at) else at


def _moment(name: str, at: date) -> bytes:
    """Return a line with a day or a time: most lines of a calendar are such (3.3.4, 3.3.5)."""
    if not isinstance(at, datetime):
        return f"{name};VALUE=DATE:{at:%Y%m%d}\r\n".encode()
    if at.tzinfo is UTC:
        return f"{name}:{at:%Y%m%dT%H%M%S}Z\r\n".encode()
    return f"{name};TZID={at.tzinfo}:{at:%Y%m%dT%H%M%S}\r\n".encode()


@lru_cache(maxsize=512)  # much in a neighbourhood is every Tuesday
def _rule_line(rrule: str, until: date | None) -> bytes:
    rule = vRecur.from_ical(rrule)
    if until:
        rule["UNTIL"] = [until]
    event = Event()
    event.add("RRULE", rule)
    return _inside(event)


def _exceptions_line(left_out: tuple[date, ...]) -> bytes:
    event = Event()
    if left_out:
        event.add("EXDATE", list(left_out))
    return _inside(event) if left_out else b""


def _inside(event: Event) -> bytes:
    return bytes(event.to_ical()).removeprefix(OPENING).removesuffix(CLOSING)


def _printed(*lines: bytes) -> bytes:
    return b"".join((OPENING, *lines, CLOSING))
