"""What is cut at the edge of the map lies within it, and is no longer than it was."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from doorstep.area_map.clipping import clipped_line, clipped_ring
from doorstep.area_map.ground import Dot, length, surface

WIDTH, HEIGHT = 100, 60
TENTHS = st.integers(-3000, 3000).map(lambda tenth: tenth / 10)
DOTS = st.builds(Dot, TENTHS, TENTHS)
LINES = st.lists(DOTS, min_size=2, max_size=8)
RINGS = st.lists(DOTS, min_size=3, max_size=8)
TRIANGLES = st.lists(DOTS, min_size=3, max_size=3)


def dots(*pairs: tuple[float, float]) -> list[Dot]:
    return [Dot(*pair) for pair in pairs]


def is_within(dot: Dot) -> bool:
    return 0 <= dot.x <= WIDTH and 0 <= dot.y <= HEIGHT


@given(LINES)
def test_every_point_of_a_clipped_line_lies_within(line: list[Dot]) -> None:
    assert all(is_within(dot) for piece in clipped_line(line, WIDTH, HEIGHT) for dot in piece)


@given(LINES)
def test_clipping_never_makes_a_line_longer(line: list[Dot]) -> None:
    pieces = clipped_line(line, WIDTH, HEIGHT)
    assert sum(map(length, pieces)) <= length(line) + 1e-6


def is_inside(dot: Dot) -> bool:
    """Say whether a point is within and not on the edge, where a line may only touch the map."""
    return 0 < dot.x < WIDTH and 0 < dot.y < HEIGHT


@given(LINES)
def test_points_that_lay_inside_are_still_there(line: list[Dot]) -> None:
    kept = {dot for piece in clipped_line(line, WIDTH, HEIGHT) for dot in piece}
    assert {here for here, there in pairwise(line) if is_inside(here) and here != there} <= kept


@given(RINGS)
def test_every_point_of_a_clipped_ring_lies_within(ring: list[Dot]) -> None:
    assert all(map(is_within, clipped_ring(ring, WIDTH, HEIGHT)))


@given(TRIANGLES)
def test_clipping_never_gives_a_triangle_more_ground(ring: list[Dot]) -> None:
    assert surface(clipped_ring(ring, WIDTH, HEIGHT)) <= surface(ring) + 1e-6


def test_a_line_that_leaves_and_comes_back_is_in_two_pieces() -> None:
    line = dots((50, 50), (50, 80), (70, 80), (70, 50))
    assert clipped_line(line, WIDTH, HEIGHT) == [
        dots((50, 50), (50, 60)),
        dots((70, 60), (70, 50)),
    ]


def test_a_line_across_the_map_is_cut_at_both_edges() -> None:
    assert clipped_line(dots((-10, 30), (110, 30)), WIDTH, HEIGHT) == [dots((0, 30), (100, 30))]


def test_a_line_that_goes_round_a_corner_outside_is_left_out() -> None:
    assert clipped_line(dots((-50, 20), (-10, 100), (40, 70)), WIDTH, HEIGHT) == []


def test_a_ring_round_the_whole_map_becomes_its_edge() -> None:
    ring = dots((-10, -10), (-10, 70), (110, 70), (110, -10))
    assert surface(clipped_ring(ring, WIDTH, HEIGHT)) == WIDTH * HEIGHT


def test_a_ring_beside_the_map_is_left_out() -> None:
    assert clipped_ring(dots((-30, 0), (-20, 60), (-10, 0)), WIDTH, HEIGHT) == []


def test_a_ring_within_the_map_is_left_as_it_is() -> None:
    ring = dots((10, 10), (10, 20), (20, 20))
    assert clipped_ring(ring, WIDTH, HEIGHT) == ring
