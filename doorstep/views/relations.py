"""An entry -> what it is linked with, in both directions: the mesh as a reader sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.catalogue import BUILDINGS
from doorstep.kinds import Kind
from doorstep.views.cards import card_of
from doorstep.views.parts import CardList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.entries import Entry
    from doorstep.guide import Guide

MOST = 30
"""Cards under one heading; a building may house a hundred things."""

MOST_LIKE_THIS = 4

A_WALK = 20
"""Minutes: what is farther is not on the doorstep."""


def related_to(guide: Guide, entry: Entry) -> tuple[CardList, ...]:
    """Return who runs it, what happens here, who works with whom, what else like this is near."""
    if entry.sensitive:
        return ()
    say, catalogue = guide.words.say, guide.catalogue
    organiser, place = catalogue.organiser_of(entry), catalogue.place_of(entry)
    others_here = [other for other in catalogue.happening_at(place) if other is not entry] if place else []
    lists: tuple[tuple[str, Iterable[Entry]], ...] = (
        (say("Run by"), [organiser] if organiser else []),
        (say("Runs"), catalogue.run_by(entry)),
        (_happens(guide, entry), catalogue.happening_at(entry)),
        (say("Works with"), catalogue.works_with(entry)),
        (say("Also at {place}", place=place.title) if place else "", others_here),
        (say("Like this, and near"), like_this(guide, entry)),
    )
    made = (_card_list(guide, heading, list(entries)) for heading, entries in lists)
    return tuple(card_list for card_list in made if card_list.cards)


def _happens(guide: Guide, entry: Entry) -> str:
    return guide.words.say("What happens here") if entry.kind in BUILDINGS else ""


def _card_list(guide: Guide, heading: str, entries: list[Entry]) -> CardList:
    left = len(entries) - MOST
    note = guide.words.count("And {number} more.", "And {number} more.", left) if left > 0 else ""
    return CardList(heading, tuple(card_of(guide, entry) for entry in entries[:MOST]), note=note)


def like_this(guide: Guide, entry: Entry) -> list[Entry]:
    """Return a few entries on the same topics: the nearest, or else those of the same area."""
    catalogue, here = guide.catalogue, guide.catalogue.position_of(entry)
    known = {entry.slug, *(other.slug for other in catalogue.works_with(entry))}
    if here:
        near = (nearby.thing for nearby in catalogue.placed.within(A_WALK, here))
        return _first_alike(entry, near, known)
    same_area = catalogue.in_area(catalogue.area_of(entry))
    return _first_alike(entry, same_area, known)


def _first_alike(entry: Entry, others: Iterable[Entry], known: set[str]) -> list[Entry]:
    alike = []
    for other in others:
        if other.slug not in known and other.kind is not Kind.STORY and set(other.topics) & set(entry.topics):
            alike.append(other)
        if len(alike) == MOST_LIKE_THIS:
            break
    return alike
