"""Rings of a park or a lake -> the places inside them where the rows of its name fit."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.area_map.drawing.shapes import Line, Point

LEVELS = 16
"""How many heights are tried between the top and the bottom of an area."""

STEEPEST = math.radians(80)
"""How steeply a name may run down the page; what is steeper reads better going up."""

Span = tuple[float, float]


def middles_of_rows(rings: tuple[Line, ...], width: float, height: float) -> Iterator[Point]:
    """Yield points around which a box of this size lies inside the rings, roomiest first."""
    top, bottom = min(y for ring in rings for _, y in ring), max(y for r in rings for _, y in r)
    found = []
    for level in range(1, LEVELS):
        y = top + (bottom - top) * level / LEVELS
        for start, end in _clear_spans(rings, y, height):
            if end - start >= width:
                off_centre = abs(level / LEVELS - 0.5)
                found.append(((end - start) * (1 - off_centre), (start + end) / 2, y))
    for _, x, y in sorted(found, reverse=True):
        yield x, y


def _clear_spans(rings: tuple[Line, ...], y: float, height: float) -> list[Span]:
    """Return where, from left to right, a band of this height is inside the rings all through."""
    spans = _spans(rings, y)
    for line in (y - height / 2, y - height / 4, y + height / 4, y + height / 2):
        spans = _overlaps(spans, _spans(rings, line))
    return spans


def _spans(rings: tuple[Line, ...], y: float) -> list[Span]:
    """Return where a line across goes through the inside of rings, holes left out."""
    crossings = sorted(x for ring in rings for x in _crossings(ring, y))
    return list(zip(crossings[::2], crossings[1::2], strict=False))


def _crossings(ring: Line, y: float) -> Iterator[float]:
    for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])):
        if (y1 <= y) != (y2 <= y):
            yield x1 + (x2 - x1) * (y - y1) / (y2 - y1)


def _overlaps(ours: list[Span], others: list[Span]) -> list[Span]:
    both = [(max(a, c), min(b, d)) for a, b in ours for c, d in others]
    return [(start, end) for start, end in both if start < end]


def turned(line: Line, angle: float) -> Line:
    """Return a line turned round the corner of the drawing."""
    cos, sin = math.cos(angle), math.sin(angle)
    return tuple((x * cos - y * sin, x * sin + y * cos) for x, y in line)


def slant(ring: Line) -> float:
    """Return the direction in which a ring lies longest: to the right, or nearly straight up."""
    count = len(ring)
    mean_x, mean_y = sum(x for x, _ in ring) / count, sum(y for _, y in ring) / count
    xx = sum((x - mean_x) ** 2 for x, _ in ring)
    yy = sum((y - mean_y) ** 2 for _, y in ring)
    xy = sum((x - mean_x) * (y - mean_y) for x, y in ring)
    angle = math.atan2(2 * xy, xx - yy) / 2
    return angle - math.pi if angle > STEEPEST else angle


def surface(ring: Line) -> float:
    """Return how big the inside of a ring is."""
    crossed = (x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])))
    return abs(sum(crossed)) / 2
