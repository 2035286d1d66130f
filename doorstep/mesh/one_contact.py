"""Whom to ask -> gaps: things that one person keeps going alone, without naming the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.contacts import dialled
from doorstep.kinds import BUILDINGS
from doorstep.mesh.gap import Gap, entry_href, going_on, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.entries import Entry
    from doorstep.guide import Guide

KIND = "one-contact"
SEVERAL = 2


def one_contact(guide: Guide) -> Iterator[Gap]:
    """Yield what has the same person to ask and no group behind it, where there is most first."""
    by_person: dict[tuple[str, str], list[Entry]] = {}
    desks = _desks(guide)
    for entry in going_on(guide):
        phone = _number_of(entry)
        if phone not in desks and entry.contact.name and _stands_alone(guide, entry):
            by_person.setdefault((entry.contact.name.casefold(), phone), []).append(entry)
    several = [entries for entries in by_person.values() if len(entries) >= SEVERAL]
    for entries in sorted(several, key=lambda entries: (-len(entries), entries[0].slug)):
        yield _gap(guide, entries)


def _number_of(entry: Entry) -> str:
    return dialled(entry.contact.phone or entry.contact.text)


def _desks(guide: Guide) -> set[str]:
    """Return numbers that whoever is in answers: the forum's own, those of buildings, and none."""
    buildings = (_number_of(entry) for entry in going_on(guide) if entry.kind in BUILDINGS)
    line = guide.config.help_line
    return {"", dialled(line.phone), dialled(line.text), *buildings}


def _stands_alone(guide: Guide, entry: Entry) -> bool:
    is_run = guide.catalogue.organiser_of(entry) is not None
    return not is_run and entry.kind not in BUILDINGS


def _gap(guide: Guide, entries: list[Entry]) -> Gap:
    words = guide.words
    titles = named(guide, [entry.title for entry in entries])
    return Gap(
        kind=KIND,
        sentence=words.count(
            "{number} thing has the same person to ask: {titles}.",
            "{number} things have the same person to ask: {titles}.",
            len(entries),
            titles=words.all_of(titles),
        ),
        invitation=words.say("Could you take a turn with the phone, the door or the kettle?"),
        href=entry_href(guide, entries[0]),
        link=words.say("Whom to ask: {title}", title=entries[0].title),
    )
