"""What is near is found as surely as by looking at everything, and nearest first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from doorstep.geography import Position, walking_minutes
from doorstep.proximity import Grid

AROUND = st.builds(Position, st.floats(53.6, 53.8), st.floats(-3.5, -3.1))
ANYWHERE = st.builds(Position, st.floats(-80, 80), st.floats(-179, 179))
PLACES = st.lists(AROUND, max_size=40)


def looked_at_one_by_one(places: list[Position], minutes: int, here: Position) -> list[int]:
    near = [(walking_minutes(here, place), number) for number, place in enumerate(places)]
    return [number for walk, number in sorted(near) if walk <= minutes]


def found_in_grid(places: list[Position], minutes: int, here: Position) -> list[int]:
    return [nearby.thing for nearby in Grid.of(enumerate(places)).within(minutes, here)]


@given(PLACES, st.integers(1, 60), AROUND)
def test_a_grid_finds_what_looking_at_everything_finds(
    places: list[Position], minutes: int, here: Position
) -> None:
    found = found_in_grid(places, minutes, here)
    assert sorted(found) == sorted(looked_at_one_by_one(places, minutes, here))


@given(PLACES, AROUND)
def test_the_nearest_come_first(places: list[Position], here: Position) -> None:
    walks = [nearby.minutes for nearby in Grid.of(enumerate(places)).within(60, here)]
    assert walks == sorted(walks)


@given(ANYWHERE, st.floats(-0.005, 0.005), st.floats(-0.005, 0.005))
def test_what_lies_near_is_found_wherever_on_earth_a_guide_is(
    here: Position, north: float, east: float
) -> None:
    close = Position(here.lat + north, here.lon + east)
    assert found_in_grid([close], walking_minutes(here, close), here) == [0]


def test_things_equally_far_keep_the_order_they_were_given_in() -> None:
    hall = Position(53.7, -3.3)
    assert found_in_grid([hall, hall, hall], 5, hall) == [0, 1, 2]


def test_an_empty_grid_finds_nothing() -> None:
    assert found_in_grid([], 10, Position(53.7, -3.3)) == []
