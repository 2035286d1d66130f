"""Whom to ask, where and how one gets in, before and after -> a sentence for each that differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.comparisons.wording import changes_of
from doorstep.details import Access
from doorstep.fields import Answer
from doorstep.views.getting_in import access_labels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.comparisons.pairs import FactChange, Pair
    from doorstep.details import Address
    from doorstep.entries import Entry
    from doorstep.guide import Guide

WAYS = {
    "name": "person to ask at",
    "phone": "phone number of",
    "text": "number for text messages to",
    "whatsapp": "WhatsApp number of",
    "email": "e-mail address of",
    "website": "website of",
    "best_time": "best time to phone",
    "say": "safe opening line of",
}
"""What each way to ask is called in a sentence."""

ANSWERS = {Answer.YES: "yes", Answer.NO: "no"}


def told_contact(pair: Pair, change: FactChange) -> Iterator[str]:
    """Yield what changes of whom to ask."""
    told = [
        sentence
        for field, noun in WAYS.items()
        for sentence in changes_of(
            noun, pair.title, getattr(pair.was.contact, field), getattr(pair.now.contact, field)
        )
    ]
    # Without anyone of its own, a page names whoever answers for the guide.
    yield from told or changes_of("contact of", pair.title, change.before, change.after)


def told_where(pair: Pair, change: FactChange) -> Iterator[str]:
    """Yield what changes of the place, or of the way to it."""
    before, after = _place_name(*pair.sides[0]), _place_name(*pair.sides[1])
    if before and after and before != after:
        yield f"{pair.title} moves from {before} to {after}"
        return
    old, new = (guide.catalogue.address_of(entry) for guide, entry in pair.sides)
    told = [*_told_address(pair.title, old, new)] if old and new else []
    yield from told or changes_of("place of", pair.title, change.before, change.after)


def _place_name(guide: Guide, entry: Entry) -> str:
    place, address = guide.catalogue.place_of(entry), entry.address
    return place.title if place else (address.name if address else "")


def _told_address(title: str, old: Address, new: Address) -> Iterator[str]:
    lines = (", ".join(filter(None, (one.address, one.postcode))) for one in (old, new))
    yield from changes_of("address of", title, *lines)
    yield from changes_of("way to", title, old.directions, new.directions)
    if old.position != new.position:
        yield f"{title} is at another point on the map"


def told_access(pair: Pair, change: FactChange) -> Iterator[str]:
    """Yield what changes of getting in, fact by fact; not known is never taken for yes."""
    old, new = (guide.catalogue.access_of(entry) for guide, entry in pair.sides)
    told = [
        f"Getting in to {pair.title}: {label} changes from {before} to {after}"
        for fact, label in access_labels(pair.after).items()
        if (before := _answer(old, fact)) != (after := _answer(new, fact))
    ]
    told += changes_of("note on getting in to", pair.title, old.notes, new.notes)
    yield from told or changes_of("way in to", pair.title, change.before, change.after)


def _answer(access: Access, fact: str) -> str:
    return ANSWERS.get(getattr(access, fact), "not known")
