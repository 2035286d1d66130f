"""An entry -> the strips of its poster: as much of name and time as one has room for, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.entries import Opening
from doorstep.schedules.rules import Hours
from doorstep.sheets.measuring import Lettering, lines_of
from doorstep.sheets.poster_parts import PosterTab
from doorstep.sheets.poster_words import poster_changes, poster_title
from doorstep.sheets.wording import as_line, number_words, phone_words
from doorstep.views.changes import when_of
from doorstep.views.dates_of_entries import rules_in_words
from doorstep.views.time_words import day_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.schedules.rules import Rule

TABS = 10
"""Strips across a page: 21 mm each."""

NAME, PHONE = Lettering(12, 1.2, is_bold=True), Lettering(12, 1.2)
WIDE, LINES = 66.0, 3
"""Millimetres along a strip, 3 and 5 of its 74 kept clear at its ends; lines across it."""


def poster_tabs(guide: Guide, entry: Entry) -> tuple[PosterTab, ...]:
    """Return the strips; where a name has no room, the number of the entry stands for it."""
    phone = ", ".join(filter(None, (_phone(guide, entry), number_words(guide, entry))))
    left = LINES - lines_of(phone, WIDE, PHONE)
    name = next((text for text in _names(guide, entry) if _fits(text, left)), "")
    return tuple(PosterTab(name, phone, is_again=number > 0) for number in range(TABS))


def _fits(text: str, lines: int) -> bool:
    is_whole = all(NAME.width(word) <= WIDE for word in text.split(" "))
    return is_whole and lines_of(text, WIDE, NAME) <= lines


def _phone(guide: Guide, entry: Entry) -> str:
    say, contact = guide.words.say, entry.contact
    if contact.text and not contact.phone:
        return say("Text {number}", number=phone_words(contact.text))
    number = contact.phone or guide.config.help_line.phone
    return say("Phone {number}", number=phone_words(number))


def _names(guide: Guide, entry: Entry) -> Iterator[str]:
    """Yield the name with its time, the longest way of saying it first; then the name alone."""
    title = poster_title(guide, entry)
    for when in _times(guide, entry):
        yield as_line((title, when))
    yield title


def _times(guide: Guide, entry: Entry) -> Iterator[str]:
    """Yield when it is in fewer and fewer words; where a date is off, the next one alone."""
    coming = guide.diary.next_on(entry)
    is_usual = coming is not None and coming.usual is None and not poster_changes(guide, entry)
    if is_usual or not entry.rules:
        yield from _rules(guide, entry)
    if coming:
        yield when_of(guide, coming)
        yield day_words(coming.start.date(), guide.words, guide.today)


def _rules(guide: Guide, entry: Entry) -> Iterator[str]:
    if entry.rules:
        yield "; ".join(rules_in_words(guide, entry.rules))
        yield "; ".join(rules_in_words(guide, map(_start, entry.rules)))
    elif isinstance(entry, Opening) and entry.opening_rules:
        yield "; ".join(rules_in_words(guide, entry.opening_rules))


def _start(rule: Rule) -> Rule:
    """Return a rule that says from when, but not until when."""
    if rule.is_single:
        return rule
    return replace(rule, hours=tuple(Hours(hours.start) for hours in rule.hours))
