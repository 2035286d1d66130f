"""Mesh -> gaps: groups that could meet others, for whom the guide knows nobody or one way alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.kinds import Kind
from doorstep.mesh.connections import Reason, mesh_of
from doorstep.mesh.gap import Gap, entry_href, going_on, named
from doorstep.mesh.threads import threads_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.entries import Entry
    from doorstep.guide import Guide

PARTNERS = "partners"
THREADS = "threads"


def partners(guide: Guide) -> Iterator[Gap]:
    """Yield groups of which nobody says that they work with another; islands come first."""
    mesh, say = mesh_of(guide), guide.words.say
    linked = {
        slug for tie in mesh.ties if tie.reason is not Reason.SAME_PLACE for slug in tie.everyone
    }
    groups = [entry for entry in _groups(guide) if entry.slug not in linked]
    islands = set(mesh.islands)
    for entry in sorted(groups, key=lambda entry: entry.slug not in islands):
        sentence = say("Who does {title} work with? We do not know yet.", title=entry.title)
        yield _gap(guide, PARTNERS, entry, sentence)


def threads(guide: Guide) -> Iterator[Gap]:
    """Yield groups that reach all others by one entry alone."""
    mesh, say = mesh_of(guide), guide.words.say
    groups = {entry.slug: entry for entry in _groups(guide)}
    for thread in threads_of(mesh):
        held = [groups[slug] for slug in thread.held if slug in groups]
        if held:
            sentence = say(
                "From {titles} to the others we know one way: {title}.",
                titles=guide.words.all_of(named(guide, [entry.title for entry in held])),
                title=mesh.entries[thread.by].title,
            )
            yield _gap(guide, THREADS, held[0], sentence)


def _groups(guide: Guide) -> list[Entry]:
    return [entry for entry in going_on(guide) if entry.kind is Kind.GROUP]


def _gap(guide: Guide, kind: str, entry: Entry, sentence: str) -> Gap:
    say = guide.words.say
    return Gap(
        kind=kind,
        sentence=sentence,
        invitation=say("Who could they meet? A visit with a cake is a good beginning."),
        href=entry_href(guide, entry),
        link=say("Say hello: {title}", title=entry.title),
    )
