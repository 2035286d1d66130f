"""A park, a lake or a square with a name -> the places inside it where the name may stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.area_map.drawing.inside import middles_of_rows, slant, surface, turned
from doorstep.area_map.drawing.letters import two_rows
from doorstep.area_map.drawing.rows import ROW, rows_around

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.area_map.drawing.labels import Lettering, Sign
    from doorstep.area_map.drawing.shapes import Line

TRIES = ((1.0, 1.0), (0.85, 1.0), (0.85, 0.7))
"""Sizes of letters, and how much of a row has to be inside the area, the rest standing out."""

SMALL = (0.86, 0.74)
"""Sizes of the letters of a name that is larger than its area."""

LITTLE = 0.4
"""How much of such a name has to be inside."""

CLEARANCE = 1.15
"""How much more room than its own width a row is given."""

MOST_TRIES = 8
"""How many places are looked at for one size and one way of breaking the name."""


class Area(Struct, frozen=True):
    """Rings with a name, as they are to be labelled."""

    rings: tuple[Line, ...]
    name: str
    lettering: Lettering


def largest(rings: tuple[Line, ...]) -> float:
    """Return how big the biggest ring is."""
    return max(map(surface, rings))


def within(area: Area) -> Iterator[Sign]:
    """Yield the rows of a name level inside its area, then along it where it lies aslant."""
    angle = slant(max(area.rings, key=surface))
    for share, inside in TRIES:
        size = round(area.lettering.size * share)
        yield from _leaning(area, 0.0, size, inside)
        yield from _leaning(area, angle, size, inside)


def overflowing(area: Area) -> Iterator[Sign]:
    """Yield the rows of a name in the middle of an area that is too small for it."""
    for share in SMALL:
        yield from _leaning(area, 0.0, round(area.lettering.size * share), LITTLE)


def _leaning(area: Area, angle: float, size: int, inside: float) -> Iterator[Sign]:
    rings = tuple(turned(ring, -angle) for ring in area.rings)
    for rows in dict.fromkeys([(area.name,), two_rows(area.name)]):
        width = max(area.lettering.width(row, size) for row in rows) * CLEARANCE * inside
        height = len(rows) * size * ROW * inside
        for _, point in zip(range(MOST_TRIES), middles_of_rows(rings, width, height), strict=False):
            yield rows_around(rows, area.lettering, point, size=size, angle=angle)
