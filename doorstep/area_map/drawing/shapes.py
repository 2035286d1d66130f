"""AreaMap -> Shape: every feature as lines in the units of the drawing, without needless points."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.area_map.area import AREAS, POINTS, Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.area_map.area import AreaMap, Feature, Part
    from doorstep.area_map.projection import Projection

Point = tuple[float, float]
Line = tuple[Point, ...]

TOLERANCE = 1.0
"""How far from where it was a line may come to lie, in units: less than the eye sees."""


class Shape(Struct, frozen=True):
    """A feature as it lies in the drawing."""

    sort: Sort
    name: str
    lines: tuple[Line, ...]


def shapes(area: AreaMap, projection: Projection) -> list[Shape]:
    """Return all that can be drawn, in the order of the map."""
    found = [_shape(feature, area, projection) for feature in area.features]
    return [shape for shape in found if shape.lines and shape.sort is not Sort.POSTCODE]


def _shape(feature: Feature, area: AreaMap, projection: Projection) -> Shape:
    lines = (_line(part, area, projection) for part in feature.parts)
    fewest = 1 if feature.sort in POINTS else 3 if feature.sort in AREAS else 2
    return Shape(
        feature.sort,
        feature.name,
        tuple(simplified(line) for line in lines if len(set(line)) >= fewest),
    )


def _line(part: Part, area: AreaMap, projection: Projection) -> Line:
    return tuple(projection.point(area.position(spot)) for spot in part)


def simplified(line: Line) -> Line:
    """Leave out the points that a line hardly bends at (Douglas and Peucker's method)."""
    kept = {0, len(line) - 1}
    open_ends = [(0, len(line) - 1)]
    while open_ends:
        first, last = open_ends.pop()
        middle = _farthest(line, first, last)
        if middle:
            kept.add(middle)
            open_ends += [(first, middle), (middle, last)]
    return tuple(line[index] for index in sorted(kept))


def _farthest(line: Line, first: int, last: int) -> int:
    """Return which point between two lies farthest off; 0 where all are near enough."""
    (x, y), (end_x, end_y) = line[first], line[last]
    along_x, along_y = end_x - x, end_y - y
    length = math.hypot(along_x, along_y)
    worst, found = TOLERANCE, 0
    for index in range(first + 1, last):
        off_x, off_y = line[index][0] - x, line[index][1] - y
        off = abs(off_x * along_y - off_y * along_x) / length if length else 0
        off = off or (math.hypot(off_x, off_y) if not length else 0)
        if off > worst:
            worst, found = off, index
    return found


def path_data(lines: tuple[Line, ...], *, end: str = "") -> str:
    """Return lines as the shortest path data: whole units, each step from the last point."""
    return "".join(f"{''.join(_steps(line))}{end}" for line in lines)


def _steps(line: Line) -> Iterator[str]:
    x, y = map(round, line[0])
    yield f"M{x}{_number(y)}"
    letter = "l"
    for there in line[1:]:
        step_x, step_y = round(there[0]) - x, round(there[1]) - y
        if step_x or step_y:
            yield f"{letter or _gap(step_x)}{step_x}{_number(step_y)}"
            letter = ""
        x, y = x + step_x, y + step_y


def _number(value: int) -> str:
    return f"{_gap(value)}{value}"


def _gap(value: int) -> str:
    return "" if value < 0 else " "
