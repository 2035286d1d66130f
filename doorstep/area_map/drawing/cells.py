"""Lines as broad as letters -> the small squares of the drawing that they lie on."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.area_map.drawing.shapes import Line, Point

Cells = frozenset[int]
"""Squares of the drawing, each by its number."""

Band = tuple["Line", float]
"""A line and how broad it is."""

CELL = 10
"""How wide and high a square is, in units."""

ROW = 1 << 20
"""More squares than are ever side by side."""

PROBED = (0.04, 0.2, 0.35, 0.5, 0.65, 0.8, 0.96)
"""How far along a straight line the points are by which it is judged at first."""

Reach = dict[int, float]
"""How far something reaches to one side, row of squares by row."""


def cells(bands: Iterable[Band]) -> Cells:
    """Return every square that the bands touch."""
    found: set[int] = set()
    for line, breadth in bands:
        for here, there in pairwise(line):
            _fill(_corners(here, there, breadth / 2), found)
    return frozenset(found)


def probes(bands: Iterable[Band]) -> Cells:
    """Return a few of those squares, along the middle: enough to rule most places out."""
    points = (point for line, _ in bands for point in _some(line))
    return frozenset(int(y // CELL) * ROW + int(x // CELL) for x, y in points)


def _some(line: Line) -> Iterable[Point]:
    if len(line) > 2:
        return line[::3]
    (x, y), (end_x, end_y) = line
    return [(x + (end_x - x) * share, y + (end_y - y) * share) for share in PROBED]


def _corners(here: Point, there: Point, half: float) -> tuple[Point, ...]:
    (x, y), (end_x, end_y) = here, there
    length = math.hypot(end_x - x, end_y - y) or 1.0
    off_x, off_y = (y - end_y) / length * half, (end_x - x) / length * half
    return (
        (x + off_x, y + off_y),
        (end_x + off_x, end_y + off_y),
        (end_x - off_x, end_y - off_y),
        (x - off_x, y - off_y),
    )


def _fill(corners: tuple[Point, ...], found: set[int]) -> None:
    """Add the squares inside four corners, row by row from the leftmost to the rightmost."""
    left: Reach = {}
    right: Reach = {}
    for here, there in pairwise((*corners, corners[0])):
        if here[1] <= there[1]:
            _trace(here, there, left, right)
        else:
            _trace(there, here, left, right)
    for row, start in left.items():
        base = row * ROW
        found.update(range(base + int(start // CELL), base + int(right[row] // CELL) + 1))


def _trace(upper: Point, lower: Point, left: Reach, right: Reach) -> None:
    """Widen what is known of each row by what an edge touches of it."""
    (x, y), (end_x, end_y) = upper, lower
    lean = (end_x - x) / (end_y - y) if end_y > y else 0.0
    first, last = int(y // CELL), int(end_y // CELL)
    at = x
    for row in range(first, last + 1):
        to = end_x if row == last else x + ((row + 1) * CELL - y) * lean
        start, end = (at, to) if at <= to else (to, at)
        if start < left.get(row, math.inf):
            left[row] = start
        if end > right.get(row, -math.inf):
            right[row] = end
        at = to
