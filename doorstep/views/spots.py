"""The catalogue -> the spots: what has a place on the map of its own, in the order of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.catalogue import title_key
from doorstep.freshness import TIMELESS
from doorstep.kinds import BUILDINGS
from doorstep.map_settings import Pictures
from doorstep.tracing import kept, question
from doorstep.views.dates_of_entries import is_over
from doorstep.views.whats_on_facets import topic_facet

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.geography import Position
    from doorstep.guide import Guide
    from doorstep.kinds import Kind


class Spot(Struct, frozen=True):
    """An entry with a place on the map: a building, a park, or what has a place of its own."""

    entry: Entry
    """What is there."""
    position: Position
    """Where it is."""
    area: str
    """The part of the neighbourhood, or ""."""
    here: tuple[Entry, ...]
    """What happens there besides."""
    facets: frozenset[str]
    """Kinds and topics of itself and of all that happens there."""


def kind_facet(kind: Kind) -> str:
    """Return the facet of a kind."""
    return f"kind-{kind.value}"


@kept(4)
def spots_of(guide: Guide) -> tuple[Spot, ...]:
    """Return every spot by area and then by name; those in none of the areas come last."""
    spots = (_spot(guide, entry) for entry in guide.catalogue.public)
    order = {area: place for place, area in enumerate(guide.areas)}
    return tuple(
        sorted(
            (spot for spot in spots if spot),
            key=lambda spot: (
                order.get(spot.area, len(order)),
                title_key(spot.entry.title),
                spot.entry.slug,
            ),
        )
    )


def _spot(guide: Guide, entry: Entry) -> Spot | None:
    if entry.kind in TIMELESS or not _has_own_place(entry):
        return None
    position = guide.catalogue.position_of(entry)
    if position is None or (entry.kind not in BUILDINGS and is_over(guide, entry)):
        return None
    here = guide.catalogue.happening_at(entry)
    found = (entry, *here)
    kinds = (kind_facet(one.kind) for one in found)
    topics = (topic_facet(topic) for one in found for topic in one.topics)
    area = guide.catalogue.area_of(entry)
    return Spot(entry, position, area, here, frozenset((*kinds, *topics)))


def _has_own_place(entry: Entry) -> bool:
    """Say whether it is a place, or is somewhere that no other entry stands for."""
    return entry.kind in BUILDINGS or entry.address is not None


@kept(4)
def rows_of_spots(guide: Guide) -> dict[str, str]:
    """Return the fragment of each spot's row in the list, by its slug."""
    return {spot.entry.slug: f"#{spot.entry.slug}" for spot in spots_of(guide)}


@question
def has_spots(guide: Guide) -> bool:
    """Say whether there is anything to show on a map."""
    return any(_spot(guide, entry) for entry in guide.catalogue.public)


def may_show_pictures(guide: Guide) -> bool:
    """Say whether a reader may ask for OpenStreetMap's pictures: never over a map of our own."""
    return guide.config.map.pictures is Pictures.OPENSTREETMAP and guide.area_map is None
