"""Help to give -> gaps: what has been waiting for somebody for more than four weeks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.entries import Help, Side
from doorstep.mesh.gap import Gap, entry_href, going_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.entries import Entry
    from doorstep.guide import Guide

KIND = "help-wanted"

LONG = timedelta(weeks=4)
"""Help that waits for longer is talked about."""


class Wanted(Struct, frozen=True):
    """Help to give that has waited for somebody for long."""

    entry: Help
    """The entry itself."""
    since: date
    """Since when."""


def long_wanted(guide: Guide) -> tuple[Wanted, ...]:
    """Return what nobody has taken up for more than four weeks, what waits longest first."""
    waits = (
        Wanted(entry, since)
        for entry in going_on(guide)
        if isinstance(entry, Help) and entry.side is Side.GIVE
        if (since := _waiting_since(guide, entry)) and guide.today - since > LONG
    )
    return tuple(sorted(waits, key=lambda one: (one.since, one.entry.slug)))


def _waiting_since(guide: Guide, entry: Entry) -> date | None:
    """Return since when it waits: since it came into the guide, or was checked, if that is known.

    An example's dates are relative to the day of the build, so that its history says nothing.
    """
    came = None if guide.config.example else guide.came_on(entry)
    days = (came, entry.checked.on if entry.checked else None)
    return min(filter(None, days), default=None)


def help_wanted(guide: Guide) -> Iterator[Gap]:
    """Yield what waits for a neighbour, whether it is help that is wanted or a skill to share."""
    words = guide.words
    for wanted in long_wanted(guide):
        entry = wanted.entry
        yield Gap(
            kind=KIND,
            sentence=words.count(
                "“{title}”: open for {number} week now.",
                "“{title}”: open for {number} weeks now.",
                (guide.today - wanted.since).days // 7,
                title=entry.title,
            ),
            invitation=words.say("Could you say yes, or tell somebody who might?"),
            href=entry_href(guide, entry),
            link=words.say("Whom to ask: {title}", title=entry.title),
        )
