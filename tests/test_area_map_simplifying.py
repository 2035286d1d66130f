"""A simplified line keeps its ends, and no point of it was far from what is left."""

from __future__ import annotations

import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from doorstep.area_map.area import Bounds, Part, Spot
from doorstep.area_map.ground import Dot, Ground, surface
from doorstep.area_map.simplifying import LONGEST_RUN, simplified_line, simplified_ring

GROUND = Ground(Bounds(53.69, -3.32, 53.71, -3.28))
TOLERANCE = 2.0
SPOTS = st.builds(Spot, st.integers(0, 300), st.integers(0, 300))
LINES = st.lists(SPOTS, min_size=2, max_size=20).map(tuple)


def off(dot: Dot, start: Dot, end: Dot) -> float:
    """Return how far a point is from a straight piece: the height of the triangle, or a side."""
    sides = math.dist(dot, start), math.dist(dot, end)
    base = math.dist(start, end)
    if base == 0 or max(sides) ** 2 > min(sides) ** 2 + base**2:
        return min(sides)
    return 2 * surface([dot, start, end]) / base


@given(LINES)
def test_a_line_keeps_its_ends(line: Part) -> None:
    kept = simplified_line(line, GROUND, TOLERANCE)
    assert (kept[0], kept[-1]) == (line[0], line[-1])


@given(LINES)
def test_nothing_is_added_or_put_in_another_order(line: Part) -> None:
    rest = iter(line)
    assert all(spot in rest for spot in simplified_line(line, GROUND, TOLERANCE))


@given(LINES)
def test_no_point_was_farther_from_what_is_left_than_the_tolerance(line: Part) -> None:
    left = GROUND.paces(simplified_line(line, GROUND, TOLERANCE))
    pieces = list(pairwise(left))
    assert all(
        min(off(dot, *piece) for piece in pieces) <= TOLERANCE + 1e-6 for dot in GROUND.paces(line)
    )


def test_a_straight_line_is_its_two_ends() -> None:
    line = tuple(Spot(x, 0) for x in range(100))
    assert simplified_line(line, GROUND, TOLERANCE) == (Spot(0, 0), Spot(99, 0))


def test_a_bend_of_some_metres_stays() -> None:
    line = (Spot(0, 0), Spot(50, 10), Spot(100, 0))
    assert simplified_line(line, GROUND, TOLERANCE) == line


def test_a_ring_that_is_square_stays_square() -> None:
    corners = (Spot(0, 0), Spot(0, 90), Spot(90, 90), Spot(90, 0))
    between = tuple(Spot((a.x + b.x) // 2, (a.y + b.y) // 2) for a, b in pairwise(corners))
    ring = (corners[0], between[0], corners[1], between[1], corners[2], between[2], corners[3])
    assert simplified_ring(ring, GROUND, TOLERANCE) == corners


def test_a_line_of_very_many_points_is_simplified_without_recursion() -> None:
    zigzag = tuple(Spot(10 * x, 1_000 * (x % 2)) for x in range(3 * LONGEST_RUN))
    assert simplified_line(zigzag, GROUND, TOLERANCE) == zigzag
