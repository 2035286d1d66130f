"""AreaMap -> the part of it that lies in a smaller box, such as what one sheet of paper shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.area_map.area import AREAS, POINTS, AreaMap, Feature, Spot
from doorstep.area_map.clipping import clipped_line, clipped_ring
from doorstep.area_map.ground import Dot
from doorstep.geography import Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doorstep.area_map.area import Bounds, Part


def cropped(area: AreaMap, bounds: Bounds) -> AreaMap:
    """Return what of a map lies within bounds, its features ending at the new edge."""
    corner = area.spot(Position(bounds.south, bounds.west))
    smaller = AreaMap(bounds, area.credit, ())
    box = smaller.spot(Position(bounds.north, bounds.east))
    pieces = [
        Feature(feature.sort, feature.name, tuple(_within(feature, corner, box)))
        for feature in area.features
    ]
    return replace(smaller, features=tuple(piece for piece in pieces if piece.parts))


def _within(feature: Feature, corner: Spot, box: Spot) -> Iterator[Part]:
    for part in feature.parts:
        dots = [Dot(x - corner.x, y - corner.y) for x, y in part]
        for piece in _clipped(feature, dots, box):
            yield tuple(Spot(round(x), round(y)) for x, y in piece)


def _clipped(feature: Feature, dots: list[Dot], box: Spot) -> list[Sequence[Dot]]:
    if feature.sort in POINTS:
        return [dots] if all(0 <= x <= box.x and 0 <= y <= box.y for x, y in dots) else []
    if feature.sort in AREAS:
        ring = clipped_ring(dots, box.x, box.y)
        return [ring] if ring else []
    return [*clipped_line(dots, box.x, box.y)]
