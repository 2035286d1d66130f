from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.area_map.area import Bounds
from doorstep.area_map.projection import Projection
from doorstep.geography import Position
from doorstep.maps.extent import extent_of, whole_zoom, widened

positions = st.lists(
    st.builds(Position, st.floats(53.6, 53.8), st.floats(-3.4, -3.2)), min_size=1, max_size=9
)


@given(positions)
def test_everything_is_inside(points):
    extent = extent_of(points)
    assert all(extent.holds(point) for point in points)


@given(positions)
def test_the_shape_suits_a_page(points):
    drawing = Projection(extent_of(points), 900)
    assert 900 / 1.55 <= drawing.height <= 900 * 1.3


def test_one_place_alone_is_shown_with_its_surroundings():
    extent = extent_of([Position(53.7, -3.3)])
    assert extent.north - extent.south == pytest.approx(500 / 111_195, rel=0.01)


def test_around_everything_there_is_a_little_room_on_each_side():
    corners = [Position(53.65, -3.35), Position(53.70, -3.26)]
    assert extent_of(corners) == Bounds(53.647, -3.3554, 53.703, -3.2546)


EDGES = [
    [Position(90, 0)],
    [Position(-90, 0)],
    [Position(89.99, 10), Position(89.98, -170)],
    [Position(-17, 179.99), Position(-17, -179.99)],
    [Position(90, 180), Position(-90, -180)],
]


@pytest.mark.parametrize("points", EDGES)
def test_at_the_ends_of_the_world_there_is_still_a_box_to_draw(points):
    extent = extent_of(points)
    assert -85 <= extent.south < extent.north <= 85
    assert 0 < extent.east - extent.west <= 360
    assert Projection(extent, 900).height >= 1


def test_a_box_is_widened_on_every_side():
    assert widened(Bounds(53, -4, 54, -2), 0.5) == Bounds(52.5, -5, 54.5, -1)


@given(positions)
def test_the_whole_fits_into_its_pixels_and_would_not_at_the_next_zoom(points):
    extent = extent_of(points)
    zoom = whole_zoom(extent, 280)
    degrees = extent.east - extent.west
    drawn = Projection(extent, degrees / 360 * 256 * 2**zoom)
    longest = max(drawn.width, drawn.height)
    assert longest <= 280 < 2 * longest


def test_the_whole_world_is_seen_from_farthest_away():
    assert whole_zoom(Bounds(-80, -180, 80, 180), 280) == 0
    assert math.isfinite(whole_zoom(Bounds(53.7, -3.3, 53.70001, -3.29999), 280))
