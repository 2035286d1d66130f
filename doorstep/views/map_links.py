"""An entry -> the way from its page to its place on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.freshness import TIMELESS
from doorstep.showing import Face
from doorstep.tracing import kept, question
from doorstep.views.map_cost import kilobytes_of_map_and_streets
from doorstep.views.map_views import MapLink
from doorstep.views.map_words import waiting_words
from doorstep.views.parts import Link, LinkList
from doorstep.views.spots import has_spots, rows_of_spots

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide


def map_link_of(guide: Guide, entry: Entry) -> MapLink | None:
    """Return the way to the map for what is somewhere and may be shown anywhere, or None."""
    position = guide.catalogue.position_of(entry)
    is_public = guide.catalogue.shows(entry, Face.MAP)
    if position is None or not is_public or entry.kind in TIMELESS:
        return None
    way = _way_to_the_map(guide)
    return way and MapLink(
        text=way.text,
        href=way.href + _row_of(guide, entry),
        at=f"{position.lat:.5f},{position.lon:.5f}",
        loading=way.loading,
        no_map=way.no_map,
    )


@kept(4)
def _way_to_the_map(guide: Guide) -> MapLink | None:
    """Return the way to the map, to no place on it yet; None where there is none."""
    if not has_spots(guide):
        return None
    words, number = waiting_words(guide), kilobytes_of_map_and_streets(guide)
    return MapLink(
        text=guide.words.say("Show on the map, about {number} KB", number=number),
        href=guide.permalinks.href(at.MAP),
        at="",
        loading=words["loading"],
        no_map=words["no_map"],
    )


@question
def _row_of(guide: Guide, entry: Entry) -> str:
    """Return the fragment of its own row beside the map, or of its place's."""
    rows, place = rows_of_spots(guide), guide.catalogue.place_of(entry)
    return rows.get(entry.slug) or rows.get(place.slug if place else "", "")


def nearness_links(guide: Guide) -> LinkList:
    """Return the way from a list by landmark to the list that can be sorted from anywhere."""
    text = guide.words.say("Sort everything by how near it is to you")
    link = Link(text, guide.permalinks.href(at.MAP))
    return LinkList(guide.words.say("From where you are"), (link,) if has_spots(guide) else ())
