"""Entries with dates -> calendars to subscribe to and to download (RFC 5545), and their page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.layouts import render
from doorstep.outputs.calendar_events import EventPrinter
from doorstep.outputs.calendar_lines import line, text_line
from doorstep.outputs.calendar_zones import zone_component
from doorstep.outputs.output import Output, Press
from doorstep.permalinks import output_path
from doorstep.tracing import kept
from doorstep.views.calendar_feeds import (
    calendar_title,
    former_slugs,
    goes_on,
)
from doorstep.views.calendar_page import calendar_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.views.calendar_feeds import Feed

MAKER = "-//Doorstep//Neighbourhood guide//EN"
"""What has made the calendar (RFC 5545, 3.7.3)."""

ASKED_AGAIN = "PT12H"
"""How long a calendar may wait before it asks again; the guide is made once a night."""

OPENING = b"BEGIN:VCALENDAR\r\n"
CLOSING = b"END:VCALENDAR\r\n"


class CalendarPrinter:
    """Prints the calendars of a guide; an entry's events are printed once for all of them."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        # A calendar has to hold something (3.6): with nothing on, it holds the time zone.
        self._zone = zone_component(guide.diary.zone, guide.diary.window.first.year)

    def events(self, entry: Entry) -> bytes:
        """Return every event of an entry; none of what is paused, over or may not be shown."""
        return _events(self._guide, entry.slug) if goes_on(self._guide, entry) else b""

    def next_event(self, entry: Entry) -> bytes:
        """Return the next date of an entry as an event of its own, if there is one."""
        coming = self._guide.diary.next_on(entry) if goes_on(self._guide, entry) else None
        return _printer(self._guide, entry.slug).single(coming) if coming else b""

    def calendar(self, opening: bytes, *events: bytes) -> bytes:
        """Return a whole calendar."""
        return b"".join((OPENING, opening, self._zone, *events, CLOSING))


@kept(20_000)
def _printer(guide: Guide, slug: str) -> EventPrinter:
    entry = guide.catalogue.by_slug[slug]
    return EventPrinter(guide, entry, guide.edits(entry))


@kept(20_000)
def _events(guide: Guide, slug: str) -> bytes:
    """Return every event of an entry, printed once for all calendars it is in."""
    return _printer(guide, slug).all()


@kept(1)
def printer_of(guide: Guide) -> CalendarPrinter:
    """Return what prints the calendars of a guide."""
    return CalendarPrinter(guide)


def feed(press: Press, feed: Feed) -> Iterator[Output]:
    """Yield a calendar to subscribe to, also where it was before."""
    printer = printer_of(press.guide)
    opening = _subscribed(press.guide, feed.title, feed.path, feed.page)
    content = printer.calendar(opening, *map(printer.events, feed.entries))
    for path in (feed.path, *feed.formerly):
        yield Output(path, content)


def dates(press: Press, entry: Entry) -> Iterator[Output]:
    """Yield an entry's own calendar, and one with only its next date, also where they were."""
    whole, coming = calendar_of(press.guide, entry), next_date_of(press.guide, entry)
    for slug in (entry.slug, *former_slugs(press.guide, entry)):
        yield Output(at.dates_path(entry.kind, slug), whole)
        yield Output(at.next_date_path(entry.kind, slug), coming)


def calendar_of(guide: Guide, entry: Entry) -> bytes:
    """Return the calendar of one entry."""
    printer = printer_of(guide)
    page, path = at.entry_path(entry.kind, entry.slug), at.dates_path(entry.kind, entry.slug)
    opening = _subscribed(guide, calendar_title(guide, entry.title), path, page)
    return printer.calendar(opening, printer.events(entry))


def next_date_of(guide: Guide, entry: Entry) -> bytes:
    """Return a calendar that has only the next date of an entry, to keep."""
    printer = printer_of(guide)
    return printer.calendar(_opening(calendar_title(guide, entry.title)), printer.next_event(entry))


def _opening(title: str) -> bytes:
    # Without METHOD: to publish an event (RFC 5546, 3.2.1) somebody's e-mail address is needed.
    return b"".join(
        (
            line("VERSION", "2.0"),
            line("PRODID", MAKER),
            text_line("NAME", title),
            text_line("X-WR-CALNAME", title),
        )
    )


def _subscribed(guide: Guide, title: str, path: str, page: str) -> bytes:
    """Return the opening of a calendar that is asked for again and again (RFC 7986)."""
    return b"".join(
        (
            _opening(title),
            line("REFRESH-INTERVAL;VALUE=DURATION", ASKED_AGAIN),
            line("SOURCE;VALUE=URI", guide.permalinks.absolute(path)),
            line("URL", guide.permalinks.absolute(page)),
            line("X-PUBLISHED-TTL", ASKED_AGAIN),
        )
    )


def calendar_page(press: Press, path: str) -> Iterator[Output]:
    """Yield the page with every calendar, and how to add one."""
    yield Output(
        output_path(path), render(press.layouts, "calendar.html", calendar_view(press.guide))
    )
