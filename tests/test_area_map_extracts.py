"""Extracts are read whatever they are written as, and whatever is wrong with them."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from streets import BOMB, NODES, ODD_OSM, feature, geojson, osm, way

from doorstep.area_map.elements import Element, Form, LonLat, NotAnExtract
from doorstep.area_map.extracts import read_extract
from doorstep.area_map.geojson import MOST_BYTES
from doorstep.area_map.openstreetmap import OsmiumMissing

LANE = {"highway": "residential", "name": "Mill Lane"}
RING = [[-3.30, 53.70], [-3.29, 53.70], [-3.29, 53.71], [-3.30, 53.70]]


def elements(folder: Path, name: str, text: str | bytes) -> list[Element]:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return list(read_extract(path).elements)


def forms(found: list[Element]) -> list[tuple[Form, int]]:
    return [(element.form, len(element.parts)) for element in found]


def of_feature(folder: Path, kind: str, coordinates: Any) -> list[Element]:
    return elements(folder, "town.geojson", geojson(feature(kind, coordinates, LANE)))


def test_a_way_of_openstreetmap_is_a_line_with_its_tags(tmp_path: Path) -> None:
    (lane,) = elements(tmp_path, "town.osm", osm(NODES, way(1, [1, 2], **LANE)))
    assert lane == Element(Form.LINE, LANE, ([LonLat(-3.3, 53.7), LonLat(-3.29, 53.7)],))


def test_a_closed_way_is_an_area_too(tmp_path: Path) -> None:
    pond = osm(NODES, way(1, [1, 2, 3, 1], natural="water"))
    assert (Form.AREA, 1) in forms(elements(tmp_path, "town.osm", pond))


def test_a_street_that_comes_back_to_where_it_began_is_no_area(tmp_path: Path) -> None:
    street = osm(NODES, way(1, [1, 2, 3, 1], highway="pedestrian"))
    assert forms(elements(tmp_path, "town.osm", street)) == [(Form.LINE, 1)]


def test_a_street_that_says_it_is_an_area_is_no_line(tmp_path: Path) -> None:
    square = osm(NODES, way(1, [1, 2, 3, 1], highway="pedestrian", area="yes"))
    assert forms(elements(tmp_path, "town.osm", square)) == [(Form.AREA, 1)]


def test_a_multipolygon_has_its_hole(tmp_path: Path) -> None:
    lake = (
        '<relation id="9"><member type="way" ref="1" role="outer"/>'
        '<member type="way" ref="2" role="inner"/>'
        '<tag k="type" v="multipolygon"/><tag k="natural" v="water"/></relation>'
    )
    ways = way(1, [1, 2, 3, 4, 1]) + way(2, [5, 6, 7, 5])
    (found,) = elements(tmp_path, "town.osm", osm(NODES, ways, lake))
    assert [len(ring) for ring in found.parts] == [4, 3]


def test_a_point_of_a_way_that_lies_outside_the_extract_is_passed_over(tmp_path: Path) -> None:
    (lane,) = elements(tmp_path, "town.osm", osm(NODES, way(1, [1, 99, 2], **LANE)))
    assert [len(part) for part in lane.parts] == [2]


def test_the_answer_of_the_overpass_service_is_read(tmp_path: Path) -> None:
    said = '<note>ODbL</note><meta osm_base="2026-11-22T06:00:00Z"/>'
    assert len(elements(tmp_path, "town.osm", osm(said, NODES, way(1, [1, 2], **LANE)))) == 1


@pytest.mark.parametrize("name", ODD_OSM)
def test_a_file_that_is_no_extract_is_said_to_be_none(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotAnExtract, match=f"^“{name}” is no OpenStreetMap extract"):
        elements(tmp_path, name, ODD_OSM[name])


def test_entities_inside_entities_are_refused_before_they_grow(tmp_path: Path) -> None:
    with pytest.raises(NotAnExtract):
        elements(tmp_path, "bomb.osm", BOMB)


@pytest.mark.parametrize("degrees", ["1e300", "99", "-999999999999"])
def test_a_point_off_the_globe_does_no_harm(degrees: str, tmp_path: Path) -> None:
    node = f'<node id="1" lat="{degrees}" lon="-3.3"><tag k="amenity" v="library"/></node>'
    try:
        found = elements(tmp_path, "town.osm", osm(node))
    except NotAnExtract:
        return
    assert all(abs(part[0].lat) <= 90 for element in found for part in element.parts)


def test_without_osmium_one_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "osmium", None)
    with pytest.raises(OsmiumMissing, match="Install it with this: make install-map"):
        elements(tmp_path, "town.osm", osm(NODES))


def test_geojson_needs_no_osmium(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "osmium", None)
    assert len(of_feature(tmp_path, "LineString", RING)) == 1


@pytest.mark.parametrize(
    ("kind", "coordinates", "form", "parts"),
    [
        ("Point", [-3.3, 53.7], Form.POINT, 1),
        ("Point", [-3.3, 53.7, 12.5], Form.POINT, 1),
        ("LineString", RING, Form.LINE, 1),
        ("MultiLineString", [RING, RING], Form.LINE, 2),
        ("Polygon", [RING, RING], Form.AREA, 2),
        ("MultiPolygon", [[RING], [RING, RING]], Form.AREA, 3),
    ],
)
def test_geojson_has_lines_areas_and_points(
    kind: str, coordinates: Any, form: Form, parts: int, tmp_path: Path
) -> None:
    assert forms(of_feature(tmp_path, kind, coordinates)) == [(form, parts)]


def test_a_ring_of_geojson_is_closed_without_saying_its_first_point_again(tmp_path: Path) -> None:
    (area,) = of_feature(tmp_path, "Polygon", [RING])
    assert [len(ring) for ring in area.parts] == [3]


@pytest.mark.parametrize(
    "point",
    [
        [180.1, 53.7],
        [-3.3, 90.1],
        [0],
        [],
        "x",
        None,
        ["1", "2"],
        [True, False],
        [None, 1],
        {"lat": 1},
    ],
)
def test_a_point_of_geojson_that_is_none_is_passed_over(point: Any, tmp_path: Path) -> None:
    (lane,) = of_feature(tmp_path, "LineString", [[-3.3, 53.7], point, [-3.29, 53.7]])
    assert [len(part) for part in lane.parts] == [2]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999", "1" * 5_000])
def test_a_number_of_geojson_that_is_none_is_passed_over(number: str, tmp_path: Path) -> None:
    text = geojson(feature("LineString", [[-3.3, 53.7], [7.5, 53.7]], LANE)).replace("7.5", number)
    (lane,) = elements(tmp_path, "town.geojson", text)
    assert [len(part) for part in lane.parts] == [1]


@pytest.mark.parametrize(
    "part",
    [
        None,
        7,
        {"geometry": None},
        {"geometry": {"type": "Point"}},
        {"geometry": {"type": "Polygon", "coordinates": [[], [7], 7]}},
        {"geometry": {"type": "MultiPolygon", "coordinates": [7, [[]]]}},
        {"geometry": {"type": "GeometryCollection", "geometries": []}},
        {"geometry": {"type": "Curve", "coordinates": []}, "properties": 7},
    ],
)
def test_odd_features_of_geojson_have_no_points(part: Any, tmp_path: Path) -> None:
    found = elements(tmp_path, "town.geojson", geojson(part))
    assert [track for element in found for track in element.parts] == []


def test_tags_of_geojson_that_are_no_words_are_passed_over(tmp_path: Path) -> None:
    odd: dict[str, Any] = {**LANE, "lanes": 2, "lit": True, "note": None, "more": {}}
    text = geojson(feature("LineString", RING, odd))
    assert [element.tags for element in elements(tmp_path, "town.json", text)] == [LANE]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "hello",
        '{"type": "Topology"}',
        '{"type": "FeatureCollection", "features": {}}',
        '{"version": 0.6, "elements": []}',
        "[" * 100_000,
        b"\xff\xfe",
    ],
    ids=["empty", "list", "words", "topojson", "no list", "overpass json", "deep", "no text"],
)
def test_a_file_that_is_no_geojson_is_said_to_be_none(text: str | bytes, tmp_path: Path) -> None:
    with pytest.raises(NotAnExtract, match=r"^“town\.geojson” is no GeoJSON file"):
        elements(tmp_path, "town.geojson", text)


def on_a_grid(folder: Path, grid: Any) -> list[Element]:
    text = json.loads(geojson(feature("LineString", RING, LANE)))
    return elements(folder, "town.geojson", json.dumps({**text, "crs": grid}))


def named_grid(name: str) -> dict[str, Any]:
    return {"type": "name", "properties": {"name": name}}


def test_a_file_that_measures_on_a_countrys_own_grid_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotAnExtract) as refusal:
        on_a_grid(tmp_path, named_grid("urn:ogc:def:crs:EPSG::27700"))
    assert str(refusal.value) == (
        "“town.geojson” measures in urn:ogc:def:crs:EPSG::27700, not in degrees. "
        "Export it again as WGS 84."
    )


def test_a_file_of_a_whole_country_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "country.geojson"
    path.touch()
    os.truncate(path, MOST_BYTES + 1)
    with pytest.raises(NotAnExtract, match=r"^“country\.geojson” is too large to read"):
        read_extract(path)


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"])
def test_a_file_may_say_that_it_measures_in_degrees(name: str, tmp_path: Path) -> None:
    assert len(on_a_grid(tmp_path, named_grid(name))) == 1


@pytest.mark.parametrize("grid", [None, 7, "EPSG:27700", {"properties": None}])
def test_a_grid_without_a_name_is_passed_over(grid: Any, tmp_path: Path) -> None:
    assert len(on_a_grid(tmp_path, grid)) == 1


@pytest.mark.parametrize("name", ["credit", "attribution"])
def test_geojson_says_whose_map_it_is(name: str, tmp_path: Path) -> None:
    collection = {"type": "FeatureCollection", name: "Drawn by the forum", "features": []}
    (tmp_path / "town.geojson").write_text(json.dumps(collection), "utf-8")
    assert read_extract(tmp_path / "town.geojson").credit == "Drawn by the forum"


def test_geojson_may_say_nothing_of_whose_map_it_is(tmp_path: Path) -> None:
    (tmp_path / "town.geojson").write_text(geojson(), "utf-8")
    assert read_extract(tmp_path / "town.geojson").credit == ""


@pytest.mark.parametrize("name", ["town.osm", "TOWN.OSM.PBF", "town.pbf"])
def test_files_of_openstreetmap_are_credited_to_its_people(name: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    assert read_extract(tmp_path / name).credit == "© OpenStreetMap contributors"


@pytest.mark.parametrize("name", ["town.shp", "osm", "town.osm.txt"])
def test_other_files_are_answered_with_those_that_are_known(name: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    with pytest.raises(NotAnExtract, match=r"an extract is a \.osm, \.osm\.pbf or \.geojson file"):
        read_extract(tmp_path / name)


@pytest.mark.parametrize("name", ["gone.osm", "https://example.org/town.osm", "-", "."])
def test_what_is_no_file_is_not_opened(name: str) -> None:
    with pytest.raises(NotAnExtract, match="There is no file"):
        read_extract(Path(name))
