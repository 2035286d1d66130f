"""A point with a name -> the places around its mark where the rows of the name may stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.area_map.drawing.labels import Anchor
from doorstep.area_map.drawing.letters import two_rows
from doorstep.area_map.drawing.room import MARK
from doorstep.area_map.drawing.rows import ROW, rows_around

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.area_map.drawing.labels import Lettering, Sign
    from doorstep.area_map.drawing.shapes import Point

GAP = 12
"""How far a name stands from its mark."""

ASLANT = 0.9
"""How far up or down a name is that stands aslant of its mark, as a share of one above it."""

SHARES = (1.0, 0.86, 0.74)
"""Sizes of the letters that are tried, as shares of the usual one."""


def beside(point: Point, name: str, lettering: Lettering) -> Iterator[Sign]:
    """Yield a name on all sides of a mark: large first, then small."""
    for share in SHARES:
        size = round(lettering.size * share)
        for rows in dict.fromkeys([(name,), two_rows(name)]):
            yield from _around(point, rows, lettering, size)


def _around(point: Point, rows: tuple[str, ...], lettering: Lettering, size: int) -> Iterator[Sign]:
    x, y = point
    away = MARK + GAP
    below = away + size * ROW * len(rows) / 2
    yield rows_around(rows, lettering, (x + away, y), size=size, anchor=Anchor.START)
    yield rows_around(rows, lettering, (x - away, y), size=size, anchor=Anchor.END)
    yield rows_around(rows, lettering, (x, y - below), size=size)
    yield rows_around(rows, lettering, (x, y + below), size=size)
    for level in (y - below * ASLANT, y + below * ASLANT):
        yield rows_around(rows, lettering, (x + GAP, level), size=size, anchor=Anchor.START)
        yield rows_around(rows, lettering, (x - GAP, level), size=size, anchor=Anchor.END)
