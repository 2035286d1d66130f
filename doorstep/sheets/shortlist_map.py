"""A guide -> the ground under the numbers of a shortlist, and where a script is to draw each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.sheets.paper_map import ground_map
from doorstep.tracing import kept
from doorstep.views.stars import star_of

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.sheets.map_parts import PaperMap

WIDE, HIGH = 108.0, 105.0
"""Millimetres of the map: the foot stands beside it."""


class ShortlistMap(Struct, frozen=True):
    """A map without numbers, and where each would stand."""

    ground: PaperMap | None
    """The map; None where there is nothing to draw."""
    points: dict[int, tuple[int, int]]
    """Where entries are on it, by number, in its own units."""


@kept(4)
def shortlist_map(guide: Guide) -> ShortlistMap:
    """Return the map of all that may be on a shortlist."""
    found = ground_map(guide, starred(guide), WIDE, HIGH)
    if found is None:
        return ShortlistMap(None, {})
    ground, points = found
    return ShortlistMap(ground, {number: (round(x), round(y)) for number, (x, y) in points.items()})


def starred(guide: Guide) -> tuple[Entry, ...]:
    """Return what may be on a shortlist, by number: never a safe space."""
    numbered = guide.catalogue.by_number.values()
    return tuple(entry for entry in numbered if star_of(guide, entry))
