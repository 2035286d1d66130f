"""Spots -> the page with the list of them, the drawing for everybody, and the map on a tap."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep import permalinks as at
from doorstep.kinds import Kind
from doorstep.views.entry_pages import kind_names
from doorstep.views.framing import PageFacts, frame_of
from doorstep.views.invitations import missing_invitation
from doorstep.views.map_cost import kilobytes_of_map
from doorstep.views.map_drawing import drawing_of
from doorstep.views.map_scripts import LIST
from doorstep.views.map_views import (
    LiveMap,
    MapButton,
    MapChoice,
    MapField,
    MapView,
    SpotList,
    SpotRow,
)
from doorstep.views.map_words import map_words, waiting_words
from doorstep.views.parts import Link
from doorstep.views.spots import kind_facet, may_show_pictures, spots_of
from doorstep.views.whats_on_facets import topic_facet
from doorstep.views.wording import (
    NAMES,
    as_sentence,
    href_of,
    number_of,
    standing_title_of,
    unchecked_words,
    walk_from_landmark,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.guide import Guide
    from doorstep.views.spots import Spot

DRAWING = "map_drawing"
"""The fragment of the drawing; no slug has such a line in it."""

KIND_ORDER = (Kind.PLACE, Kind.GREEN_SPACE, Kind.GROUP, Kind.EVENT, Kind.HELP)


def map_view(guide: Guide, element: str, data: str) -> MapView:
    """Return the page of the map, whose pins are in `data`."""
    say = guide.words.say
    sections = tuple(_sections(guide))
    page = PageFacts(
        path=at.MAP,
        heading=say("Map of places"),
        scripts=LIST,
        may_show_pictures=may_show_pictures(guide),
    )
    jumps = (*(Link(s.heading, f"#{s.id}") for s in sections), Link(say("The map"), f"#{DRAWING}"))
    return MapView(
        frame=frame_of(guide, page),
        heading=page.heading,
        intro=say("Everything on the map is in this list, with the same numbers."),
        jump_label=say("On this page"),
        jumps=jumps,
        sections=sections,
        map_heading=say("The map"),
        drawing=drawing_of(guide),
        live=_live(guide, element, data),
        invitation=missing_invitation(guide),
    )


def _sections(guide: Guide) -> Iterator[SpotList]:
    placed = enumerate(spots_of(guide))
    known = {area.id: area.label for area in guide.config.areas}
    for area, spots in groupby(placed, key=lambda pair: pair[1].area):
        heading = known.get(area) or guide.words.say("Elsewhere")
        rows = tuple(_row(guide, place, spot) for place, spot in spots)
        yield SpotList(heading, f"in_{area or 'none'}", rows)


def _row(guide: Guide, place: int, spot: Spot) -> SpotRow:
    entry, number = spot.entry, len(spot.here)
    happens = guide.words.count(
        "{number} thing happens here", "{number} things happen here", number
    )
    walk = as_sentence(walk_from_landmark(guide, spot.position))
    lines = (unchecked_words(guide, entry), walk, happens if number else "")
    return SpotRow(
        id=entry.slug,
        place=str(place),
        number=number_of(guide, entry),
        title=standing_title_of(guide, entry),
        href=href_of(guide, entry),
        is_name=entry.kind in NAMES,
        lines=tuple(filter(None, lines)),
    )


def _live(guide: Guide, element: str, data: str) -> LiveMap:
    say, waiting = guide.words.say, waiting_words(guide)
    return LiveMap(
        data=data,
        element=element,
        open=say("Show the map, about {number} KB", number=kilobytes_of_map(guide)),
        loading=waiting["loading"],
        no_map=waiting["no_map"],
        toolbar_label=map_words(guide)["move"],
        buttons=_buttons(guide),
        filters_label=say("What to show"),
        filters=_filters(guide),
        filters_button=say("Apply filters"),
        from_label=say("How far is it?"),
        from_fields=_from_fields(guide),
        from_button=say("Sort by how near it is"),
        here_button=say("Use where I am"),
        here_note=say("Your phone keeps it to itself: nobody is told where you are."),
    )


def _buttons(guide: Guide) -> tuple[MapButton, ...]:
    words = map_words(guide)
    names = ("zoom-in", "zoom-out", "up", "down", "left", "right", "show-all")
    return tuple(MapButton(name, words[name.replace("-", "_")]) for name in names)


def facets_on_map(guide: Guide) -> tuple[MapChoice, ...]:
    """Return every kind and topic that a spot has, in the order in which they are chosen from."""
    names = kind_names(guide)
    kinds = (MapChoice(kind_facet(kind), names[kind]) for kind in KIND_ORDER)
    topics = (MapChoice(topic_facet(topic.id), topic.label) for topic in guide.config.topics)
    there = frozenset().union(*(spot.facets for spot in spots_of(guide)))
    return tuple(choice for choice in (*kinds, *topics) if choice.value in there)


def _filters(guide: Guide) -> tuple[MapField, ...]:
    say, choices = guide.words.say, facets_on_map(guide)
    asked = (
        ("kind", say("Kind"), say("All kinds")),
        ("topic", say("Topic"), say("All topics")),
    )
    return tuple(
        MapField(
            name,
            label,
            (MapChoice("", all_of), *(c for c in choices if c.value.startswith(f"{name}-"))),
        )
        for name, label, all_of in asked
    )


def _from_fields(guide: Guide) -> tuple[MapField, ...]:
    say = guide.words.say
    choices = (MapChoice(landmark.id, landmark.name) for landmark in guide.landmarks)
    first = MapChoice("", say("Choose a place you know"))
    postcode = MapField("postcode", say("From a postcode"), ())
    if not guide.landmarks:
        return (postcode,)
    return (
        MapField("landmark", say("From"), (first, *choices)),
        replace(postcode, label=say("or from a postcode")),
    )
