"""An extract becomes a slim map: each street once, nothing too small to see, always the same."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from streets import feature, geojson

from doorstep.area_map import making
from doorstep.area_map.area import AREAS, AreaMap, Bounds, Feature, Sort
from doorstep.area_map.area_file import read_area_map
from doorstep.area_map.elements import NotAnExtract
from doorstep.area_map.ground import METRES_A_DEGREE
from doorstep.area_map.making import AreaReport, make_area_map
from doorstep.geography import Position

BOX = Bounds(53.69, -3.32, 53.71, -3.28)
STREET = {"highway": "residential", "name": "Mill Lane"}
LIECHTENSTEIN = (
    Path(__file__).resolve().parents[2]
    / "shared/data/openstreetmap/liechtenstein-2013-08-03.osm.pbf"
)
VADUZ = Bounds(47.1275, 9.5012, 47.1545, 9.5408)

real_data = pytest.mark.skipif(
    not LIECHTENSTEIN.is_file(), reason="../shared/data/openstreetmap is not beside this repository"
)


def made(folder: Path, *features: Any, bounds: Bounds = BOX) -> AreaReport:
    (folder / "town.geojson").write_text(geojson(*features), "utf-8")
    return make_area_map(folder / "town.geojson", bounds, folder / "content")


def line(tags: dict[str, str], *points: tuple[float, float]) -> Any:
    return feature("LineString", points, tags)


def square(tags: dict[str, str], metres: float) -> Any:
    side = metres / METRES_A_DEGREE
    ring = [(0.0, 0.0), (0.0, side), (side * 1.69, side), (side * 1.69, 0.0), (0.0, 0.0)]
    return feature("Polygon", [[(-3.3 + x, 53.7 + y) for x, y in ring]], tags)


def point(tags: dict[str, str], lon: float = -3.3, lat: float = 53.7) -> Any:
    return feature("Point", [lon, lat], tags)


def north_of_here(metres: float) -> tuple[float, float]:
    return -3.3, 53.7 + metres / METRES_A_DEGREE


def test_what_was_written_is_the_map_that_the_guide_reads(tmp_path: Path) -> None:
    report = made(tmp_path, line(STREET, (-3.30, 53.70), (-3.29, 53.70)))
    assert read_area_map(tmp_path / "content", Position(53.7, -3.3)) == (report.area, [])
    assert report.path == tmp_path / "content" / "map" / "area.json"


def test_the_pieces_of_a_street_are_one_street(tmp_path: Path) -> None:
    pieces = [
        line(STREET, (-3.29, 53.70), (-3.28, 53.70)),
        line(STREET, (-3.30, 53.70), (-3.29, 53.70)),
    ]
    (street,) = made(tmp_path, *pieces).area.features
    assert (street.name, [len(part) for part in street.parts]) == ("Mill Lane", [2])


def test_a_street_ends_at_the_edge_of_the_map(tmp_path: Path) -> None:
    (street,) = made(tmp_path, line(STREET, (-3.30, 53.70), (-3.10, 53.70))).area.features
    assert [spot.x for spot in street.parts[0]] == [2_000, 4_000]


def test_grounds_stay_apart_though_they_touch(tmp_path: Path) -> None:
    park = {"leisure": "park"}
    grounds = made(tmp_path, square(park, 100), square(park, 50)).area.features
    assert [ground.sort for ground in grounds] == [Sort.PARK, Sort.PARK]


@pytest.mark.parametrize(("metres", "count"), [(5, 0), (6, 1)])
def test_ground_too_small_to_see_is_left_out(metres: float, count: int, tmp_path: Path) -> None:
    area = made(tmp_path, square({"leisure": "park"}, metres), line(STREET, *RUN)).area
    assert sum(each.sort is Sort.PARK for each in area.features) == count


RUN = [(-3.30, 53.70), (-3.29, 53.70)]
PATH = {"highway": "path"}


@pytest.mark.parametrize(("metres", "count"), [(8, 0), (12, 1)])
def test_a_short_path_that_leads_nowhere_is_left_out(
    metres: float, count: int, tmp_path: Path
) -> None:
    path = line(PATH, (-3.3, 53.7), north_of_here(metres))
    area = made(tmp_path, path, line(STREET, *RUN)).area
    assert sum(each.sort is Sort.PATH for each in area.features) == count


def test_a_short_path_between_two_streets_stays(tmp_path: Path) -> None:
    path = line(PATH, (-3.3, 53.7), north_of_here(8))
    other = line({**STREET, "name": "Elm Row"}, north_of_here(8), (-3.29, 53.701))
    area = made(tmp_path, path, line(STREET, *RUN), other).area
    assert Sort.PATH in {each.sort for each in area.features}


def test_a_landmark_that_is_mapped_twice_is_there_once(tmp_path: Path) -> None:
    school = {"amenity": "school", "name": "Elm School"}
    near = made(tmp_path, point(school), square(school, 60)).area.features
    far = made(tmp_path, point(school), point(school, lat=53.708)).area.features
    assert (len(near), len(far)) == (1, 2)


def test_a_building_is_where_its_middle_is(tmp_path: Path) -> None:
    (school,) = made(tmp_path, square({"amenity": "school", "name": "Elm"}, 100)).area.features
    assert school.parts[0][0].y == pytest.approx(1_000 + 45, abs=1)


def test_a_postcode_is_in_the_middle_of_its_addresses(tmp_path: Path) -> None:
    homes = [point({"addr:postcode": "ab12cd"}, lat=lat) for lat in (53.700, 53.702)]
    features = made(tmp_path, *homes, line(STREET, *RUN)).area.features
    assert Feature(Sort.POSTCODE, "AB1 2CD", (((2_000, 1_100),),)) in features  # type: ignore[arg-type]


def test_a_park_with_an_address_is_a_park_and_a_postcode(tmp_path: Path) -> None:
    park = square({"leisure": "park", "addr:postcode": "AB1 2CD"}, 100)
    assert [each.sort for each in made(tmp_path, park).area.features] == [Sort.PARK, Sort.POSTCODE]


def test_a_coast_becomes_the_sea_with_islands_in_it(tmp_path: Path) -> None:
    coast = line({"natural": "coastline"}, (-3.30, 53.60), (-3.30, 53.80))
    (sea,) = made(tmp_path, coast).area.features
    assert (sea.sort, len(sea.parts)) == (Sort.WATER, 1)
    assert min(spot.x for spot in sea.parts[0]) == 2_000


def test_features_come_in_the_order_of_drawing(tmp_path: Path) -> None:
    things = [
        point({"amenity": "library", "name": "Library"}),
        line(STREET, *RUN),
        line({"railway": "rail"}, (-3.3, 53.7), (-3.3, 53.71)),
        square({"natural": "water"}, 50),
        square({"leisure": "park"}, 100),
    ]
    sorts = [each.sort for each in made(tmp_path, *things).area.features]
    assert sorts == [Sort.PARK, Sort.WATER, Sort.STREET, Sort.RAIL, Sort.LANDMARK]


def test_the_order_of_an_extract_makes_no_difference(tmp_path: Path) -> None:
    things = [
        line({**STREET, "name": f"Row {n % 7}"}, (-3.3, 53.7 + n / 9_000), (-3.29, 53.7))
        for n in range(40)
    ]
    shuffled = things[::-2] + things[::2]
    assert made(tmp_path, *things).area == made(tmp_path, *shuffled).area


def test_whose_map_it_is_is_kept_on_one_line(tmp_path: Path) -> None:
    collection = json.loads(geojson(line(STREET, *RUN))) | {"credit": "Drawn by\nthe forum\x00"}
    (tmp_path / "town.geojson").write_text(json.dumps(collection), "utf-8")
    report = make_area_map(tmp_path / "town.geojson", BOX, tmp_path)
    assert report.area.credit == "Drawn by the forum"


def test_an_extract_of_somewhere_else_says_where_it_is(tmp_path: Path) -> None:
    with pytest.raises(NotAnExtract) as refusal:
        made(tmp_path, line(STREET, (9.52, 47.14), (9.53, 47.15)), point(STREET, 9.6, 47.2))
    assert str(refusal.value) == (
        "Nothing of this extract lies in the neighbourhood: its middle is 53.700, -3.300, "
        "and the extract goes from 47.140, 9.520 to 47.200, 9.600."
    )


def test_an_extract_without_anything_is_said_to_be_empty(tmp_path: Path) -> None:
    with pytest.raises(NotAnExtract, match="no streets, parks or landmarks"):
        made(tmp_path)


def test_a_map_is_left_as_it_was_when_no_other_can_be_made(tmp_path: Path) -> None:
    before = made(tmp_path, line(STREET, *RUN))
    with pytest.raises(NotAnExtract):
        made(tmp_path)
    assert read_area_map(tmp_path / "content", Position(53.7, -3.3)) == (before.area, [])
    assert [path.name for path in before.path.parent.iterdir()] == ["area.json"]


BOW = [(-3.30, 53.70), (-3.29, 53.71), (-3.29, 53.70), (-3.30, 53.71), (-3.30, 53.70)]


@pytest.mark.parametrize(
    "thing",
    [square({"leisure": "park"}, 1), feature("Polygon", [BOW], {"leisure": "park"})],
    ids=["too small", "of no size"],
)
def test_a_map_is_left_as_it_was_when_nothing_would_be_drawn(thing: Any, tmp_path: Path) -> None:
    before = made(tmp_path, line(STREET, *RUN)).path.read_bytes()
    with pytest.raises(NotAnExtract, match="nothing in this extract that is large enough"):
        made(tmp_path, thing)
    assert (tmp_path / "content" / "map" / "area.json").read_bytes() == before


def test_the_report_counts_what_has_a_name(tmp_path: Path) -> None:
    report = made(
        tmp_path,
        line(STREET, *RUN),
        line({"highway": "footway", "name": "Quay Steps"}, *RUN),
        line({"highway": "footway"}, (-3.3, 53.7), (-3.3, 53.71)),
        square({"leisure": "park", "name": "Elm Park"}, 100),
    )
    assert report.lines[1:] == ("  2 streets with names", "  1 park or wood with a name")
    assert report.lines[0].endswith("area.json: 1 KB.")


def test_a_map_that_would_be_too_large_is_drawn_coarser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wobble = [(-3.31 + step / 10_000, 53.7 + step * step % 7 / 100_000) for step in range(100)]
    fine = gzip.compress(made(tmp_path, line(STREET, *wobble)).path.read_bytes())
    monkeypatch.setattr(making, "LARGE", 140)
    coarse = gzip.compress(made(tmp_path, line(STREET, *wobble)).path.read_bytes())
    assert len(coarse) <= 140 < len(fine)


def test_a_map_that_nobody_could_read_again_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "MOST_BYTES", 100)
    with pytest.raises(NotAnExtract, match="There is too much on this map"):
        made(tmp_path, line(STREET, *RUN))
    assert not (tmp_path / "content").exists()


def every_spot_is_on(area: AreaMap) -> bool:
    spots = (spot for each in area.features for part in each.parts for spot in part)
    return all(area.bounds.holds(area.position(spot)) for spot in spots)


@real_data
def test_vaduz_is_read_and_slim(tmp_path: Path) -> None:
    report = make_area_map(LIECHTENSTEIN, VADUZ, tmp_path)
    assert len(gzip.compress(report.path.read_bytes())) < 20_000
    names = {each.name for each in report.area.features}
    assert {"Aeulestrasse", "Äulestrasse"} & names
    assert {"Rhein", "Landesbibliothek", "Schloss Vaduz"} <= names


@real_data
def test_vaduz_lies_within_its_bounds_and_is_credited(tmp_path: Path) -> None:
    area = make_area_map(LIECHTENSTEIN, VADUZ, tmp_path).area
    assert area.credit == "© OpenStreetMap contributors"
    assert every_spot_is_on(area)
    grounds = [part for each in area.features if each.sort in AREAS for part in each.parts]
    assert min(map(len, grounds)) >= 3


@real_data
def test_vaduz_is_the_same_every_time(tmp_path: Path) -> None:
    first = make_area_map(LIECHTENSTEIN, VADUZ, tmp_path / "first").path.read_bytes()
    assert make_area_map(LIECHTENSTEIN, VADUZ, tmp_path / "again").path.read_bytes() == first
