"""Walks are measured as the guide promises: 1.3 times the straight line, at 80 metres a minute."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.geography import Position, distance, walking_minutes

LIBRARY = Position(53.7022, -3.2995)
POSITIONS = st.builds(Position, st.floats(-90, 90), st.floats(-180, 180))


def north_of(place: Position, metres: float) -> Position:
    return Position(place.lat + metres / 111_195, place.lon)


def test_a_degree_of_latitude_is_about_111_kilometres() -> None:
    assert distance(Position(53, -3), Position(54, -3)) == pytest.approx(111_195, rel=1e-4)


@given(POSITIONS, POSITIONS)
def test_it_is_as_far_there_as_back(here: Position, there: Position) -> None:
    assert distance(here, there) == pytest.approx(distance(there, here), abs=1e-3)


@given(POSITIONS, POSITIONS)
def test_nothing_is_further_than_half_way_round_the_earth(here: Position, there: Position) -> None:
    assert 0 <= distance(here, there) <= 20_016_000


@pytest.mark.parametrize(("metres", "minutes"), [(60, 1), (63, 2), (400, 7), (615, 10), (790, 13)])
def test_minutes_on_foot_are_rounded_up(metres: int, minutes: int) -> None:
    assert walking_minutes(LIBRARY, north_of(LIBRARY, metres)) == minutes


def test_even_next_door_is_a_minute_away() -> None:
    assert walking_minutes(LIBRARY, LIBRARY) == 1
