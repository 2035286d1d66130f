"""Help that is offered or wanted -> what is about to end, and what has ended, with whom to ask."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.entries import Help
from doorstep.forms.prefilled import still_right_address
from doorstep.showing import Face
from doorstep.upkeep.asks import is_by_phone_only, is_texted, page_of
from doorstep.upkeep.text_messages import message_about_end
from doorstep.upkeep.whom_to_ask import Knows, whom_to_ask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.entries import Entry
    from doorstep.guide import Guide

ASKED_BEFORE = timedelta(days=5)
"""So long before its end whoever made an offer is asked whether it goes on."""

ASKED_AFTER = timedelta(weeks=8)
"""So long after its end it stays on the round: two meetings can take it up again."""


class Offer(Struct, frozen=True, kw_only=True):
    """An offer that ends soon, or has just ended."""

    entry: Entry
    """The entry itself."""
    last: date
    """Its last day."""
    by_phone_only: bool
    """Whether it is a safe space: nothing but number and title is written down of it."""
    knows: Knows
    """Who made it."""
    message: str
    """A text message to them, ready to send, or ""."""
    page: str
    """The whole address of its page; "" for a safe space."""
    still_right: str
    """The address of the form that says "Yes, still right", or ""."""


def offers_waiting(guide: Guide) -> tuple[Offer, ...]:
    """Return offers that end within some days or ended some weeks ago, in the order they end."""
    found = ((last, entry) for entry, last in _ending(guide))
    return tuple(_offer(guide, entry, last) for last, entry in sorted(found, key=_by_end))


def _by_end(pair: tuple[date, Entry]) -> tuple[date, str]:
    return pair[0], pair[1].slug


def _ending(guide: Guide) -> Iterator[tuple[Entry, date]]:
    first, last = guide.today - ASKED_AFTER, guide.today + ASKED_BEFORE
    for entry in guide.catalogue.seen_on(Face.UPKEEP):
        end = entry.last_day if isinstance(entry, Help) else None
        if end and first <= end <= last:
            yield entry, end


def _offer(guide: Guide, entry: Entry, last: date) -> Offer:
    knows = whom_to_ask(guide, entry)
    is_sent = is_texted(guide, knows)
    return Offer(
        entry=entry,
        last=last,
        by_phone_only=is_by_phone_only(guide, entry),
        knows=knows,
        message=message_about_end(guide, entry, last, knows.name) if is_sent else "",
        page=page_of(guide, entry),
        still_right=still_right_address(entry, guide.config),
    )
