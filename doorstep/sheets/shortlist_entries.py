"""An entry -> all that a shortlist prints of it, worded, for the script that puts one together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.entries import Opening
from doorstep.freshness import Step, ends_on
from doorstep.kinds import Kind
from doorstep.occurrences import State as Happens
from doorstep.sheets.booklet_entries import access_words
from doorstep.sheets.feet import checked_words
from doorstep.sheets.shortlist_map import shortlist_map, starred
from doorstep.sheets.wording import (
    as_line,
    contact_words,
    cost_words,
    number_words,
    phone_words,
)
from doorstep.showing import Face, State
from doorstep.views.changes import at_another_place, sentences, when_of
from doorstep.views.dates_of_entries import (
    NEXT_DATES,
    before_next,
    rules_beside_next,
    rules_in_words,
)
from doorstep.views.endings import ends_at
from doorstep.views.opening_changes import opening_notes
from doorstep.views.wording import NAMES, as_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence

MOST_DATES = 2
"""Dates of each entry, of which the first to come is printed: the page may be some days old."""

MOST_NOTES = 2
"""Days to come on which a place is not open as usual."""


class ComingDate(Struct, frozen=True):
    """One of the next dates."""

    words: str
    """The day and the time."""
    ends: str
    """The instant from which it is over (RFC 3339)."""
    elsewhere: str
    """At which other place it is, or ""."""


class ComingChange(Struct, frozen=True):
    """A date that is off, or not as usual."""

    words: str
    """Which one, why, and when it is instead."""
    ends: str
    """The instant from which nobody needs to know (RFC 3339)."""


class ListedEntry(Struct, frozen=True, kw_only=True):
    """What a shortlist prints of an entry. The discreet one prints what is marked with a star."""

    number: str
    """No. 127. *"""
    title: str
    """What it is called."""
    is_name: bool
    """Whether the title is a name, which nobody translates."""
    warning: str
    """That nobody checked it lately, or that it is paused, or ""."""
    changes: tuple[ComingChange, ...]
    """What is off, soonest first."""
    dates: tuple[ComingDate, ...]
    """The next dates. *"""
    rule: str
    """How it comes round, or when it is open. *"""
    where: str
    """The place, its address, how to get there."""
    address: str
    """Street and postcode alone. *"""
    contact: str
    """Whom to ask for, the number, the best time."""
    phone: str
    """The number alone. *"""
    cost: str
    """What it costs, or ""."""
    come_along: str
    """Whether one can just turn up, or ""."""
    access: str
    """What there is to get in, what there is not, and what is not known."""
    checked: str
    """When it was checked."""
    at: tuple[int, int] | None
    """Where its number stands on the map of the sheet; None for what is on none."""


def listed_entries(guide: Guide) -> dict[str, ListedEntry]:
    """Return what may be on a shortlist, by number: never a safe space."""
    return {str(entry.number): listed_entry(guide, entry) for entry in starred(guide)}


def numbers_gone(guide: Guide) -> tuple[int, ...]:
    """Return the numbers of what is no more, so that the page can say so; no safe space's."""
    known = guide.catalogue.by_number.items()
    showings = ((number, guide.catalogue.showing(entry)) for number, entry in known)
    return tuple(
        number
        for number, showing in showings
        if showing.shows(Face.ITS_OWN) and not showing.shows(Face.LISTS)
    )


def listed_entry(guide: Guide, entry: Entry) -> ListedEntry:
    """Return what a shortlist prints of an entry."""
    return ListedEntry(
        number=number_words(guide, entry),
        title=entry.title,
        is_name=entry.kind in NAMES,
        warning=_warning(guide, entry),
        changes=tuple(_changes(guide, entry)),
        dates=tuple(_dates(guide, entry)),
        rule=_rule(guide, entry),
        where=_where(guide, entry),
        address=plain_address_of(guide, entry),
        contact=_contact(guide, entry),
        phone=_phone(guide, entry),
        cost=sentences((cost_words(guide, entry),)),
        come_along=_come_along(guide, entry),
        access=_access(guide, entry),
        checked=checked_words(guide, [entry]) or guide.words.say("Not checked yet."),
        at=shortlist_map(guide).points.get(entry.number or 0),
    )


def _warning(guide: Guide, entry: Entry) -> str:
    say, showing = guide.words.say, guide.catalogue.showing(entry)
    if showing.state is State.PAUSED:
        return as_line((say("This is paused for now"), say("Phone before you go.")))
    if showing.step is Step.STALE:
        return say("Not checked lately. Phone before you go")
    return ""


def _changes(guide: Guide, entry: Entry) -> Iterator[ComingChange]:
    for one in guide.diary.to_come(entry, NEXT_DATES):
        if one.state is not Happens.ON and (words := before_next(guide, entry, one)):
            yield ComingChange(words, ends_at(one))
    if not entry.when:
        notes = opening_notes(guide, entry)[:MOST_NOTES]
        yield from (ComingChange(note.text, note.ends) for note in notes)


def _dates(guide: Guide, entry: Entry) -> Iterator[ComingDate]:
    """Yield the next dates that will be; one that is further off than the diary looks as well."""
    soon = guide.diary.to_come(entry, NEXT_DATES)
    coming = [one for one in soon if one.state is Happens.ON][:MOST_DATES]
    first = guide.diary.next_on(entry)
    yield from (_date(guide, one) for one in (coming or filter(None, [first])))


def _date(guide: Guide, one: Occurrence) -> ComingDate:
    return ComingDate(when_of(guide, one), ends_at(one), at_another_place(guide, one))


def _rule(guide: Guide, entry: Entry) -> str:
    say, last_day = guide.words.say, ends_on(entry)
    until = say("Until {day}", day=guide.words.weekday(last_day)) if last_day else ""
    if entry.when or not isinstance(entry, Opening):
        return as_line((*rules_beside_next(guide, entry), until))
    opening = "; ".join(rules_in_words(guide, entry.opening_rules))
    times = opening or say("Not known: phone to ask")
    return as_line((say("Open: {times}", times=times), until))


def _where(guide: Guide, entry: Entry) -> str:
    place, address = guide.catalogue.place_of(entry), guide.catalogue.address_of(entry)
    named = [place.title] if place else []
    on_envelope = (address.name, address.address, address.postcode) if address else ()
    lines = dict.fromkeys(part for part in (*named, *on_envelope) if part and part != entry.title)
    said = as_line((", ".join(lines), address.directions if address else ""))
    return said or _area(guide, entry)


def _area(guide: Guide, entry: Entry) -> str:
    area = guide.areas.get(guide.catalogue.area_of(entry))
    if area:
        return area.label
    return "" if entry.kind is Kind.HELP else guide.words.say("Not known: phone to ask")


def plain_address_of(guide: Guide, entry: Entry) -> str:
    """Return house number, street and postcode; the name of a building might say what it is."""
    address = guide.catalogue.address_of(entry)
    if address is None and entry.kind is Kind.HELP:
        return ""
    lines = address.address.split(",") if address else []
    street = next((line.strip() for line in lines if re.match(r"\s*\d", line)), "")
    postcode = address.postcode if address else ""
    if street:
        return ", ".join(filter(None, (street, postcode)))
    return as_line((postcode, guide.words.say("Phone to ask where it is")))


def _contact(guide: Guide, entry: Entry) -> str:
    own = entry.contact.phone or entry.contact.text
    best_time = as_sentence(entry.contact.best_time) if own else ""
    return as_line((contact_words(guide, entry), best_time))


def _phone(guide: Guide, entry: Entry) -> str:
    contact = entry.contact
    if contact.text and not contact.phone:
        return guide.words.say("text {number}", number=phone_words(contact.text))
    return phone_words(contact.phone or guide.config.help_line.phone)


def _access(guide: Guide, entry: Entry) -> str:
    first = access_words(guide, entry)
    return as_line((first, guide.catalogue.access_of(entry).notes)) if first else ""


def _come_along(guide: Guide, entry: Entry) -> str:
    if entry.come_along or entry.kind not in (Kind.GROUP, Kind.EVENT):
        return sentences((entry.come_along,))
    return guide.words.say("Not known: phone before you go")
