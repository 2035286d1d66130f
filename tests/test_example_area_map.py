"""The invented streets of the example guide: they agree with what its entries say of themselves."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from functools import cache
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from builders import TODAY
from shipped import needs_the_example

from doorstep.area_map.area import AREAS, POINTS, Sort
from doorstep.area_map.area_file import FILE
from doorstep.area_map.area_text import area_file
from doorstep.catalogue import Catalogue
from doorstep.checking import Checked, check_site
from doorstep.details import Address
from doorstep.entries import GreenSpace
from doorstep.loading import read_config

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.area_map.area import AreaMap, Feature, Part
    from doorstep.geography import Position

pytestmark = needs_the_example

ROOT = Path(__file__).resolve().parent.parent
STREETS = {Sort.LANE, Sort.STREET, Sort.MAJOR}
STREET_NAME = re.compile(
    r"(?:[A-Z][a-z]+ )*(?:Street|Road|Lane|Row|Quay|Terrace|Close|Ropewalk)\b(?! [A-Z])"
)
METRES_A_UNIT = 1.11195

Spot = tuple[float, float]
"""Metres east and north of the corner of the map."""


@cache
def guide() -> Checked:
    config, problems = read_config(ROOT / "site.yaml")
    assert config, problems
    return check_site(config, ROOT / "content", TODAY, jobs=1)


@cache
def catalogue() -> Catalogue:
    return Catalogue.of(guide().entries, guide().draft.config.freshness, TODAY)


@cache
def area() -> AreaMap:
    found = guide().draft.area_map
    assert found
    return found


def metres(point: tuple[int, int]) -> Spot:
    middle = math.radians((area().bounds.south + area().bounds.north) / 2)
    return point[0] * METRES_A_UNIT * math.cos(middle), point[1] * METRES_A_UNIT


def spot(position: Position) -> Spot:
    return metres(area().spot(position))


def line(part: Part) -> list[Spot]:
    return [metres(point) for point in part]


def off(here: Spot, part: list[Spot]) -> float:
    """Return how far a spot is from a line."""
    return min(_off_a_piece(here, *piece) for piece in pairwise([*part, part[-1]]))


def _off_a_piece(here: Spot, start: Spot, end: Spot) -> float:
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    along = ((here[0] - x) * dx + (here[1] - y) * dy) / ((dx * dx + dy * dy) or 1)
    share = min(1.0, max(0.0, along))
    return math.dist(here, (x + share * dx, y + share * dy))


def encloses(ring: list[Spot], here: Spot) -> bool:
    crossings = 0
    for (x, y), (x2, y2) in pairwise([*ring, ring[0]]):
        if (y > here[1]) != (y2 > here[1]):
            crossings += here[0] < x + (here[1] - y) * (x2 - x) / (y2 - y)
    return crossings % 2 == 1


def lines(*sorts: Sort) -> Iterator[tuple[str, list[Spot]]]:
    """Yield every line or ring of these sorts with its name."""
    for feature in area().features:
        if feature.sort in sorts:
            yield from ((feature.name, line(part)) for part in feature.parts)


def named(*sorts: Sort) -> set[str]:
    return {name for name, _ in lines(*sorts) if name}


def addresses() -> Iterator[tuple[str, Address, Position]]:
    """Yield the written-out addresses of the public entries that have a position."""
    for entry in catalogue().public:
        where = entry.address
        if where and where.position:
            yield entry.slug, where, where.position


def streets_in_addresses() -> Iterator[tuple[str, str, Position]]:
    for slug, where, position in addresses():
        for name in STREET_NAME.findall(where.address):
            yield slug, name, position


def ground(here: Spot) -> list[list[Spot]]:
    """Return the park or wood that a spot is in, or else the spot."""
    rings = (ring for _, ring in lines(Sort.PARK, Sort.WOOD))
    return [ring for ring in rings if encloses(ring, here)] or [[here]]


def test_it_has_at_least_eighty_named_streets() -> None:
    assert len(named(*STREETS)) >= 80


def test_it_has_a_canal_a_railway_with_a_station_woods_and_six_parks() -> None:
    assert "Harbour Row Canal" in named(Sort.STREAM)
    railway = [rail for _, rail in lines(Sort.RAIL)]
    [(_, [station])] = lines(Sort.STATION)
    assert min(off(station, rail) for rail in railway) < 5
    assert len(named(Sort.PARK)) >= 6
    assert named(Sort.WOOD)
    assert named(Sort.SQUARE)
    assert named(Sort.WATER)


def test_every_street_in_an_address_is_on_the_map() -> None:
    wanted = {name for _, name, _ in streets_in_addresses()}
    assert len(wanted) >= 12
    assert wanted <= named(*STREETS)


def test_what_stands_in_a_street_is_beside_that_street_on_the_map() -> None:
    astray = {}
    for slug, name, position in streets_in_addresses():
        corners = list(chain.from_iterable(ground(spot(position))))
        street = [part for other, part in lines(*STREETS) if other == name]
        metres_off = min(off(corner, part) for corner in corners for part in street)
        if metres_off > 60:
            astray[slug] = (name, round(metres_off))
    assert not astray


def test_a_building_with_a_number_is_within_thirty_metres_of_its_street() -> None:
    astray = {}
    for slug, where, position in addresses():
        if where.address[:1].isdigit():
            [name] = STREET_NAME.findall(where.address)
            street = (part for other, part in lines(*STREETS) if other == name)
            metres_off = min(off(spot(position), part) for part in street)
            if metres_off > 30:
                astray[slug] = (name, round(metres_off))
    assert not astray


def test_every_green_space_is_on_a_green_shape_by_water_or_on_a_path() -> None:
    shapes = list(lines(Sort.PARK, Sort.WOOD, Sort.WATER, Sort.PATH))
    astray = set()
    for entry in catalogue().public:
        position = catalogue().position_of(entry)
        if isinstance(entry, GreenSpace) and position:
            here = spot(position)
            near = any(off(here, shape) <= 40 or encloses(shape, here) for _, shape in shapes)
            astray |= set() if near else {entry.slug}
    assert not astray


def test_green_spaces_with_a_shape_of_their_own_are_in_it() -> None:
    shapes = dict(lines(Sort.PARK, Sort.WOOD))
    spaces = {entry.title: entry for entry in catalogue().public if entry.title in shapes}
    assert len(spaces) >= 5
    for title, entry in spaces.items():
        position = catalogue().position_of(entry)
        assert position
        assert encloses(shapes[title], spot(position)), title


def test_every_postcode_in_an_address_is_on_the_map() -> None:
    assert {where.postcode for _, where, _ in addresses()} <= named(Sort.POSTCODE)


def test_every_position_and_landmark_is_on_the_map() -> None:
    placed = [catalogue().position_of(entry) for entry in catalogue().public]
    landmarks = [one.position for one in guide().draft.config.landmarks]
    positions = [*filter(None, placed), *landmarks]
    assert len(positions) > 40
    assert all(area().bounds.holds(position) for position in positions)


def test_the_boundary_goes_round_every_position_and_landmark() -> None:
    config = guide().draft.config
    ring = [spot(corner.position) for corner in config.boundary]
    placed = ((entry.slug, catalogue().position_of(entry)) for entry in catalogue().public)
    landmarks = ((landmark.id, landmark.position) for landmark in config.landmarks)
    outside = {slug for slug, at in [*placed, *landmarks] if at and not encloses(ring, spot(at))}
    assert not outside


def test_the_boundary_is_on_the_map() -> None:
    corners = [corner.position for corner in guide().draft.config.boundary]
    assert 8 <= len(corners) <= 14
    assert all(area().bounds.holds(corner) for corner in corners)


def test_nothing_sticks_out_of_the_map() -> None:
    edge = area().bounds
    north_east = (edge.east - edge.west, edge.north - edge.south)
    for feature in area().features:
        for x, y in chain.from_iterable(feature.parts):
            assert 0 <= x <= round(north_east[0] * 100_000), feature.name
            assert 0 <= y <= round(north_east[1] * 100_000), feature.name


def points_needed(feature: Feature) -> int:
    return 3 if feature.sort in AREAS else 1 if feature.sort in POINTS else 2


def test_areas_have_three_corners_and_lines_two_ends() -> None:
    for feature in area().features:
        assert min(map(len, feature.parts)) >= points_needed(feature), feature.name


def test_one_can_walk_from_every_street_to_every_other() -> None:
    ways = [part for _, part in lines(*STREETS, Sort.PATH)]
    at: dict[Spot, list[int]] = defaultdict(list)
    for number, way in enumerate(ways):
        for point in way:
            at[point].append(number)
    reached, waiting = {0}, [0]
    while waiting:
        beside = {other for point in ways[waiting.pop()] for other in at[point]}
        waiting += beside - reached
        reached |= beside
    assert len(reached) == len(ways)


def test_no_street_runs_into_the_water_or_through_a_park() -> None:
    shapes = list(lines(Sort.WATER, Sort.PARK, Sort.WOOD))
    for name, street in lines(*STREETS):
        middles = [((x + x2) / 2, (y + y2) / 2) for (x, y), (x2, y2) in pairwise(street)]
        for other, ring in shapes:
            assert not any(encloses(ring, point) for point in middles), (name, other)


def test_it_is_written_as_the_engine_writes_it() -> None:
    assert area_file(area()) == (ROOT / "content" / FILE).read_text(encoding="utf-8")


def test_it_is_slim() -> None:
    assert (ROOT / "content" / FILE).stat().st_size < 120_000
