"""Where entries are, and the room on paper -> the box of ground that a map on paper shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.area_map.area import Bounds
from doorstep.area_map.projection import Projection
from doorstep.maps.extent import extent_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.geography import Position

MARGIN = 0.1
"""Of the width and the height, on each side of what is farthest out: numbers need it."""


class PaperRoom(Struct, frozen=True):
    """What room there is on the paper, in millimetres."""

    wide: float
    """How wide the map is."""
    high: float
    """How high it is at most."""


def bounds_on_paper(positions: Iterable[Position], room: PaperRoom, known: Bounds | None) -> Bounds:
    """Return a box with all positions in it, as wide as the room and no higher.

    It stays within the ground that is known, as far as it can.
    """
    box = extent_of(positions, MARGIN)
    if known:
        box = _common(box, known)
    too_high = Projection(box, room.wide).height / room.high
    if too_high > 1:
        box = _broadened(box, too_high)
    return _moved_into(box, known) if known else box


def _common(one: Bounds, other: Bounds) -> Bounds:
    return Bounds(
        max(one.south, other.south),
        max(one.west, other.west),
        min(one.north, other.north),
        min(one.east, other.east),
    )


def _broadened(box: Bounds, times: float) -> Bounds:
    # Rounded to the grid of the street map, and a step broader, so that it never is too high.
    more = (box.east - box.west) * (times - 1) / 2 + 0.00001
    return Bounds(box.south, round(box.west - more, 5), box.north, round(box.east + more, 5))


def _moved_into(box: Bounds, known: Bounds) -> Bounds:
    """Return a box moved east or west so that it shows nothing but known ground, if it can."""
    if box.east - box.west > known.east - known.west:
        by = (known.west + known.east - box.west - box.east) / 2
    else:
        by = max(0.0, known.west - box.west) - max(0.0, box.east - known.east)
    return Bounds(box.south, round(box.west + by, 5), box.north, round(box.east + by, 5))
