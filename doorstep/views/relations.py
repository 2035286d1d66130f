"""An entry -> what it is linked with, in both directions: the mesh as a reader sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.freshness import TIMELESS
from doorstep.views.cards import small_card_of
from doorstep.views.parts import CardList

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorstep.entries import Entry
    from doorstep.guide import Guide

MOST = 8
"""Cards under one heading; the page of a building has all that happens there."""

ALL = 200
"""Cards of what happens in a building: its own page is where one looks for them."""

MOST_LIKE_THIS = 4

A_WALK = 20
"""Minutes: what is farther is not on the doorstep."""


def related_to(guide: Guide, entry: Entry) -> tuple[CardList, ...]:
    """Return who runs it, what happens here, who works with whom, what else like this is near.

    What stands under one heading is not said again under the next.
    """
    if entry.sensitive:
        return ()
    say, catalogue = guide.words.say, guide.catalogue
    organiser, place = catalogue.organiser_of(entry), catalogue.place_of(entry)
    known = {entry.slug: entry}
    lists: tuple[tuple[str, Iterable[Entry], int], ...] = (
        (say("What happens here"), catalogue.happening_at(entry), ALL),
        (say("Run by"), [organiser] if organiser else [], MOST),
        (say("Runs"), catalogue.run_by(entry), MOST),
        (say("Works with"), catalogue.works_with(entry), MOST),
        (say("Also at {place}", place=place.title) if place else "", catalogue.happening_at(place) if place else (), MOST),
        (say("Like this, and near"), like_this(guide, entry), MOST_LIKE_THIS),
    )
    made = (_card_list(guide, heading, _unsaid(entries, known), most) for heading, entries, most in lists)
    return tuple(card_list for card_list in made if card_list.cards)


def _unsaid(entries: Iterable[Entry], known: dict[str, Entry]) -> list[Entry]:
    """Return entries that were not said before, and remember them."""
    new = {entry.slug: entry for entry in entries if entry.slug not in known}
    known |= new
    return list(new.values())


def _card_list(guide: Guide, heading: str, entries: list[Entry], most: int) -> CardList:
    left = len(entries) - most
    note = guide.words.count("And {number} more.", "And {number} more.", left) if left > 0 else ""
    return CardList(heading, tuple(small_card_of(guide, entry) for entry in entries[:most]), note=note)


def like_this(guide: Guide, entry: Entry) -> Iterator[Entry]:
    """Yield entries on the same topics: the nearest first, or else those of the same area."""
    catalogue, here = guide.catalogue, guide.catalogue.position_of(entry)
    near = [nearby.thing for nearby in catalogue.placed.within(A_WALK, here)] if here else []
    for other in near or catalogue.in_area(catalogue.area_of(entry)):
        if other.kind not in TIMELESS and not set(other.topics).isdisjoint(entry.topics):
            yield other
