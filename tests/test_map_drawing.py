"""The drawing puts each number where its place is, on every width of screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import guide_of
from msgspec.structs import replace

from doorstep.area_map.area import AreaMap, Bounds
from doorstep.views.map_drawing import UNITS, drawing_of, drawn_bounds

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.guide import Guide
    from doorstep.views.map_views import MapDrawing

AREA = AreaMap(Bounds(53.69, -3.32, 53.71, -3.28), "", ())


def hall(lat: float, lon: float, number: int = 0) -> str:
    numbered = f"number: {number}" if number else ""
    return f"""
        ---
        title: Hall {number}
        {numbered}
        where: {{address: 1 High Street, lat: {lat}, lon: {lon}}}
        checked: 2026-11-03
        ---
        """


def guide(folder: Path, *halls: str) -> Guide:
    files = {f"places/hall-{place}.md": text for place, text in enumerate(halls)}
    return replace(guide_of(folder, files), area_map=AREA)


def drawing(folder: Path, *halls: str) -> MapDrawing:
    return drawing_of(guide(folder, *halls))


def test_a_number_stands_where_its_place_is(tmp_path: Path) -> None:
    found = drawing(tmp_path, hall(53.7050, -3.3100, 7))
    assert [[(pin.x, pin.y, pin.words) for pin in layer.pins] for layer in found.layers] == [
        [("25.00%", "25.00%", "7")],
        [("25.00%", "25.00%", "7")],
    ]


def test_a_place_without_a_number_is_a_dot(tmp_path: Path) -> None:
    found = drawing(tmp_path, hall(53.7050, -3.3100))
    assert [(dot.x, dot.y) for dot in found.dots] == [("25.00%", "25.00%")]
    assert not any(layer.pins for layer in found.layers)


def test_there_is_a_layer_for_phones_and_one_for_larger_screens(tmp_path: Path) -> None:
    layers = drawing(tmp_path, hall(53.7050, -3.3100, 7)).layers
    assert [layer.is_wide for layer in layers] == [False, True]


def test_what_would_meet_on_a_phone_stands_apart_where_there_is_room(tmp_path: Path) -> None:
    narrow, wide = drawing(tmp_path, hall(53.7, -3.3, 7), hall(53.7, -3.2983, 8)).layers
    assert [bool(pin.lead) for pin in narrow.pins] == [False, True]
    assert [bool(pin.lead) for pin in wide.pins] == [False, False]


def test_only_a_number_that_stands_for_several_is_explained(tmp_path: Path) -> None:
    door = hall(53.7, -3.3, 7), hall(53.7, -3.3, 8), hall(53.705, -3.31, 9)
    assert [layer.key for layer in drawing(tmp_path, *door).layers] == [("7 +1: 7 and 8",)] * 2


def test_the_drawing_has_the_shape_of_its_ground(tmp_path: Path) -> None:
    found = drawing(tmp_path, hall(53.7, -3.3, 7))
    assert (found.width, found.height) == (str(UNITS), "760")


@pytest.mark.parametrize("lon", [-3.32, -3.28])
def test_what_stands_on_the_edge_is_inside(lon: float, tmp_path: Path) -> None:
    assert drawing(tmp_path, hall(53.7, lon, 7)).beyond == ""


def test_what_is_in_the_neighbourhood_is_in_a_drawing_without_a_street_map(tmp_path: Path) -> None:
    near, far = hall(53.9, -3.3, 7), hall(53.7, 3.3, 8)
    drawn = drawn_bounds(replace(guide(tmp_path, near, far), area_map=None))
    assert drawn.south < 53.7 < 53.9 < drawn.north
    assert -3.6 < drawn.west < drawn.east < -3.0
