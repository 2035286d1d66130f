"""An entry, or one thing on one day -> what is said of it in large print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.occurrences import State
from doorstep.sheets.large_parts import LargeEntry
from doorstep.sheets.panel_entries import panel_entry
from doorstep.sheets.wording import as_line, contact_words, cost_words, number_words
from doorstep.views.cards import card_when
from doorstep.views.changes import next_on_words
from doorstep.views.whats_on_rows import happening

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.views.whats_on_listing import Row


def large_entry(guide: Guide, entry: Entry) -> LargeEntry:
    """Return an entry as folded sheets say it, with more room: its sentence, next date, address."""
    short = panel_entry(guide, entry)
    facts = short.lines[:-1]
    lines = (
        entry.summary,
        _next_date(guide, entry),
        *facts,
        _address(guide, entry),
        entry.come_along,
        _whom_to_ask(guide, entry),
    )
    return LargeEntry(
        title=short.title,
        is_name=short.is_name,
        number=short.number,
        lines=tuple(filter(None, lines)),
    )


def _next_date(guide: Guide, entry: Entry) -> str:
    """Return when it is next; "" where the facts say its one date and no rule."""
    coming = guide.diary.next_on(entry) if entry.when else None
    if coming is None or not any(card_when(guide, entry)):
        return ""
    return as_line((next_on_words(guide, coming),))


def _address(guide: Guide, entry: Entry) -> str:
    address = guide.catalogue.address_of(entry)
    written = (address.address, address.postcode) if address else ()
    return as_line((", ".join(filter(None, written)),))


def _whom_to_ask(guide: Guide, entry: Entry) -> str:
    contact = contact_words(guide, entry)
    if not entry.contact.phone:
        return as_line((contact,))
    return as_line((guide.words.say("Phone {number}", number=contact),))


def large_happening(guide: Guide, row: Row) -> LargeEntry:
    """Return one thing on one day; of what is off, why, and when it is instead."""
    day, one = row
    entry, said = guide.catalogue.by_slug[one.slug], happening(guide, one, day)
    is_on = one.state is State.ON
    facts = (said.where, cost_words(guide, entry), contact_words(guide, entry)) if is_on else ()
    lines = (as_line((said.time,)), as_line((said.note,)), as_line(facts))
    return LargeEntry(
        title=said.title,
        is_name=said.is_name,
        number=number_words(guide, entry),
        lines=tuple(filter(None, lines)),
    )
