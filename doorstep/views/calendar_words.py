"""An entry and one of its dates -> what calendars say of it: title, place, what to know first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.kinds import BUILDINGS
from doorstep.occurrences import State
from doorstep.permalinks import entry_path
from doorstep.showing import Face
from doorstep.views.changes import change_words
from doorstep.views.dates_of_entries import rules_in_words
from doorstep.views.sharing import short_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.details import Address
    from doorstep.entries import Entry
    from doorstep.geography import Position
    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence


class CalendarWords(Struct, frozen=True):
    """What a calendar says of an entry, in plain text."""

    title: str
    """Its title; "Cancelled:" comes first."""
    place: str
    """Where it is, on one line, or ""."""
    position: Position | None
    """The point on the map."""
    notes: str
    """What to do before one goes, and the main facts."""
    page: str
    """The whole address of its page."""


def calendar_words(guide: Guide, entry: Entry, one: Occurrence | None = None) -> CalendarWords:
    """Return what calendars say of an entry, or of one date of it that is not as usual."""
    title = entry.title
    if one and one.state is State.CANCELLED:
        title = guide.words.say("Cancelled: {title}", title=title)
    place, position = _whereabouts(guide, entry, one.where if one else "")
    change = change_words(guide, one) if one else ""
    return CalendarWords(
        title=title,
        place=place,
        position=position,
        notes="\n".join(filter(None, (*_first(guide, entry), change, *_facts(guide, entry)))),
        page=guide.permalinks.absolute(entry_path(entry.kind, entry.slug)),
    )


def _first(guide: Guide, entry: Entry) -> Iterator[str]:
    """Yield what everybody reads: calendars show a change a day late, or never."""
    say = guide.words.say
    phone = entry.contact.phone or guide.config.help_line.phone
    if entry.number:
        yield say("Check before you go: No. {number}, {phone}", number=entry.number, phone=phone)
    else:
        yield say("Check before you go: {phone}", phone=phone)
    yield guide.permalinks.absolute(short_path(entry))


def _facts(guide: Guide, entry: Entry) -> Iterator[str]:
    yield from rules_in_words(guide, entry.rules)
    yield from (entry.summary, entry.cost, entry.come_along)


def _whereabouts(guide: Guide, entry: Entry, elsewhere: str) -> tuple[str, Position | None]:
    """Return where it is, or where it is for once."""
    catalogue = guide.catalogue
    if not elsewhere:
        place = catalogue.place_of(entry) or (entry if entry.kind in BUILDINGS else None)
        words = _one_line(place.title if place else "", catalogue.address_of(entry))
        return words, catalogue.position_of(entry)
    other = catalogue.place_named(elsewhere)
    if other is None:
        return elsewhere, None
    if not catalogue.shows(other, Face.PLACE):
        return "", None
    return _one_line(other.title, other.address), catalogue.position_of(other)


def _one_line(name: str, address: Address | None) -> str:
    parts = (address.name, address.address, address.postcode) if address else ()
    return ", ".join(dict.fromkeys(filter(None, (name, *parts))))
