"""An entry -> what it is linked with, in both directions: the mesh as a reader sees it."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from doorstep.freshness import TIMELESS
from doorstep.showing import Face
from doorstep.tracing import kept, question
from doorstep.views.cards import small_card_of
from doorstep.views.parts import CardList
from doorstep.views.wording import next_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from doorstep.entries import Entry
    from doorstep.geography import Position
    from doorstep.guide import Guide

MOST = 8
"""Cards under one heading; the page of a building has all that happens there."""

ALL = 200
"""Cards of what happens in a building: its own page is where one looks for them."""

MOST_LIKE_THIS = 4

WALKS = (5, 10, 20)
"""Minutes: what is farther is not on the doorstep."""

ENOUGH = 12
"""So many alike leave four that were not named before, however well an entry is linked."""


def related_to(guide: Guide, entry: Entry) -> tuple[CardList, ...]:
    """Return who runs it, what happens here, who works with whom, what else like this is near.

    What stands under one heading is not said again under the next.
    """
    if not guide.catalogue.shows(entry, Face.LINKED):
        return ()
    say, catalogue = guide.words.say, guide.catalogue
    organiser, place = catalogue.organiser_of(entry), catalogue.place_of(entry)
    known = {entry.slug: entry}
    lists: tuple[tuple[str, Sequence[Entry], int], ...] = (
        (say("Run by"), [organiser] if organiser else [], MOST),
        (say("What happens here"), _soonest_first(guide, entry), ALL),
        (say("Runs"), catalogue.run_by(entry), MOST),
        (say("Works with"), catalogue.works_with(entry), MOST),
        (
            say("Also at {place}", place=place.title) if place else "",
            catalogue.happening_at(place) if place else (),
            MOST,
        ),
    )
    # What is over is linked with nobody any more; what there is instead still helps.
    linked = lists if catalogue.showing(entry).has_facts else ()
    made = [
        _card_list(guide, heading, _unsaid(found, known), most)
        for heading, found, most in linked
        if found
    ]
    alike = _also_like_this(guide, entry, tuple(known))
    made.append(_card_list(guide, say("Like this, and near"), alike, MOST_LIKE_THIS))
    return tuple(card_list for card_list in made if card_list.cards)


@question
def _also_like_this(guide: Guide, entry: Entry, said: tuple[str, ...]) -> tuple[Entry, ...]:
    """Return what is like an entry and was not named before: of many near, only these are shown."""
    new = (other for other in like_this(guide, entry) if other.slug not in said)
    return tuple(islice(new, MOST_LIKE_THIS))


def _soonest_first(guide: Guide, place: Entry) -> list[Entry]:
    """Return what happens in a building by its next date; what has none comes last."""

    def soonness(entry: Entry) -> tuple[bool, float]:
        soonest = next_date(guide, entry)
        return (False, soonest.start.timestamp()) if soonest else (True, 0)

    return sorted(guide.catalogue.happening_at(place), key=soonness)


def _unsaid(entries: Iterable[Entry], known: dict[str, Entry]) -> list[Entry]:
    """Return entries that were not said before, and remember them."""
    new = {entry.slug: entry for entry in entries if entry.slug not in known}
    known |= new
    return list(new.values())


def _card_list(guide: Guide, heading: str, entries: Sequence[Entry], most: int) -> CardList:
    shown, number = entries[:most], len(entries)
    note = (
        guide.words.say("The first {shown} of {number}.", shown=most, number=number)
        if number > most
        else ""
    )
    return CardList(heading, tuple(small_card_of(guide, entry) for entry in shown), note=note)


def like_this(guide: Guide, entry: Entry) -> Iterator[Entry]:
    """Yield entries on the same topics: the nearest first, or else those of the same area."""
    catalogue, here = guide.catalogue, guide.catalogue.position_of(entry)
    if here is None:
        return _alike(entry, catalogue.in_area(catalogue.area_of(entry)))
    # A short walk first: where much is near, nobody needs to look farther.
    for minutes in WALKS:
        alike = _alike(entry, _within(guide, minutes, here))
        first = list(islice(alike, ENOUGH))
        if len(first) == ENOUGH:
            break
    return chain(first, alike)


@kept(2048)
def _within(guide: Guide, minutes: int, here: Position) -> tuple[Entry, ...]:
    """Return what is near a point; what happens in one building asks from the same point."""
    return tuple(nearby.thing for nearby in guide.catalogue.near(here, minutes))


def _alike(entry: Entry, others: Iterable[Entry]) -> Iterator[Entry]:
    topics = set(entry.topics)
    return (
        other
        for other in others
        if not topics.isdisjoint(other.topics) and other.kind not in TIMELESS
    )
