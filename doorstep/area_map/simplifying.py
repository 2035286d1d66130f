"""Lines and rings -> the same with fewer points, none of them far from where it was."""

from __future__ import annotations

import math
from itertools import compress, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorstep.area_map.area import Part
    from doorstep.area_map.ground import Dot, Ground

LONGEST_RUN = 1_000
"""Points weighed together; the time that takes may grow with the square of their number."""


def simplified_line(line: Part, ground: Ground, tolerance: float) -> Part:
    """Return a line with its ends, and of the rest what is needed to stay within some metres."""
    if len(line) < 3:
        return line
    dots = ground.paces(line)
    stops = [*range(0, len(line) - 1, LONGEST_RUN), len(line) - 1]
    return tuple(compress(line, _needed(dots, stops, tolerance)))


def simplified_ring(ring: Part, ground: Ground, tolerance: float) -> Part:
    """Return a ring with its first point and the one farthest from it, and what else is needed."""
    if len(ring) < 4:
        return ring
    closed = (*ring, ring[0])
    dots = ground.paces(closed)
    far = max(range(len(ring)), key=lambda at: math.dist(dots[0], dots[at]))
    stops = sorted({*range(0, len(ring), LONGEST_RUN), far, len(ring)})
    return tuple(compress(closed, _needed(dots, stops, tolerance)))[:-1]


def _needed(dots: Sequence[Dot], stops: list[int], tolerance: float) -> list[bool]:
    """Say of each point whether it stays (Douglas and Peucker's way), without recursion."""
    stays = [False] * len(dots)
    for stop in stops:
        stays[stop] = True
    runs = list(pairwise(stops))
    while runs:
        first, last = runs.pop()
        if last - first < 2:
            continue
        off, at = _farthest(dots, first, last)
        if off > tolerance:
            stays[at] = True
            runs += [(first, at), (at, last)]
    return stays


def _farthest(dots: Sequence[Dot], first: int, last: int) -> tuple[float, int]:
    """Return how far the farthest point between two is from the straight way, and which it is."""
    x0, y0 = dots[first]
    east, north = dots[last].x - x0, dots[last].y - y0
    square = east * east + north * north
    farthest, which = -1.0, first
    for at in range(first + 1, last):
        x, y = dots[at].x - x0, dots[at].y - y0
        # The nearest point of the way lies beside this one, or is an end.
        share = min(1.0, max(0.0, (x * east + y * north) / square)) if square else 0.0
        off = (x - share * east) ** 2 + (y - share * north) ** 2
        if off > farthest:
            farthest, which = off, at
    return math.sqrt(farthest), which
