"""Gap: something that could be here, said as an invitation, and what every sort of gap looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep import permalinks as at
from doorstep.freshness import TIMELESS
from doorstep.kinds import Kind
from doorstep.showing import State
from doorstep.tracing import kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorstep.config import Topic
    from doorstep.entries import Entry
    from doorstep.guide import Guide

TOOLKIT = "start-a-group"
"""The slug of the page for whoever would like to start something."""

MOST_NAMED = 3
"""Names in a sentence; the rest is a number."""


class Gap(Struct, frozen=True):
    """Something that could be here; it never says that anybody lacks it."""

    kind: str
    """What sort of gap it is: the name of its module says the same."""
    sentence: str
    """What we know, in a sentence."""
    invitation: str
    """What whoever reads it could do."""
    href: str
    """The page that helps with it, for a link from any page of the guide."""
    link: str = ""
    """The words of that link."""


@kept(4)
def going_on(guide: Guide) -> tuple[Entry, ...]:
    """Return what one can go to or ask today; never a safe space, a story or a plain page."""
    catalogue = guide.catalogue
    return tuple(
        entry
        for entry in catalogue.public
        if entry.kind not in TIMELESS and catalogue.showing(entry).state is State.OPEN
    )


def on_topic(guide: Guide, topic: Topic) -> list[Entry]:
    """Return what goes on that is about a topic."""
    return [entry for entry in going_on(guide) if topic.id in entry.topics]


def entry_href(guide: Guide, entry: Entry) -> str:
    """Return the address of an entry's page, for a link."""
    return guide.permalinks.href(at.entry_path(entry.kind, entry.slug))


def how_to_begin(guide: Guide) -> tuple[str, str]:
    """Return the address of the toolkit and the words for it; without one, where to tell us."""
    say, page = guide.words.say, guide.catalogue.public_named(TOOLKIT)
    if page and page.kind is Kind.PAGE:
        return entry_href(guide, page), page.title
    return guide.permalinks.href(at.ADD), say("Tell us about it")


def named(guide: Guide, names: Sequence[str]) -> list[str]:
    """Return the first few names, and the number of the rest as if it were one more."""
    if len(names) <= MOST_NAMED + 1:
        return [*names]
    rest = len(names) - MOST_NAMED
    return [*names[:MOST_NAMED], guide.words.say("{number} more", number=rest)]
