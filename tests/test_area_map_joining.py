"""Pieces of a street become one long line."""

from __future__ import annotations

from itertools import groupby, pairwise

from hypothesis import given
from hypothesis import strategies as st

from doorstep.area_map.area import Part, Spot
from doorstep.area_map.joining import MOST_AT_A_POINT, joined

SPOTS = st.builds(Spot, st.integers(0, 5), st.integers(0, 5))


@st.composite
def lines(draw: st.DrawFn) -> Part:
    spots = draw(st.lists(SPOTS, min_size=2, max_size=5))
    line = tuple(spot for spot, _ in groupby(spots))
    return line if len(line) > 1 else (Spot(0, 0), Spot(1, 1))


def line(*pairs: tuple[int, int]) -> Part:
    return tuple(Spot(*pair) for pair in pairs)


def steps(parts: list[Part]) -> list[tuple[Spot, Spot]]:
    """Return every step of some lines, whichever way it is gone."""
    return sorted((min(step), max(step)) for part in parts for step in pairwise(part))


@given(st.lists(lines(), max_size=8, unique=True))
def test_every_step_of_every_line_is_there_once_after_joining(parts: list[Part]) -> None:
    assert steps(joined(parts)) == steps(parts)


@given(st.lists(lines(), max_size=8, unique=True))
def test_the_order_of_the_pieces_makes_no_difference(parts: list[Part]) -> None:
    assert joined(parts) == joined(parts[::-1])


def test_pieces_are_joined_whichever_way_they_were_drawn() -> None:
    assert joined([line((2, 0), (1, 0)), line((0, 0), (1, 0)), line((2, 0), (3, 0))]) == [
        line((0, 0), (1, 0), (2, 0), (3, 0))
    ]


def test_where_three_meet_the_two_that_go_straight_on_are_joined() -> None:
    aside = line((1, 0), (1, 1))
    assert joined([line((0, 0), (1, 0)), line((1, 0), (2, 0)), aside]) == [
        line((0, 0), (1, 0), (2, 0)),
        aside,
    ]


def test_at_a_slanting_crossing_each_street_goes_on_as_itself() -> None:
    arms = [line((50, 50), end) for end in ((60, 80), (40, 20), (60, 20), (40, 80))]
    assert joined(arms) == [
        line((40, 20), (50, 50), (60, 80)),
        line((40, 80), (50, 50), (60, 20)),
    ]


def test_two_halves_of_a_ring_become_one_ring() -> None:
    (ring,) = joined([line((0, 0), (1, 1), (2, 0)), line((2, 0), (1, -1), (0, 0))])
    assert (len(ring), ring[0]) == (5, ring[-1])


def test_a_piece_that_is_there_twice_is_kept_once() -> None:
    piece = line((0, 0), (1, 0))
    assert joined([piece, piece]) == [piece]


def test_more_lines_than_meet_at_any_crossing_are_left_as_they_are() -> None:
    star = [line((0, 0), (1, at)) for at in range(MOST_AT_A_POINT + 1)]
    assert joined(star) == star
