"""The settings say what the street map shows, unless a box is typed."""

from __future__ import annotations

import math

import pytest
from builders import config

from doorstep.area_map.area import Bounds
from doorstep.area_map.neighbourhood import NoNeighbourhood, bounds_of, read_bounds
from doorstep.area_map.overpass import overpass_query
from doorstep.geography import Position, distance

BOX = Bounds(53.69, -3.32, 53.71, -3.28)


def test_the_box_goes_round_the_boundary_with_a_tenth_more_on_each_side() -> None:
    corners = (("53.69", "-3.31"), ("53.70", "-3.30"), ("53.71", "-3.29"))
    boundary = [{"lat": lat, "lon": lon} for lat, lon in corners]
    assert bounds_of(config(boundary=boundary)) == Bounds(53.688, -3.312, 53.712, -3.288)


def test_without_a_boundary_it_is_three_kilometres_each_way_round_the_centre() -> None:
    box = bounds_of(config(centre={"lat": "53.65", "lon": "-3.4"}))
    middle = Position(53.65, box.west), Position(53.65, box.east)
    assert distance(*middle) == pytest.approx(3_000, abs=2)
    assert distance(Position(box.south, -3.4), Position(box.north, -3.4)) == pytest.approx(
        3_000, abs=2
    )


@pytest.mark.parametrize(
    "typed",
    ["53.69,-3.32,53.71,-3.28", " 53.69, -3.32, 53.71, -3.28 ", "53.69,−3.32,53.71,−3.28"],
)
def test_a_box_may_be_typed(typed: str) -> None:
    assert read_bounds(typed) == BOX


@pytest.mark.parametrize(
    "typed",
    ["", "53.69", "a,b,c,d", "nan,-3,54,-2", "1e3,0,2,1", "53.69,-3.32,53.71,-3.28,1", "١,٢,٣,٤"],
)
def test_what_is_no_box_is_answered_with_an_example(typed: str) -> None:
    with pytest.raises(NoNeighbourhood, match=r"such as 53\.69,-3\.32,53\.71,-3\.28"):
        read_bounds(typed)


@pytest.mark.parametrize(
    "typed",
    ["53.71,-3.32,53.69,-3.28", "53.69,-3.28,53.71,-3.32", "89.999,0,90.001,0.001", "86,0,86.1,1"],
)
def test_a_box_that_is_upside_down_or_off_the_globe_is_refused(typed: str) -> None:
    with pytest.raises(NoNeighbourhood, match="is not a box on the ground"):
        read_bounds(typed)


def test_more_than_fifteen_kilometres_are_no_neighbourhood() -> None:
    with pytest.raises(NoNeighbourhood, match="is 20 km across"):
        read_bounds("53.60,-3.30,53.78,-3.28")


@pytest.mark.parametrize("typed", ["53.69,-3.32,53.69001,-3.28", "53.60,-3.300,53.70,-3.295"])
def test_a_strip_too_thin_to_see_anything_in_is_refused(typed: str) -> None:
    with pytest.raises(NoNeighbourhood, match="at most 5 times as long as it is broad"):
        read_bounds(typed)


def test_fifteen_kilometres_from_west_to_east_are_measured_where_they_are() -> None:
    degrees = 14.9 / 111.195 / math.cos(math.radians(53.7))
    assert read_bounds(f"53.68,-3.32,53.72,{-3.32 + degrees:.5f}")
    with pytest.raises(NoNeighbourhood):
        read_bounds(f"-0.02,0,0.02,{degrees:.5f}")


def test_the_question_names_the_box_and_asks_for_whole_streets() -> None:
    query = overpass_query(BOX)
    lines = query.splitlines()
    things = [line for line in lines if line.startswith("  ")]
    assert all(line.endswith("(53.69000,-3.32000,53.71000,-3.28000);") for line in things)
    assert any(line.startswith('  way["highway"~"') for line in things)
    assert lines[-2:] == ["(._;>;);", "out body;"]


def test_the_question_asks_for_parks_with_holes_but_not_for_whole_rivers() -> None:
    query = overpass_query(BOX)
    relations = [line for line in query.splitlines() if line.startswith("  relation")]
    assert relations
    assert all('["type"="multipolygon"]' in line for line in relations)
    assert not any("stream" in line for line in relations)
