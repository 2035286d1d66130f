"""What an event says in words -> the title, the description, the place and the link to publish."""

from __future__ import annotations

import re
from itertools import islice

from msgspec import Struct

from doorstep.contacts import is_web_address
from doorstep.importers.cells import read_cell
from doorstep.importers.icalendar.components import Component
from doorstep.importers.icalendar.happenings import title_of
from doorstep.importers.icalendar.html_parts import without_unseen
from doorstep.importers.icalendar.personal_details import without_personal_details

LONGEST_DESCRIPTION = 10_000
"""Letters; the pages of a neighbourhood's guide are far shorter."""

_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)\S*", re.IGNORECASE)
_LONGEST_PLACE = 200
_MOST_TOPICS = 50
_LONGEST_ADDRESS = 1_000


class Described(Struct, frozen=True):
    """The words of an event, as they may be published."""

    title: str
    """One line; "" when it has none."""
    description: str
    """With what HTML there was, but for scripts and the like."""
    place: str
    website: str
    topics: tuple[str, ...]
    """What the calendar files it under (CATEGORIES), each once."""
    reason: str
    """Why a date is cancelled or moved (COMMENT)."""
    notes: tuple[str, ...]
    """What was left out."""


def described(event: Component, *, keeps_contacts: bool) -> Described:
    """Return the words of an event; phone numbers and the like only when they are asked for."""
    reader = _Reader(event, keeps_contacts)
    return Described(
        title=reader.fit(read_cell(without_unseen(title_of(event))).line, "title"),
        description=reader.fit(reader.description(), "description"),
        place=reader.fit(reader.place(), "place"),
        website=reader.website(),
        topics=reader.topics(),
        reason=reader.fit(reader.line("COMMENT"), "reason"),
        notes=tuple(dict.fromkeys(reader.notes)),
    )


class _Reader:
    """Reads the words of one event, and notes what it leaves out."""

    def __init__(self, event: Component, keeps_contacts: bool) -> None:
        self.event, self.keeps_contacts = event, keeps_contacts
        self.notes: list[str] = []

    def fit(self, words: str, what: str) -> str:
        if self.keeps_contacts:
            return words
        discreet = without_personal_details(words)
        self.notes += (f"{part} was left out of its {what}" for part in discreet.left_out)
        # What was spread over tags or entities is whole only when these are read.
        hidden = without_personal_details(read_cell(discreet.text).markdown)
        self.notes += (f"{part} was left out of its {what}" for part in hidden.left_out)
        return hidden.text if hidden.left_out else discreet.text

    def line(self, name: str) -> str:
        return read_cell(without_unseen(self.event.words(name)[:LONGEST_DESCRIPTION])).line

    def description(self) -> str:
        words = self.event.words("DESCRIPTION")
        if len(words) > LONGEST_DESCRIPTION:
            self.notes.append(f"its description was cut after {LONGEST_DESCRIPTION:,} letters")
        return without_unseen(words[:LONGEST_DESCRIPTION])

    def place(self) -> str:
        words = self.line("LOCATION")
        place = _ADDRESS.sub("", words)
        if place != words:
            self.notes.append("a web address was left out of its place")
        if len(place) > _LONGEST_PLACE:
            self.notes.append("its place was left out: it is too long for one")
            return ""
        return place.strip(" ,;-")

    def topics(self) -> tuple[str, ...]:
        written = (one.text for one in self.event.all("CATEGORIES"))
        words = (" ".join(word.split()) for text in written for word in text.split(","))
        few = islice((word for word in words if word), _MOST_TOPICS)
        return tuple(dict.fromkeys(self.fit(word, "topics") for word in few))

    def website(self) -> str:
        written = self.event.words("URL")
        is_personal = not self.keeps_contacts and bool(without_personal_details(written).left_out)
        is_usable = len(written) <= _LONGEST_ADDRESS and is_web_address(written)
        if written and (is_personal or not is_usable):
            self.notes.append("its web address was left out: a guide cannot show it")
            return ""
        return written
