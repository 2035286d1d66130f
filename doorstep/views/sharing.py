"""An entry -> the ways to pass it on, with its name, its day and its short address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from doorstep.permalinks import entry_path, number_path
from doorstep.showing import Face
from doorstep.views.dates_of_entries import next_words, rules_in_words
from doorstep.views.parts import Link
from doorstep.views.wording import title_of

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide


def share_links(guide: Guide, entry: Entry) -> tuple[Link, ...]:
    """Return the ways to pass an entry on; a safe space and what is no more are not passed on."""
    if not guide.catalogue.shows(entry, Face.SHARING):
        return ()
    say, text = guide.words.say, quote(share_text(guide, entry), safe="")
    return (
        Link(say("Send by WhatsApp"), f"https://wa.me/?text={text}"),
        Link(say("Send by text message"), f"sms:?&body={text}"),
    )


def share_text(guide: Guide, entry: Entry) -> str:
    """Return name, day, time and the short address, for a message."""
    address = guide.permalinks.absolute(short_path(entry))
    when = next_words(guide, entry) or "; ".join(rules_in_words(guide, entry.rules))
    return ". ".join(filter(None, (title_of(guide, entry), when, address)))


def short_path(entry: Entry) -> str:
    """Return the shortest path that leads to an entry."""
    return number_path(entry.number) if entry.number else entry_path(entry.kind, entry.slug)
