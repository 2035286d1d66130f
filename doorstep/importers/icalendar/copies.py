"""A calendar that was read -> a copy that anybody may see: the last good one is kept in the guide.

What is private, whom it invites and what programs note for themselves is not in it, nor are phone
numbers and e-mail addresses unless they were asked for. It is in the same order every time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from doorstep.importers.icalendar.calendars_read import CalendarRead
from doorstep.importers.icalendar.components import Calendar, Component
from doorstep.importers.icalendar.content_lines import folded_line
from doorstep.importers.icalendar.descriptions import described
from doorstep.importers.icalendar.happenings import uid_of
from doorstep.importers.icalendar.properties import Property
from doorstep.importers.icalendar.screening import is_block, is_private
from doorstep.importers.tables import visible

_KEPT = (
    *("DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID"),
    *("SEQUENCE", "STATUS", "LAST-MODIFIED"),
)
"""Properties that are copied as they are."""

_OF_ZONES = ("TZID", "X-LIC-LOCATION")
_OF_PHASES = ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE")
_PARAMETERS = ("TZID", "VALUE", "RANGE")
_PRODUCT = "-//Doorstep//Copy of a group's calendar//EN"


def clean_copy(read: CalendarRead, *, keeps_contacts: bool) -> bytes:
    """Return what may be kept of a calendar, as a calendar."""
    lines: list[str] = []
    calendars = [one for one in read.file.calendars if one.events] if read.file else []
    for calendar in calendars:
        lines += _calendar(calendar, read, keeps_contacts=keeps_contacts)
    return b"".join(map(folded_line, lines))


def _calendar(calendar: Calendar, read: CalendarRead, *, keeps_contacts: bool) -> Iterator[str]:
    shown = read.shown_lines
    events = sorted((one for one in calendar.events if one.line in shown), key=_order)
    single = (one for one in calendar.events if one.first("RECURRENCE-ID"))
    hidden = [one for one in single if is_private(one) or is_block(one)]
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}")
    if read.name:
        yield _text("X-WR-CALNAME", read.name)
    yield from _as_they_are(calendar.itself, ("X-WR-TIMEZONE", "METHOD"))
    for zone in _zones_of(events, read):
        yield from _zone(zone)
    for event in events:
        yield from _event(event, hidden, keeps_contacts=keeps_contacts)
    yield "END:VCALENDAR"


def _order(event: Component) -> tuple[str, ...]:
    names = ("RECURRENCE-ID", "DTSTART", "SEQUENCE", "SUMMARY", "DESCRIPTION")
    return (uid_of(event), *(event.words(name) for name in names))


def _zones_of(events: Iterable[Component], read: CalendarRead) -> Iterator[Component]:
    named = {one.parameters.get("TZID", "") for event in events for one in event.properties}
    zones = read.file.zones if read.file else ()
    by_name = {zone.words("TZID"): zone for zone in zones if zone.words("TZID") in named}
    yield from (by_name[name] for name in sorted(by_name))


def _zone(zone: Component) -> Iterator[str]:
    yield "BEGIN:VTIMEZONE"
    yield from _as_they_are(zone, _OF_ZONES)
    for phase in zone.inside:
        yield f"BEGIN:{phase.name}"
        yield from _as_they_are(phase, _OF_PHASES)
        yield f"END:{phase.name}"
    yield "END:VTIMEZONE"


def _event(event: Component, hidden: Iterable[Component], *, keeps_contacts: bool) -> Iterator[str]:
    words = described(event, keeps_contacts=keeps_contacts)
    texts = {
        "SUMMARY": words.title,
        "DESCRIPTION": words.description,
        "LOCATION": words.place,
        "COMMENT": words.reason,
    }
    yield "BEGIN:VEVENT"
    yield _text("UID", uid_of(event))
    yield from _as_they_are(event, _KEPT)
    if not event.first("RECURRENCE-ID"):
        # A single date that is private or taken is, for everybody else, one on which it is not.
        dates = [one.first("RECURRENCE-ID") for one in hidden if uid_of(one) == uid_of(event)]
        yield from sorted(_as_it_is(date, "EXDATE") for date in dates if date)
    yield from (_text(name, text) for name, text in texts.items() if text)
    if words.topics:
        yield f"CATEGORIES:{','.join(map(_escaped, words.topics))}"
    if words.website:
        yield f"URL:{words.website}"
    yield "END:VEVENT"


def _as_they_are(component: Component, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from (_as_it_is(one, name) for one in component.all(name) if one.value)


def _as_it_is(one: Property, name: str) -> str:
    written = {key: one.parameters.get(key, "").replace('"', "") for key in _PARAMETERS}
    said = {key: value for key, value in written.items() if value}
    parameters = (f';{key}="{_plain(value)}"' for key, value in said.items())
    return f"{name}{''.join(parameters)}:{_plain(one.value)}"


def _plain(value: str) -> str:
    return visible(value).replace("\n", " ")


def _text(name: str, words: str) -> str:
    return f"{name}:{_escaped(words)}"


def _escaped(words: str) -> str:
    plain = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\n", "\\n")
