"""A guide -> the pages that every phone keeps for when there is no signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.kinds import Kind
from doorstep.showing import Face
from doorstep.tracing import question

if TYPE_CHECKING:
    from doorstep.guide import Guide

STAY_SAFE = "stay-safe"
"""The slug of the page for people at risk, which has the quick way out and the national lines."""


@question
def pages_for_all(guide: Guide) -> dict[str, str]:
    """Return the pages that every phone keeps, those that matter most first, with their names."""
    say = guide.words.say
    own = (page for page in guide.catalogue.seen_on(Face.PHONES) if page.kind is Kind.PAGE)
    safe = next((page for page in own if page.slug == STAY_SAFE), None)
    return {
        at.HOME: say("Home"),
        at.HELP_GET: say("Get help"),
        **({at.entry_path(Kind.PAGE, STAY_SAFE): safe.title} if safe else {}),
        at.WHATS_ON: say("What’s on this week"),
        at.SEARCH: say("Search"),
    }
