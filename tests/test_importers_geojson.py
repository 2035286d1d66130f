"""GeoJSON files as maps export them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.importers.geojson import read_geojson
from doorstep.importers.tables import Table


def read(*features: dict[str, Any]) -> Table:
    document = {"type": "FeatureCollection", "features": list(features)}
    return read_geojson(json.dumps(document).encode(), "map.geojson")


def feature(geometry: Any = None, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def test_properties_are_columns() -> None:
    table = read(feature(name="Elm Park"), feature(name="Ash Park", dogs=True))
    assert table.columns == ("name", "dogs")
    assert [row.cell("name") for row in table.rows] == ["Elm Park", "Ash Park"]
    assert [row.cell("dogs") for row in table.rows] == ["", "yes"]


def test_properties_inside_properties_are_named_with_a_dot() -> None:
    row = read(feature(address={"street": "Elm Row", "codes": [1, 2]})).rows[0]
    assert row.cell("address.street") == "Elm Row"
    assert row.cell("address.codes") == "1, 2"


def test_numbers_stay_as_they_were_typed() -> None:
    raw = b'{"type": "Feature", "id": 1e3, "properties": {"cost": 1.50}, "geometry": null}'
    row = read_geojson(raw, "map.geojson").rows[0]
    assert (row.cell("cost"), row.cell("feature.id")) == ("1.50", "1e3")


def test_a_point_is_turned_round_to_latitude_first() -> None:
    row = read(feature({"type": "Point", "coordinates": [-3.19, 55.95, 80]})).rows[0]
    assert row.cell("geometry.position") == "55.950000,-3.190000"


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "LineString", "coordinates": [[0, 50], [2, 52]]},
        {"type": "Polygon", "coordinates": [[[0, 50], [2, 50], [2, 52], [0, 52], [0, 50]]]},
        {"type": "MultiPoint", "coordinates": [[0, 50], [2, 52]]},
        {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "Point", "coordinates": [0, 50]},
                {"type": "Point", "coordinates": [2, 52]},
            ],
        },
    ],
)
def test_anything_larger_is_where_the_middle_of_its_box_is(geometry: dict[str, Any]) -> None:
    assert read(feature(geometry)).rows[0].cell("geometry.position") == "51.000000,1.000000"


def test_a_feature_without_a_geometry_has_no_position() -> None:
    assert read(feature(name="Somewhere")).rows[0].cell("geometry.position") == ""


def test_half_a_letter_does_not_stop_a_file_from_being_written() -> None:
    row = read(feature(name="Tea \ud83c")).rows[0]
    assert row.cell("name") == "Tea \ufffd"


@pytest.mark.parametrize("raw", [b"", b"{}", b"[1, 2]", b'{"type": "Point"}', b"[" * 5000, b"\0\0"])
def test_what_is_no_feature_collection_is_said_in_words(raw: bytes) -> None:
    table = read_geojson(raw, "map.geojson")
    assert table.rows == ()
    assert table.problems[0].file == "map.geojson"


def test_brackets_without_end_in_a_property_are_refused_quietly() -> None:
    deep = '{"type":"Feature","properties":' + '{"a":' * 900 + "1" + "}" * 900 + "}"
    assert len(read_geojson(deep.encode(), "map.geojson").rows) <= 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=8,
)


@given(st.lists(JSON, max_size=3), JSON, JSON)
def test_any_features_give_a_row_each(features: list[Any], geometry: Any, extra: Any) -> None:
    whole = {"type": "Feature", "geometry": geometry, "properties": {"x": extra}, "id": extra}
    document = {"type": "FeatureCollection", "features": [*features, whole]}
    table = read_geojson(json.dumps(document).encode(), "map.geojson")
    assert len(table.rows) == len(features) + 1


@given(st.binary(max_size=300))
def test_any_bytes_give_rows_or_a_reason(raw: bytes) -> None:
    table = read_geojson(raw, "map.geojson")
    assert table.is_readable or not table.rows
