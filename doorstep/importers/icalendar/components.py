"""The lines of a calendar file -> its events and time zones, each with the lines it has."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct, field

from doorstep.importers.icalendar.content_lines import ContentLine, content_lines
from doorstep.importers.icalendar.properties import Property, read_property
from doorstep.importers.icalendar.reasons import NotACalendar

MOST_EVENTS = 5_000
"""Events; the calendar of a neighbourhood's group has a hundred."""

_WEB_PAGE = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_PUBLIC = (
    "Ask the group for the “public” or “iCal” address of its calendar. It often ends in .ics, "
    "and opens without a password."
)
_EXPORT = "Save the calendar as an .ics file, and import that."


class Component(Struct, frozen=True):
    """An event, a time zone or a calendar: what stands between BEGIN and END."""

    name: str
    line: int
    """Where it begins."""
    properties: tuple[Property, ...]
    inside: tuple[Component, ...] = ()

    def all(self, name: str) -> tuple[Property, ...]:
        """Return every property of a name, in order."""
        return tuple(one for one in self.properties if one.name == name)

    def first(self, name: str) -> Property | None:
        """Return the first property of a name that says something."""
        return next((one for one in self.all(name) if one.value), None)

    def words(self, name: str) -> str:
        """Return what the first property of a name says, or ""."""
        found = self.first(name)
        return found.text if found else ""


class Calendar(Struct, frozen=True):
    """One calendar of a file: what it says of itself, and its events and time zones."""

    itself: Component
    events: tuple[Component, ...]


class CalendarFile(Struct, frozen=True):
    """All that is in a file."""

    calendars: tuple[Calendar, ...]
    zones: tuple[Component, ...]
    """Every VTIMEZONE, of whatever calendar."""
    strays: tuple[ContentLine, ...]
    """Lines that belong to nothing."""

    @property
    def event_count(self) -> int:
        """How many events it has."""
        return sum(len(calendar.events) for calendar in self.calendars)


def read_components(text: str) -> CalendarFile:
    """Return what is in a file, or raise NotACalendar."""
    if _WEB_PAGE.match(text[:2000]):
        raise NotACalendar("This is a web page and not a calendar.", _PUBLIC)
    reader = _Reader()
    reader.read(content_lines(text))
    file = reader.file()
    if not reader.has_begun:
        raise NotACalendar("This is not a calendar: it has no line BEGIN:VCALENDAR.", _EXPORT)
    if reader.is_cut_off:
        message = f"This file ends too early: what begins on line {reader.opened_on} has no end."
        raise NotACalendar(message, "Fetch or save it once more.", reader.opened_on)
    if file.event_count > MOST_EVENTS:
        message = f"This calendar has {file.event_count:,} events, and {MOST_EVENTS:,} is the most."
        raise NotACalendar(message, "Ask for one without past years.")
    return file


class _Open(Struct):
    """A component whose end has not come yet."""

    name: str
    line: int
    calendar: _Gathered
    properties: list[Property] = field(default_factory=list)
    inside: list[Component] = field(default_factory=list)

    def closed(self) -> Component:
        return Component(self.name, self.line, tuple(self.properties), tuple(self.inside))


class _Gathered(Struct):
    """A calendar as far as it has been read."""

    line: int
    properties: list[Property] = field(default_factory=list)
    events: list[Component] = field(default_factory=list)


class _Reader:
    """Reads line by line, with nothing but a stack: files may be nested however deep."""

    def __init__(self) -> None:
        self.calendars = [_Gathered(1)]
        self.zones: list[Component] = []
        self.strays: list[ContentLine] = []
        self.stack: list[_Open] = []
        self.has_begun = False

    @property
    def is_cut_off(self) -> bool:
        return bool(self.stack)

    @property
    def opened_on(self) -> int:
        return self.stack[0].line

    def read(self, lines: Iterable[ContentLine]) -> None:
        for line in lines:
            found = read_property(line)
            if found is None:
                self.strays.append(line)
            elif found.name == "BEGIN":
                self._begin(found)
            elif found.name == "END":
                self._end(found, line)
            else:
                self._add(found)

    def _begin(self, found: Property) -> None:
        name = found.value.strip().upper()
        # An event holds no events: the end of the one before was forgotten.
        if name in ("VEVENT", "VCALENDAR"):
            while self.stack and self.stack[-1].name != "VCALENDAR":
                self._close()
        around = self.stack[-1].calendar if self.stack else self.calendars[0]
        if name == "VCALENDAR":
            around = _Gathered(found.line)
            self.calendars.append(around)
        self.has_begun = self.has_begun or name in ("VCALENDAR", "VEVENT")
        self.stack.append(_Open(name, found.line, around))

    def _end(self, found: Property, line: ContentLine) -> None:
        name = found.value.strip().upper()
        if name not in {one.name for one in self.stack[-3:]}:
            self.strays.append(line)
            return
        while self._close() != name:
            pass

    def _close(self) -> str:
        one = self.stack.pop()
        if one.name == "VEVENT":
            one.calendar.events.append(one.closed())
        elif one.name == "VTIMEZONE":
            self.zones.append(one.closed())
        elif one.name in ("STANDARD", "DAYLIGHT") and self.stack:
            self.stack[-1].inside.append(one.closed())
        return one.name

    def _add(self, found: Property) -> None:
        if not self.stack:
            return
        inmost = self.stack[-1]
        kept = inmost.calendar.properties if inmost.name == "VCALENDAR" else inmost.properties
        kept.append(found)

    def file(self) -> CalendarFile:
        calendars = tuple(
            Calendar(Component("VCALENDAR", one.line, tuple(one.properties)), tuple(one.events))
            for one in self.calendars
        )
        return CalendarFile(calendars, tuple(self.zones), tuple(self.strays))
