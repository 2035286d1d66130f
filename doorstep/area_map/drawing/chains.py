"""Pieces of a street -> chains that go on without a sharp corner, for names to run along."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from doorstep.area_map.drawing.labels import along

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorstep.area_map.drawing.shapes import Line, Point

SHARPEST = math.radians(60)
"""The most that one piece may turn off from another and still go on from it."""

SMOOTHINGS = 3
"""How often corners are rounded before letters go round them."""


def length(line: Line) -> float:
    """Return how long a line is."""
    return sum(math.dist(here, there) for here, there in pairwise(line))


def chains(lines: Iterable[Line]) -> list[Line]:
    """Join the lines that go on from each other; the longest first."""
    left = sorted(set(lines), key=lambda line: (-length(line), line))
    joined = []
    while left:
        chain = _lengthened(left.pop(0), left)
        joined.append(_lengthened(chain[::-1], left))
    return sorted(joined, key=lambda line: (-length(line), line))


def _lengthened(chain: Line, left: list[Line]) -> Line:
    """Return a chain with all that goes on from its end, which is then no longer left."""
    by_end = defaultdict(list)
    for line in left:
        by_end[line[0]].append((line, line))
        by_end[line[-1]].append((line[::-1], line))
    while True:
        going_on = [pair for pair in by_end[chain[-1]] if pair[1] in left]
        if not going_on:
            return chain
        onward, line = min(going_on, key=lambda pair: _turn(chain, pair[0]))
        if _turn(chain, onward) > SHARPEST:
            return chain
        left.remove(line)
        chain = chain + onward[1:]


def _turn(chain: Line, onward: Line) -> float:
    return abs(angle_between(_direction(*chain[-2:]), _direction(*onward[:2])))


def _direction(here: Point, there: Point) -> float:
    return math.atan2(there[1] - here[1], there[0] - here[0])


def angle_between(before: float, after: float) -> float:
    """Return how far one direction is turned from another, from -π to π."""
    return (after - before + math.pi) % math.tau - math.pi


def smooth(line: Line, step: float) -> Line:
    """Return a line as points the same step apart, its corners rounded."""
    points = list(evenly_spaced(line, step))
    for _ in range(SMOOTHINGS):
        middles = [_between(*three) for three in zip(points, points[1:], points[2:], strict=False)]
        points = [points[0], *middles, points[-1]]
    return tuple(points)


def evenly_spaced(line: Line, step: float) -> Iterator[Point]:
    """Yield points along a line, all the same distance apart: about the step."""
    whole = length(line)
    count = max(1, round(whole / step))
    distances = iter([whole * number / count for number in range(1, count)])
    wanted = next(distances, math.inf)
    gone = 0.0
    yield line[0]
    for here, there in pairwise(line):
        piece = math.dist(here, there)
        while wanted <= gone + piece:
            share = (wanted - gone) / piece
            yield here[0] + (there[0] - here[0]) * share, here[1] + (there[1] - here[1]) * share
            wanted = next(distances, math.inf)
        gone += piece
    yield line[-1]


def _between(before: Point, here: Point, after: Point) -> Point:
    return (before[0] + 2 * here[0] + after[0]) / 4, (before[1] + 2 * here[1] + after[1]) / 4


def lengthened_by(line: Line, by: float) -> Line:
    """Return a line that goes on straight at both of its ends."""
    start, _ = along(line[1::-1], math.dist(*line[:2]) + by)
    end, _ = along(line[-2:], math.dist(*line[-2:]) + by)
    return (start, *line[1:-1], end)
