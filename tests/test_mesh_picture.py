"""The picture of the mesh: the same on every machine, no circle over another, small and plain."""

from __future__ import annotations

import re
from itertools import combinations
from math import dist
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.colours import contrast
from doorstep.mesh.picture import LETTERS, LINE, MOST, WIDTH, Circle, Drawing, drawn, radius_of
from doorstep.mesh.placing import AIR, placed

SVG = "{http://www.w3.org/2000/svg}"
COLOUR = "#0b5563"
NARROW = 320 - 32
"""Pixels between the edges of a page on the narrowest phone."""


def drawing(number: int, lines: dict[tuple[int, int], int], size: int = 3) -> Drawing:
    return Drawing([Circle(str(100 + place), size) for place in range(number)], lines, COLOUR)


def ring(number: int) -> dict[tuple[int, int], int]:
    return {(place, place + 1): 1 + place % 5 for place in range(number - 1)} | {(0, number - 1): 1}


def circles(svg: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter(f"{SVG}circle"))  # noqa: S314 - our own


@st.composite
def drawings(draw: st.DrawFn) -> Drawing:
    sizes = draw(st.lists(st.integers(1, 40), min_size=1, max_size=14))
    pairs = list(combinations(range(len(sizes)), 2))
    lines = draw(st.dictionaries(st.sampled_from(pairs), st.integers(1, 9))) if pairs else {}
    circles = [Circle(str(100 + place), size) for place, size in enumerate(sizes)]
    return Drawing(circles, dict(sorted(lines.items())), COLOUR)


@given(drawings())
def test_no_circle_lies_over_another_or_over_the_edge(wanted: Drawing) -> None:
    svg, height = drawn(wanted)
    spots = [tuple(int(one.get(name, "")) for name in ("cx", "cy", "r")) for one in circles(svg)]
    assert len(spots) == len(wanted.circles)
    for one, other in combinations(spots, 2):
        assert dist(one[:2], other[:2]) >= one[2] + other[2]
    for x, y, r in spots:
        assert r <= x <= WIDTH - r
        assert r <= y <= height - r


@given(drawings())
def test_the_same_circles_are_drawn_the_same(wanted: Drawing) -> None:
    assert drawn(wanted) == drawn(wanted)


def test_a_ring_of_eight_is_placed_as_it_was_on_the_machine_where_this_was_written():
    middles, height = placed([20] * 8, ring(8), WIDTH)
    assert [*middles[:4], height] == [(66, 34), (187, 32), (275, 32), (334, 44), 112]


def test_joined_circles_are_nearer_to_each_other_than_to_those_of_another_cluster():
    lines = {(0, 1): 1, (1, 2): 1, (0, 2): 1, (3, 4): 1, (4, 5): 1, (3, 5): 1}
    middles, _ = placed([15] * 6, lines, WIDTH)
    joined = [dist(middles[one], middles[other]) for one, other in lines]
    apart = [dist(middles[one], middles[other]) for one in range(3) for other in range(3, 6)]
    assert max(joined) < min(apart)


def test_what_nothing_is_joined_with_stands_below_the_rest_in_a_dashed_circle():
    svg, _ = drawn(drawing(5, {(0, 1): 2, (1, 2): 2, (0, 2): 2}))
    *joined, one, other = circles(svg)
    lowest = max(int(circle.get("cy", "")) + int(circle.get("r", "")) for circle in joined)
    for island in (one, other):
        assert int(island.get("cy", "")) - int(island.get("r", "")) >= lowest
        assert island.get("stroke-dasharray")
    assert not any(circle.get("stroke-dasharray") for circle in joined)


def test_more_connections_make_a_thicker_line():
    svg, _ = drawn(drawing(4, {(0, 1): 1, (1, 2): 3, (2, 3): 9}))
    widths = re.findall(r'stroke-width="([0-9.]+)" d=', svg)
    assert widths == sorted(set(widths), key=float)
    assert len(widths) == 3


def test_a_circle_that_holds_more_is_larger_up_to_a_limit():
    sizes = [radius_of(Circle("127", size)) for size in (1, 5, 20, 500, 5000)]
    assert sizes[0] < sizes[1] < sizes[2] < sizes[3] == sizes[4]


def test_a_long_number_has_room_in_its_circle():
    letters = 0.6 * LETTERS * len("12345")
    assert 2 * radius_of(Circle("12345", 1)) > letters


def test_numbers_can_be_read_on_the_narrowest_phone():
    assert LETTERS * NARROW / WIDTH >= 10


@pytest.mark.parametrize("number", [MOST // 2, MOST])
def test_a_large_picture_is_small_in_bytes(number):
    lines = {
        pair: 1 + sum(pair) % 6
        for pair in combinations(range(number), 2)
        if (pair[0] * pair[1]) % 5 == 0
    }
    svg, _ = drawn(drawing(number, lines, 20))
    assert len(svg) < 20_000


def test_it_needs_nothing_from_elsewhere_and_runs_nothing():
    svg, _ = drawn(drawing(6, ring(6)))
    assert not re.search(r"<script|<style|href|url\(|on[a-z]+=|<image|@", svg)


def test_lines_and_words_can_be_told_from_the_ground():
    assert contrast(LINE, "#ffffff") >= 3
    assert contrast(COLOUR, "#ffffff") >= 3


def test_there_is_air_between_circles():
    middles, _ = placed([20] * 12, ring(12), WIDTH)
    for one, other in combinations(middles, 2):
        assert dist(one, other) >= 40 + AIR - 2


def test_without_circles_there_is_nothing_to_place():
    assert placed([], {}, WIDTH) == ([], 0)
