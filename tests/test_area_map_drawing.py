"""The street map as a picture: whole, safe, small, quick, and the same every time."""

from __future__ import annotations

import gzip
import json
import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from counting import calls_of
from drawn_streets import BOUNDS, area_of, city, street
from hypothesis import given, settings
from hypothesis import strategies as st
from shipped import needs_the_example

from doorstep.area_map.area import AREAS, POINTS, Bounds, Feature, Sort, Spot
from doorstep.area_map.area_text import area_map_of
from doorstep.area_map.drawing.cropping import cropped
from doorstep.area_map.drawing.labels import Lettering
from doorstep.area_map.drawing.picture import DRAWING_WIDTH, drawn
from doorstep.area_map.drawing.style import GROUND, LETTERINGS, MAJOR, STREET, WATER
from doorstep.area_map.projection import Projection
from doorstep.geography import Position

SVG = "{http://www.w3.org/2000/svg}"
MOST_BYTES = 150_000
MOST_CALLS = 2_000
"""For each part of a street: some 1,400 where names stand as close as they can."""
STREETS = (Sort.PATH, Sort.LANE, Sort.STREET, Sort.MAJOR)
EXAMPLE = Path(__file__).parent.parent / "content" / "map" / "area.json"

spots = st.builds(Spot, st.integers(-200, 4200), st.integers(-200, 2900))
hostile = st.text(max_size=30) | st.sampled_from(
    [
        "</text><script>alert(1)</script>",
        "&amp; <b>",
        "\"'",
        "\x00\x08\ufffe",
        "\ud800",
        "\u202eabc",
    ]
)


def feature(sort: Sort) -> st.SearchStrategy[Feature]:
    most = 1 if sort in POINTS else 6
    parts = st.lists(st.lists(spots, min_size=1, max_size=most).map(tuple), max_size=3)
    return st.builds(Feature, st.just(sort), hostile, parts.map(tuple))


features = st.lists(st.sampled_from(Sort).flatmap(feature), max_size=6)


def root(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - we wrote it ourselves


def words(svg: str) -> list[str]:
    return [element.text or "" for element in root(svg).iter(f"{SVG}text")]


@given(features=features, credit=hostile)
@settings(max_examples=60, deadline=None)
def test_whatever_things_are_called_the_drawing_is_well_formed(
    features: list[Feature], credit: str
) -> None:
    svg = drawn(area_of(*features, credit=credit))
    tags = {element.tag.removeprefix(SVG) for element in root(svg.encode().decode()).iter()}
    assert tags <= {"svg", "defs", "pattern", "g", "path", "rect", "use", "text", "polyline"}


@given(features=features)
@settings(max_examples=40, deadline=None)
def test_everything_drawn_lies_inside_the_picture(features: list[Feature]) -> None:
    svg = drawn(area_of(*features))
    height = Projection(BOUNDS, DRAWING_WIDTH).height
    sorts = {sort.value for sort in Sort}
    for path in root(svg).iter(f"{SVG}path"):
        if path.get("id", "") in sorts:
            assert all(
                -1 <= x <= DRAWING_WIDTH + 1 and -1 <= y <= height + 1
                for x, y in points_of(path.get("d", ""))
            )


def points_of(data: str) -> list[tuple[int, int]]:
    """Follow path data as we write it: a start, then steps."""
    found = []
    for line in data.split("M")[1:]:
        numbers = [int(number) for number in re.findall(r"-?\d+", line)]
        x, y = numbers[:2]
        found.append((x, y))
        for right, down in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + right, y + down
            found.append((x, y))
    return found


def test_path_data_is_whole_numbers_from_point_to_point() -> None:
    svg = drawn(area_of(street("", (0, 0), (2000, 100), (4000, 0))))
    data = next(
        path.get("d", "") for path in root(svg).iter(f"{SVG}path") if path.get("id") == "street"
    )
    assert re.fullmatch(r"M\d+ \d+l[-\d ]+", data)
    assert [x for x, _ in points_of(data)] == [0, 2000, 4000]


def test_the_same_area_gives_the_same_bytes() -> None:
    assert drawn(city(12)) == drawn(city(12))


def test_nothing_in_the_picture_asks_for_anything_else() -> None:
    svg = drawn(city(12))
    assert set(re.findall(r'(?:href|src)="(.)', svg)) == {"#"}
    assert set(re.findall(r"url\((.)", svg)) == {"#"}
    assert not re.search(r"<script|<style|<image|style=|@import|\bon\w+=", svg)


def test_whose_map_it_is_stands_on_it() -> None:
    assert "© OpenStreetMap contributors" in words(
        drawn(area_of(credit="© OpenStreetMap contributors"))
    )


def test_a_map_of_ones_own_says_only_how_far_it_is() -> None:
    assert words(drawn(area_of(credit=""))) == ["500 m"]


def test_a_neighbourhood_of_one_mile_has_a_shorter_scale_bar() -> None:
    bounds = Bounds(BOUNDS.south, BOUNDS.west, BOUNDS.south + 0.0036, BOUNDS.west + 0.006)
    assert words(drawn(cropped(area_of(), bounds))) == ["50 m"]


def test_a_landmark_that_finds_no_room_has_no_mark_either() -> None:
    alone = drawn(area_of(Feature(Sort.LANDMARK, "Mill", ((Spot(2000, 1000),),))))
    crowd = Feature(Sort.LANDMARK, "Mill", ((Spot(2000, 1000),),) * 60)
    svg = drawn(area_of(crowd))
    assert alone.count("l17 17") == 1
    assert svg.count("l17 17") == words(svg).count("Mill") < 60


def test_a_postcode_is_never_drawn() -> None:
    assert drawn(area_of(Feature(Sort.POSTCODE, "HR1 2AB", ((Spot(9, 9),),)))) == drawn(area_of())


def test_a_part_of_a_map_ends_at_its_own_edge() -> None:
    whole = area_of(
        street("High Street", (0, 500), (4000, 500)), street("Far Lane", (0, 9), (99, 9))
    )
    half = Bounds(BOUNDS.south + 0.002, BOUNDS.west, BOUNDS.north, BOUNDS.west + 0.02)
    (left,) = cropped(whole, half).features
    assert left.parts == ((Spot(0, 300), Spot(2000, 300)),)
    assert cropped(whole, half).position(Spot(0, 300)) == whole.position(Spot(0, 500))


def test_a_whole_map_cut_to_its_own_bounds_is_the_same() -> None:
    assert cropped(city(12), BOUNDS) == city(12)


def test_every_point_of_a_crossing_is_where_the_projection_has_it() -> None:
    area = area_of(street("", (1000, 700), (3000, 700)))
    x, y = Projection(BOUNDS, DRAWING_WIDTH).point(area.position(Spot(1000, 700)))
    assert f"M{round(x)} {round(y)}l" in drawn(area)


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    pairs = [digit * 2 for digit in digits] if len(digits) == 3 else re.findall("..", digits)
    shares = [int(pair, 16) / 255 for pair in pairs]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("lettering", LETTERINGS, ids=lambda lettering: lettering.code)
def test_names_stand_out_from_what_is_under_them(lettering: Lettering) -> None:
    under = {lettering.halo, GROUND, STREET, MAJOR, WATER}
    assert min(contrast(lettering.fill, colour) for colour in under) >= 4.5


def test_ground_and_water_are_told_apart_without_colour() -> None:
    assert contrast(GROUND, WATER) >= 1.4


def test_street_names_can_be_read_on_a_sheet_of_a4() -> None:
    points_a_unit = 180 / 25.4 * 72 / DRAWING_WIDTH
    sizes = [float(size) for size in re.findall(r'font-size="(\d+)"', drawn(city(12)))]
    assert max(sizes) * points_a_unit >= 6.3
    assert min(sizes) * points_a_unit >= 4.4


@pytest.mark.whole
def test_three_kilometres_of_city_are_small() -> None:
    area = city(50)
    assert sum(len(each.parts) for each in area.features if each.sort in STREETS) >= 2500
    assert len({each.name for each in area.features}) >= 700
    assert len(gzip.compress(drawn(area).encode())) < MOST_BYTES


@pytest.mark.whole
def test_where_streets_are_crowded_none_takes_much_work() -> None:
    area = city(40)
    streets = sum(len(each.parts) for each in area.features)
    assert calls_of(lambda: drawn(area)) < MOST_CALLS * streets


@needs_the_example
@pytest.mark.whole
def test_the_example_carries_the_names_of_most_of_its_streets() -> None:
    area = area_map_of(json.loads(EXAMPLE.read_text(encoding="utf-8")))
    streets = {each.name for each in area.features if each.sort in STREETS and each.name}
    there = words(drawn(area))
    both = {*there, *(f"{above} {below}" for above, below in pairwise(there))}
    assert len(streets & both) >= 0.8 * len(streets)


def test_rings_are_drawn_closed() -> None:
    ring = (Spot(100, 100), Spot(900, 100), Spot(900, 900))
    for sort in AREAS:
        svg = drawn(area_of(Feature(sort, "", (ring,))))
        assert re.search(rf'<g id="{sort}"><path d="M[-\d l]+z"/></g>', svg)


def test_a_position_of_the_map_and_the_picture_agree_at_the_corner() -> None:
    corner = Position(BOUNDS.north, BOUNDS.east)
    x, y = Projection(BOUNDS, DRAWING_WIDTH).point(corner)
    assert (round(x), round(y)) == (DRAWING_WIDTH, 0)
    assert f'viewBox="0 0 {DRAWING_WIDTH} ' in drawn(area_of())
