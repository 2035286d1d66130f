"""A guide -> the first page of Easy Read: what this is, and who to phone."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from doorstep.sheets.easy_pages import HIGH, entry_height, title_height
from doorstep.sheets.easy_parts import EasyEntry
from doorstep.sheets.easy_wording import easily_said, first_easy, is_easy
from doorstep.sheets.fitting import fitted
from doorstep.sheets.pictograms import PEOPLE, TELEPHONE, pictogram
from doorstep.sheets.unchecked import unchecked_words
from doorstep.sheets.wording import as_line, phone_words
from doorstep.showing import Face

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.guide import Guide
    from doorstep.help_lines import EmergencyLine


def front_entries(guide: Guide, title: str, number: int) -> tuple[EasyEntry, EasyEntry]:
    """Return what stands on the first page, before so many entries."""
    about = _about(guide, number)
    room = HIGH - title_height(title) - entry_height(about)
    lines = fitted(
        guide.config.emergency, lambda lines: entry_height(_to_phone(guide, lines)), room
    )
    return about, _to_phone(guide, lines)


def _about(guide: Guide, number: int) -> EasyEntry:
    say = guide.words.say
    sentences = (
        first_easy(say("This guide is called {guide}.", guide=guide.config.name)),
        say("It tells you what is on."),
        say("It tells you who can help."),
        say("Everything in it has a number."),
        say("You can say the number when you phone."),
        "" if number else _nothing(guide),
    )
    return EasyEntry(
        picture=pictogram(guide, PEOPLE, say("Two people")),
        title=say("What this is"),
        sentences=tuple(filter(None, sentences)),
    )


def _nothing(guide: Guide) -> str:
    unchecked = unchecked_words(guide, guide.catalogue.seen_on(Face.ITS_OWN))
    return as_line((unchecked,)) if unchecked else guide.words.say("There is nothing in it yet.")


def _to_phone(guide: Guide, lines: Iterable[EmergencyLine]) -> EasyEntry:
    """Return the guide's own line, then those for when it cannot wait."""
    say, line = guide.words.say, guide.config.help_line
    number = phone_words(line.phone)
    own = (
        first_easy(
            say("Phone {name} on {number}.", name=line.name, number=number),
            say("Phone {number}.", number=number),
        ),
        say("You can ask about anything in this guide."),
        first_easy(say("They answer: {times}.", times=line.times)) if line.times else "",
    )
    urgent = [_urgent(guide, one) for one in lines]
    return EasyEntry(
        picture=pictogram(guide, TELEPHONE, say("A telephone")),
        title=say("Who to phone"),
        sentences=tuple(chain(filter(None, own), filter(None, urgent))),
    )


def _urgent(guide: Guide, line: EmergencyLine) -> str:
    """Return whom to phone and when, two sentences on one line because they belong together."""
    say, number = guide.words.say, phone_words(line.phone or line.text)
    named = (
        say("{name}: phone {number}.", name=line.name, number=number)
        if line.phone
        else say("{name}: text {number}.", name=line.name, number=number)
    )
    return " ".join((named, *easily_said(line.say))) if is_easy(named) else ""
