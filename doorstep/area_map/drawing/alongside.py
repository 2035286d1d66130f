"""A street too short for its name -> the places beside it and beyond its ends for the name."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from doorstep.area_map.drawing.inside import turned
from doorstep.area_map.drawing.letters import two_rows
from doorstep.area_map.drawing.rows import ROW, rows_around

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.area_map.drawing.labels import Lettering, Sign
    from doorstep.area_map.drawing.shapes import Line, Point

HALF_STREET = 24
"""How far a street reaches to either side, with a little air."""

SLIDES = (0.0, 0.3, -0.3)
"""How far along its street a name may be moved, as a share of its width."""


def alongside(chain: Line, name: str, lettering: Lettering, size: int) -> Iterator[Sign]:
    """Yield a name beside a street, in the direction it runs, in one row and in two."""
    for angle in dict.fromkeys([_readable(chain[0], chain[-1]), 0.0]):
        yield from _leaning(chain, angle, name, lettering, size)


def _leaning(
    chain: Line, angle: float, name: str, lettering: Lettering, size: int
) -> Iterator[Sign]:
    level = turned(chain, -angle)
    for rows in dict.fromkeys([(name,), two_rows(name)]):
        width = max(lettering.width(row, size) for row in rows)
        for middle in _middles(level, width, len(rows) * size * ROW):
            yield rows_around(rows, lettering, middle, size=size, angle=angle)


def _middles(chain: Line, width: float, height: float) -> Iterator[Point]:
    """Yield where the middle of the name may be, round a chain that runs from left to right."""
    left, right = min(x for x, _ in chain), max(x for x, _ in chain)
    top, bottom = min(y for _, y in chain), max(y for _, y in chain)
    off = HALF_STREET + height / 2
    for slide in SLIDES:
        yield (left + right) / 2 + slide * width, top - off
        yield (left + right) / 2 + slide * width, bottom + off
    beyond = HALF_STREET + width / 2
    if right - left < width:
        yield right + beyond, (top + bottom) / 2
        yield left - beyond, (top + bottom) / 2


def _readable(here: Point, there: Point) -> float:
    """Return the direction from one point to another or back, whichever is not upside down."""
    angle = math.atan2(there[1] - here[1], there[0] - here[0])
    return (angle + math.pi / 2) % math.pi - math.pi / 2
