"""Chain of a street -> the stretches of it on which a name would stand well, best first."""

from __future__ import annotations

import math
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.area_map.drawing.chains import angle_between, length, lengthened_by, smooth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.area_map.drawing.shapes import Line, Point

FINENESS = 0.5
"""How far apart the points are that letters follow, as a share of their size."""

SHARPEST = math.radians(28)
"""The most that a name may bend from one such point to the next."""

STRAIGHT = 0.22
"""How far off its ends' straight line a name may stray and be set straight, as a share of size."""

MANY = 12
"""How many stretches there may be before those right beside a better one are left out."""


class Fit(Struct, frozen=True):
    """What a name needs of a line."""

    width: float
    size: int
    overhang: float = 0.0
    """How much of the name may stand out beyond each end of the street, as a share of it."""
    most_bend: float = math.radians(75)
    """How much it may bend in all."""


def stretches(chain: Line, fit: Fit) -> Iterator[Line]:
    """Yield lines for the middle of the letters, each as long as the name, never upside down."""
    beyond = fit.width * fit.overhang
    if length(chain) + 2 * beyond < fit.width or not fit.width:
        return
    points = smooth(lengthened_by(chain, beyond) if beyond else chain, fit.size * FINENESS)
    steps = max(1, math.ceil(fit.width / (length(points) / (len(points) - 1))))
    for first in _apart(_best_starts(points, steps, fit)):
        stretch = _settled(points[first : first + steps + 1], fit)
        if stretch:
            yield stretch


def _best_starts(points: Line, steps: int, fit: Fit) -> list[int]:
    """Return where stretches may start: the straightest first, nearest to the middle of two."""
    directions = [math.atan2(y2 - y, x2 - x) for (x, y), (x2, y2) in pairwise(points)]
    turns = [abs(angle_between(*two)) for two in pairwise(directions)]
    bends = list(accumulate(turns, initial=0.0))
    corners = list(accumulate((turn > SHARPEST for turn in turns), initial=0))
    last = len(points) - 1 - steps
    costs = []
    for first in range(last + 1):
        end = first + steps - 1
        bend = bends[end] - bends[first]
        if corners[end] == corners[first] and bend <= fit.most_bend:
            costs.append((round(bend + abs(first - last / 2) / len(points), 4), first))
    return [first for _, first in sorted(costs)]


def _apart(starts: list[int]) -> list[int]:
    """Leave out starts right beside a better one, where there are many."""
    if len(starts) <= MANY:
        return starts
    left: dict[int, None] = {}
    for start in starts:
        if start - 1 not in left and start + 1 not in left:
            left[start] = None
    return [*left]


def _settled(stretch: Line, fit: Fit) -> Line | None:
    """Return a stretch cut to the name: two points if it is as good as straight."""
    readable = stretch[::-1] if _is_upside_down(stretch) else stretch
    start, end = readable[0], readable[-1]
    if _stray(readable) <= STRAIGHT * fit.size:
        return _centred(start, end, fit.width)
    return _trimmed(readable, fit.width)


def _is_upside_down(line: Line) -> bool:
    """Say whether letters would stand on their heads; up the page reads better than down it."""
    across, down = line[-1][0] - line[0][0], line[-1][1] - line[0][1]
    return across < -0.05 * abs(down) or (across <= 0.05 * abs(down) and down > 0)


def _stray(line: Line) -> float:
    (x, y), (end_x, end_y) = line[0], line[-1]
    across, down = end_x - x, end_y - y
    chord = math.hypot(across, down) or 1.0
    return max(abs((px - x) * down - (py - y) * across) / chord for px, py in line)


def _centred(start: Point, end: Point, width: float) -> Line:
    angle = math.atan2(end[1] - start[1], end[0] - start[0])
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    off_x, off_y = math.cos(angle) * width / 2, math.sin(angle) * width / 2
    return ((x - off_x, y - off_y), (x + off_x, y + off_y))


def _trimmed(line: Line, width: float) -> Line | None:
    """Return a bent line without what is more than the name needs, the same at both ends."""
    spare = (length(line) - width) / 2
    if spare < 0:
        return lengthened_by(line, -spare)
    return _cut(_cut(line, spare)[::-1], spare)[::-1]


def _cut(line: Line, by: float) -> Line:
    left = by
    for index, (here, there) in enumerate(pairwise(line)):
        piece = math.dist(here, there)
        if left < piece:
            share = left / piece
            point = here[0] + (there[0] - here[0]) * share, here[1] + (there[1] - here[1]) * share
            return (point, *line[index + 1 :])
        left -= piece
    return line
