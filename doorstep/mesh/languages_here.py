"""Languages spoken at home here -> gaps: those that no group speaks yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.kinds import Kind
from doorstep.mesh.gap import Gap, entry_href, going_on, how_to_begin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.entries import Entry
    from doorstep.guide import Guide

KIND = "languages-here"


def languages_here(guide: Guide) -> Iterator[Gap]:
    """Yield languages that nobody in the guide speaks, then those that no group does."""
    spoken = [(language, _speakers(guide, language)) for language in guide.config.spoken_here]
    for language, entries in sorted(spoken, key=lambda pair: bool(pair[1])):
        if all(entry.kind is not Kind.GROUP for entry in entries):
            yield _gap(guide, language, entries)


def _speakers(guide: Guide, language: str) -> list[Entry]:
    wanted = language.casefold()
    return [
        entry
        for entry in going_on(guide)
        if wanted in (spoken.casefold() for spoken in entry.languages)
    ]


def _gap(guide: Guide, language: str, entries: list[Entry]) -> Gap:
    say = guide.words.say
    href, link = how_to_begin(guide)
    if entries:
        href = entry_href(guide, entries[0])
        link = say("Spoken here: {title}", title=entries[0].title)
    return Gap(
        kind=KIND,
        sentence=say("Neighbours speak {language}; no group here does yet.", language=language),
        invitation=say("Do you speak it? A table and two neighbours are enough to begin."),
        href=href,
        link=link,
    )
