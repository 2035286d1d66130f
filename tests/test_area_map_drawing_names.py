"""Names on the street map: each where it belongs, none over another, none upside down."""

from __future__ import annotations

import json
import math
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from drawn_streets import BOUNDS, area_of, city, street
from shipped import needs_the_example

from doorstep.area_map.area import AreaMap, Feature, Sort, Spot
from doorstep.area_map.area_text import area_map_of
from doorstep.area_map.drawing.labels import Label, text_element
from doorstep.area_map.drawing.letters import drawable, two_rows
from doorstep.area_map.drawing.picture import DRAWING_WIDTH, placed
from doorstep.area_map.drawing.shapes import shapes
from doorstep.area_map.projection import Projection

EXAMPLE = Path(__file__).parent.parent / "content" / "map" / "area.json"
HEIGHT = Projection(BOUNDS, DRAWING_WIDTH).height


def labels_of(area: AreaMap) -> list[Label]:
    projection = Projection(area.bounds, DRAWING_WIDTH)
    found = placed(shapes(area, projection), projection, area.credit)
    return [label for label in found if label.lettering.code != "c"]


def corners(label: Label) -> list[list[tuple[float, float]]]:
    """Return the boxes of a label, one for each straight bit of its line."""
    half = label.size * 0.45
    boxes = []
    for (x, y), (end_x, end_y) in pairwise(label.line):
        length = math.hypot(end_x - x, end_y - y) or 1.0
        off_x, off_y = (y - end_y) / length * half, (end_x - x) / length * half
        left, right = (x, y), (end_x, end_y)
        boxes.append(
            [
                *((px + off_x, py + off_y) for px, py in (left, right)),
                *((px - off_x, py - off_y) for px, py in (right, left)),
            ]
        )
    return boxes


def are_apart(one: list[tuple[float, float]], other: list[tuple[float, float]]) -> bool:
    """Say whether some side of either box has the other box wholly beyond it."""
    for box in (one, other):
        for (x, y), (end_x, end_y) in pairwise([*box, box[0]]):
            across = (y - end_y, end_x - x)
            ours = [px * across[0] + py * across[1] for px, py in one]
            theirs = [px * across[0] + py * across[1] for px, py in other]
            if max(ours) < min(theirs) or max(theirs) < min(ours):
                return True
    return False


def overlapping(labels: list[Label]) -> list[tuple[str, str]]:
    return [
        (one.text, other.text)
        for one, other in combinations(labels, 2)
        if math.dist(one.middle, other.middle) < 1500
        and not all(are_apart(a, b) for a in corners(one) for b in corners(other))
    ]


@pytest.mark.whole
@pytest.mark.parametrize("blocks", [12, 30])
def test_no_name_lies_over_another_in_a_city(blocks: int) -> None:
    labels = labels_of(city(blocks))
    assert len(labels) > 30
    assert overlapping(labels) == []


@needs_the_example
@pytest.mark.whole
def test_no_name_lies_over_another_in_the_example() -> None:
    area = area_map_of(json.loads(EXAMPLE.read_text(encoding="utf-8")))
    assert overlapping(labels_of(area)) == []


@pytest.mark.parametrize("blocks", [12, 30])
def test_every_name_stands_wholly_inside_the_picture(blocks: int) -> None:
    for label in labels_of(city(blocks)):
        for x, y in (corner for box in corners(label) for corner in box):
            assert 0 < x < DRAWING_WIDTH
            assert 0 < y < HEIGHT


def test_each_street_of_a_small_map_is_named_once() -> None:
    area = area_of(
        street("High Street", (200, 1500), (1400, 1500), sort=Sort.MAJOR),
        street("Mill Lane", (800, 400), (800, 1400)),
        street("Canal Walk", (2000, 200), (2900, 900), sort=Sort.PATH),
    )
    names = [label.text for label in labels_of(area)]
    assert sorted(names) == ["Canal Walk", "High Street", "Mill Lane"]


def test_a_long_street_is_named_again_and_again() -> None:
    labels = labels_of(area_of(street("Long Street", (0, 1000), (4000, 1000))))
    assert len(labels) == 3
    gaps = [math.dist(one.middle, other.middle) for one, other in combinations(labels, 2)]
    assert min(gaps) >= 1300


def test_pieces_of_a_street_carry_its_name_together() -> None:
    pieces = tuple((Spot(x, 1000), Spot(x + 60, 1000)) for x in range(600, 1200, 60))
    (label,) = labels_of(area_of(Feature(Sort.STREET, "Piecemeal Street", pieces)))
    assert label.size == 50


def test_a_name_is_written_along_its_street() -> None:
    (label,) = labels_of(area_of(street("Hill Road", (500, 500), (1100, 1100))))
    (x, y), (end_x, end_y) = label.line
    assert end_x > x
    assert end_y < y
    assert "rotate(-" in text_element(label)


@pytest.mark.parametrize("turn", range(0, 360, 15))
def test_no_name_is_upside_down(turn: int) -> None:
    east, north = math.cos(math.radians(turn)) * 500, math.sin(math.radians(turn)) * 500
    ends = (2000, 1300), (round(2000 + east), round(1300 + north))
    (label,) = labels_of(area_of(street("Compass Road", *ends)))
    angle = math.degrees(
        math.atan2(label.line[-1][1] - label.line[0][1], label.line[-1][0] - label.line[0][0])
    )
    assert -93 <= angle <= 90


def bent(name: str) -> Feature:
    points = [
        (1000 + round(500 * math.sin(a / 10)), 1000 + round(500 * math.cos(a / 10)))
        for a in range(12)
    ]
    return street(name, *points)


def test_letters_follow_a_bend() -> None:
    (label,) = labels_of(area_of(bent("The Long Crescent")))
    element = text_element(label)
    assert len(label.line) > 2
    turns = [int(turn) for turn in element.split('rotate="')[1].split('"')[0].split()]
    assert len(turns) == len("The Long Crescent")
    assert turns == sorted(turns)
    assert turns[-1] - turns[0] > 20


def test_letters_that_join_are_never_set_one_by_one() -> None:
    for label in labels_of(area_of(bent("شارع الحديقة الطويل"), bent("लंबी सड़क"))):
        assert " rotate=" not in text_element(label)


def test_a_street_that_is_too_short_has_its_name_beside_it() -> None:
    (label,) = labels_of(area_of(street("Foxglove Close", (1000, 1000), (1060, 1000))))
    x, y = Projection(BOUNDS, DRAWING_WIDTH).point(area_of().position(Spot(1030, 1000)))
    assert 30 < math.dist(label.middle, (x, y)) < 100


def test_a_name_without_room_on_the_map_is_left_out_whole() -> None:
    assert labels_of(area_of(street("x" * 400, (0, 1000), (4000, 1000)))) == []


def test_a_park_is_named_inside_it() -> None:
    ring = (Spot(500, 500), Spot(1500, 500), Spot(1500, 1200), Spot(500, 1200))
    (label,) = labels_of(area_of(Feature(Sort.PARK, "Tollgate Park", (ring,))))
    west, _ = Projection(BOUNDS, DRAWING_WIDTH).point(area_of().position(Spot(500, 500)))
    east, _ = Projection(BOUNDS, DRAWING_WIDTH).point(area_of().position(Spot(1500, 500)))
    assert all(west < x < east for x, _ in label.line)


def test_a_narrow_park_has_its_name_in_two_rows() -> None:
    ring = (Spot(500, 500), Spot(760, 500), Spot(760, 800), Spot(500, 800))
    labels = labels_of(area_of(Feature(Sort.PARK, "Tollgate Green", (ring,))))
    assert [label.text for label in labels] == ["Tollgate", "Green"]


def test_a_hole_in_a_park_is_no_place_for_its_name() -> None:
    ring = (Spot(500, 500), Spot(2000, 500), Spot(2000, 1500), Spot(500, 1500))
    hole = (Spot(700, 700), Spot(1800, 700), Spot(1800, 1400), Spot(700, 1400))
    (label,) = labels_of(area_of(Feature(Sort.PARK, "Ring Park", (ring, hole))))
    middle = Projection(BOUNDS, DRAWING_WIDTH).point(area_of().position(Spot(1250, 1050)))
    assert math.dist(label.middle, middle) > 300


def test_a_canal_is_named_along_it_and_not_in_its_basin_too() -> None:
    line = Feature(Sort.STREAM, "Old Canal", ((Spot(500, 500), Spot(1500, 900)),))
    ring = (Spot(1500, 800), Spot(2500, 800), Spot(2500, 1500), Spot(1500, 1500))
    (label,) = labels_of(area_of(line, Feature(Sort.WATER, "Old Canal", (ring,))))
    assert label.line[0][1] != label.line[-1][1]


def test_stations_and_landmarks_are_named_beside_their_marks() -> None:
    station = Feature(Sort.STATION, "Harbour Row", ((Spot(1000, 1000),),))
    landmark = Feature(Sort.LANDMARK, "Library", ((Spot(3940, 2000),),))
    labels = {label.text: label for label in labels_of(area_of(station, landmark))}
    place = Projection(BOUNDS, DRAWING_WIDTH).point(area_of().position(Spot(1000, 1000)))
    assert labels["Harbour Row"].line[0][0] - place[0] == pytest.approx(27)
    assert labels["Library"].line[-1][0] < DRAWING_WIDTH


def test_what_cannot_be_drawn_is_not_in_a_name() -> None:
    assert drawable("A\x00B\n C\ud800 \u202eD") == "A B C D"


def test_a_name_breaks_where_its_rows_are_most_alike() -> None:
    assert two_rows("St Anne’s Church Hall") == ("St Anne’s", "Church Hall")
    assert two_rows("Northgate") == ("Northgate",)


def test_the_name_of_a_tall_park_reads_up_the_page() -> None:
    ring = (Spot(500, 500), Spot(580, 500), Spot(580, 1500), Spot(500, 1500))
    (label,) = labels_of(area_of(Feature(Sort.PARK, "Riverside", (ring,))))
    assert label.line[0][1] - label.line[1][1] > 150
