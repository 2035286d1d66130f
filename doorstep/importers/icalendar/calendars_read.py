"""The bytes of a calendar file -> its events, sorted out, and what has to be said of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, tzinfo

from msgspec import Struct, field

from doorstep.importers.icalendar.components import (
    Calendar,
    CalendarFile,
    Component,
    read_components,
)
from doorstep.importers.icalendar.families import NO_FAMILIES, Families, by_family
from doorstep.importers.icalendar.happenings import Happening, read_happening, uid_of
from doorstep.importers.icalendar.letters import read_letters
from doorstep.importers.icalendar.moments import Clock, Moment
from doorstep.importers.icalendar.reasons import CannotUse, NotACalendar, shown
from doorstep.importers.icalendar.screening import screened
from doorstep.importers.icalendar.zones import Zones, read_zones
from doorstep.problems import Level, Problem

_FEW = 5
_LEAVES_THE_CALENDAR = "a date or a length in it leaves the calendar"


class CalendarRead(Struct, frozen=True):
    """What came of reading a calendar file."""

    name: str = ""
    """What the calendar calls itself (X-WR-CALNAME)."""
    file: CalendarFile | None = None
    """None when it is no calendar."""
    families: Families = NO_FAMILIES
    hidden: Mapping[str, tuple[Moment, ...]] = field(default_factory=dict)
    """By UID, single dates that are private."""
    withheld: tuple[tuple[Component, str], ...] = ()
    """Events that are nobody's business, and why."""
    refused: tuple[tuple[Component, str], ...] = ()
    """Events that cannot be read, and why."""
    problems: tuple[Problem, ...] = ()
    """What has to be said about the file itself."""
    asked: Mapping[str, int] = field(default_factory=dict)
    """What the calendar calls events whose groups asked not to be listed, and their lines."""

    @property
    def shown_lines(self) -> frozenset[int]:
        """Where the events begin that are for everybody, and no older version of another."""
        whole = self.families.whole
        shown = [*(one.event for one in whole), *(one for each in whole for one in each.changed)]
        return frozenset([*(one.line for one in shown), *(event.line for event, _ in self.refused)])


def read_calendar(raw: bytes, file_name: str, zone: tzinfo) -> CalendarRead:
    """Return the events of a calendar file; `zone` is the guide's clock."""
    try:
        letters = read_letters(raw)
        file = read_components(letters.text)
    except NotACalendar as reason:
        told = Problem(
            file_name, reason.line, 1, Level.ERROR, "calendars", reason.message, reason.fix
        )
        return CalendarRead(problems=(told,))
    reader = _Reader(read_zones(file.zones), zone)
    for calendar in file.calendars:
        reader.read(calendar)
    remarks = [*letters.remarks, *reader.remarks, *_strays(file), *_empty(file)]
    return CalendarRead(
        name=reader.name,
        file=file,
        families=by_family(reader.happenings),
        hidden={uid: tuple(moments) for uid, moments in reader.hidden.items()},
        withheld=tuple(reader.withheld),
        refused=tuple(reader.refused),
        problems=tuple(
            Problem(file_name, line, 1, Level.WARNING, "calendars", message)
            for line, message in remarks
        ),
    )


class _Reader:
    """Reads calendar after calendar, event after event: none costs another its place."""

    def __init__(self, zones: Zones, home: tzinfo) -> None:
        self.zones, self.home = zones, home
        self.name = ""
        self.happenings: list[Happening] = []
        self.hidden: dict[str, list[Moment]] = {}
        self.withheld: list[tuple[Component, str]] = []
        self.refused: list[tuple[Component, str]] = []
        self.remarks: list[tuple[int, str]] = []

    def read(self, calendar: Calendar) -> None:
        self.name = self.name or _name(calendar.itself)
        clock = self._clock(calendar.itself)
        is_withdrawn = calendar.itself.words("METHOD").upper() == "CANCEL"
        sorted_out = screened(calendar.events)
        self.withheld += sorted_out.withheld
        for event in sorted_out.open:
            try:
                found = read_happening(event, clock, is_withdrawn=is_withdrawn)
                self.happenings.append(found)
            except (ValueError, OverflowError) as reason:
                self.refused.append((event, why(reason)))
        for uid, events in sorted_out.hidden_dates.items():
            self.hidden.setdefault(uid, []).extend(_dates(events, clock))

    def _clock(self, itself: Component) -> Clock:
        written = itself.first("X-WR-TIMEZONE")
        zone = self.zones.find(written.text) if written else None
        if written and zone is None:
            message = (
                f"Nobody knows the time zone {shown(written.text)}. Times without a zone were "
                "read as times of this guide."
            )
            self.remarks.append((written.line, message))
        return Clock(self.zones, home=zone or self.home, universal=zone or UTC)


def why(reason: Exception) -> str:
    """Return why an event cannot be used; of what nobody foresaw, that it leaves the calendar."""
    return str(reason) if isinstance(reason, CannotUse) else _LEAVES_THE_CALENDAR


def _name(itself: Component) -> str:
    name = " ".join(itself.words("X-WR-CALNAME").split())
    # Google calls a person's calendar by the person's e-mail address.
    return "" if "@" in name else name[:80]


def _dates(events: list[Component], clock: Clock) -> Iterator[Moment]:
    for event in events:
        written = event.first("RECURRENCE-ID")
        try:
            if written:
                yield clock.read(written)
        except CannotUse:
            continue


def _strays(file: CalendarFile) -> Iterator[tuple[int, str]]:
    for line in file.strays[:_FEW]:
        yield (
            line.number,
            f"{shown(line.text)} belongs to nothing in this calendar; it was left out.",
        )
    if len(file.strays) > _FEW:
        yield file.strays[_FEW].number, f"So do {len(file.strays) - _FEW} more lines from here on."


def _empty(file: CalendarFile) -> Iterator[tuple[int, str]]:
    if not file.event_count:
        yield 1, "There are no events in this calendar, so there is nothing to import."


def is_listed(read: CalendarRead) -> frozenset[str]:
    """Return what the calendar calls the events that are still its own, read or not."""
    refused = {uid_of(event) for event, _ in read.refused}
    return frozenset({family.identity for family in read.families.whole} | refused | {*read.asked})
