"""Facts of an entry -> the short words that sheets have for them, the same on every sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.entries import Help, Side
from doorstep.kinds import Kind
from doorstep.views.wording import NO_BREAK_SPACE, as_sentence, number_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.entries import Entry
    from doorstep.guide import Guide

COSTLY = (Kind.GROUP, Kind.EVENT)
"""Kinds of which everybody asks what they cost."""


def phone_words(number: str) -> str:
    """Return a number that stays on one line: half of it at an end of a line is misread."""
    return number.replace(" ", NO_BREAK_SPACE)


def number_words(guide: Guide, entry: Entry) -> str:
    """Return an entry's number as it is seen: No. 127; "" where it has none yet."""
    number = number_of(guide, entry)
    return number.seen if number else ""


def cost_words(guide: Guide, entry: Entry) -> str:
    """Return what it costs; never nothing where people have to know."""
    is_help_to_get = isinstance(entry, Help) and entry.side is Side.GET
    if entry.cost or not (entry.kind in COSTLY or is_help_to_get):
        return entry.cost
    return guide.words.say("Cost not known. Phone to ask")


def contact_words(guide: Guide, entry: Entry) -> str:
    """Return whom to ask: Pat, 020 7946 0456; without a phone of its own, the guide's."""
    contact, line = entry.contact, guide.config.help_line
    if contact.phone:
        return ", ".join(filter(None, (contact.name, phone_words(contact.phone))))
    if contact.text:
        text = guide.words.say("text {number}", number=phone_words(contact.text))
        return ", ".join(filter(None, (contact.name, text)))
    asked = guide.words.say("Ask {name}", name=line.name)
    return ", ".join((asked, phone_words(line.phone)))


def as_line(parts: Iterable[str]) -> str:
    """Return what there is of these as sentences on one line."""
    return " ".join(f"{as_sentence(part).rstrip('.')}." for part in parts if part)
