"""Positions -> the box on the ground that holds them all, and how near a screen can come to it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from doorstep.area_map.area import Bounds
from doorstep.area_map.projection import NORTHERNMOST, Projection
from doorstep.proximity import METRES_A_DEGREE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.geography import Position

ROOM = 0.06
"""Of the width and the height, on each side: nothing stands on the very edge."""

LEAST_METRES = 500
"""Across: one place alone is shown with its surroundings."""

WIDEST, HIGHEST = 1.5, 1.25
"""Width to height, and height to width: a neighbourhood along a river is still a picture."""

TILE = 256
"""Pixels of the whole world at zoom 0 of a web map."""


def extent_of(positions: Iterable[Position], room: float = ROOM) -> Bounds:
    """Return a box of a shape that suits a page, with all these positions inside; at least one.

    What lies beyond the ends of web maps, near the poles, is left outside.
    """
    points = list(positions)
    south, north = min(p.lat for p in points), max(p.lat for p in points)
    west, east = min(p.lon for p in points), max(p.lon for p in points)
    # At the poles a degree of longitude is no way at all.
    shrink = max(0.05, math.cos(math.radians((south + north) / 2)))
    least = LEAST_METRES / METRES_A_DEGREE
    height = max((north - south) * (1 + 2 * room), least)
    width = max((east - west) * (1 + 2 * room) * shrink, least)
    height = max(height, width / WIDEST)
    width = max(width, height / HIGHEST)
    return _around((south + north) / 2, (west + east) / 2, height / 2, width / 2 / shrink)


def _around(lat: float, lon: float, up: float, across: float) -> Bounds:
    up, across = min(up, NORTHERNMOST), min(across, 180)
    lat = min(max(lat, up - NORTHERNMOST), NORTHERNMOST - up)
    return Bounds(*(round(n, 5) for n in (lat - up, lon - across, lat + up, lon + across)))


def widened(bounds: Bounds, share: float) -> Bounds:
    """Return a box that is larger by a share of its size on each side."""
    up, across = (bounds.north - bounds.south) * share, (bounds.east - bounds.west) * share
    edges = (bounds.south - up, bounds.west - across, bounds.north + up, bounds.east + across)
    return Bounds(*(round(edge, 5) for edge in edges))


def whole_zoom(bounds: Bounds, pixels: int) -> int:
    """Return the nearest zoom of a web map at which a square of so many pixels shows a box."""
    world = Projection(Bounds(-85, -180, 85, 180), TILE)
    drawn = Projection(bounds, (bounds.east - bounds.west) / 360 * world.width)
    return max(0, math.floor(math.log2(pixels / max(drawn.width, drawn.height))))
