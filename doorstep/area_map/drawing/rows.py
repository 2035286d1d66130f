"""Rows of a name and the point in their middle -> Labels, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.area_map.drawing.inside import turned
from doorstep.area_map.drawing.labels import Anchor, Label

if TYPE_CHECKING:
    from doorstep.area_map.drawing.labels import Lettering, Sign
    from doorstep.area_map.drawing.shapes import Point

ROW = 1.1
"""How far apart rows of a name are, as a share of the size of their letters."""


def rows_around(
    rows: tuple[str, ...],
    lettering: Lettering,
    point: Point,
    *,
    size: int,
    anchor: Anchor = Anchor.MIDDLE,
    angle: float = 0.0,
) -> Sign:
    """Return rows one below the other around a point, turned then by an angle round 0, 0."""
    top = point[1] - (len(rows) - 1) * size * ROW / 2
    labels = []
    for number, row in enumerate(rows):
        width = lettering.width(row, size)
        shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[anchor]
        x, y = point[0] - shift, top + number * size * ROW
        line = turned(((x, y), (x + width, y)), angle)
        labels.append(Label(row, lettering, size, line, anchor))
    return tuple(labels)
