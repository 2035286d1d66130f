"""Entries -> the cards of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.entries import Help, Opening
from doorstep.showing import Face
from doorstep.tracing import kept
from doorstep.views.dates_of_entries import passing_lines, rules_in_words, when_lines
from doorstep.views.opening_changes import opening_notes
from doorstep.views.parts import Card, Passing
from doorstep.views.stars import star_of
from doorstep.views.wording import (
    NAMES,
    href_of,
    number_of,
    off_until,
    tags_of,
    title_of,
    walk_from_landmark,
    walk_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.proximity import Nearby


def cards_of(guide: Guide, entries: Iterable[Entry]) -> tuple[Card, ...]:
    """Return a card for each entry, in order."""
    return tuple(card_of(guide, entry) for entry in entries)


def card_of(guide: Guide, entry: Entry) -> Card:
    """Return an entry's card; a safe space has its number and its title, no more."""
    return _card_named(guide, entry.slug)


@kept(20_000)
def _card_named(guide: Guide, slug: str) -> Card:
    """Return a card by its entry's slug; an entry stands in twenty lists and is worded once."""
    entry = guide.catalogue.by_slug[slug]
    position = guide.catalogue.position_of(entry)
    walk = walk_from_landmark(guide, position) if position else ""
    return _card(guide, entry, walk)


def small_card_of(guide: Guide, entry: Entry) -> Card:
    """Return an entry's card without its summary, for lists beside the main thing."""
    return _small_card_named(guide, entry.slug)


@kept(20_000)
def _small_card_named(guide: Guide, slug: str) -> Card:
    return replace(_card_named(guide, slug), summary="", tags=())


def nearby_card(guide: Guide, nearby: Nearby[Entry], landmark: str) -> Card:
    """Return the card of an entry near a landmark, with the minutes from there."""
    return _card(guide, nearby.thing, walk_words(guide, nearby.minutes, landmark))


def _card(guide: Guide, entry: Entry, walk: str) -> Card:
    title, href, number = title_of(guide, entry), href_of(guide, entry), number_of(guide, entry)
    is_name = entry.kind in NAMES
    if not guide.catalogue.shows(entry, Face.MORE_IN_LISTS):
        return Card(title, href, number, is_name=is_name)
    where = ", ".join(filter(None, (place_name(guide, entry), walk)))
    return Card(
        title=title,
        href=href,
        number=number,
        summary=entry.summary,
        lines=tuple(filter(None, (*card_when(guide, entry), where))),
        tags=tags_of(guide, entry),
        is_name=is_name,
        passing=(*passing_lines(guide, entry), *_soonest_change_of_opening(guide, entry)),
        off_until=off_until(guide, entry),
        usual_title=entry.title,
        has_star=bool(star_of(guide, entry)),
    )


def card_when(guide: Guide, entry: Entry) -> tuple[str, ...]:
    """Return the rule by which it comes round, or else when it is open."""
    if entry.when or not isinstance(entry, Opening):
        return when_lines(guide, entry)
    return ("; ".join(rules_in_words(guide, entry.opening_rules)),)


def _soonest_change_of_opening(guide: Guide, entry: Entry) -> tuple[Passing, ...]:
    return () if entry.when else opening_notes(guide, entry)[:1]


def place_name(guide: Guide, entry: Entry) -> str:
    """Return what its place is called, or its area for help, or ""."""
    place = guide.catalogue.place_of(entry)
    if place:
        return place.title
    if entry.address and not isinstance(entry, Opening):
        return entry.address.name or entry.address.address
    if not isinstance(entry, Help | Opening):
        return ""
    area = guide.areas.get(guide.catalogue.area_of(entry))
    return area.label if area else ""
