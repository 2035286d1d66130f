"""The sea lies to the right of its coast."""

from __future__ import annotations

from doorstep.area_map.area import Part, Spot
from doorstep.area_map.ground import surface
from doorstep.area_map.sea import sea

WIDTH, HEIGHT = 100, 60


def line(*pairs: tuple[int, int]) -> Part:
    return tuple(Spot(*pair) for pair in pairs)


def surfaces(*coast: Part) -> list[float]:
    return [surface(ring) for ring in sea(coast, WIDTH, HEIGHT)]


def test_a_coast_to_the_north_has_the_sea_in_the_east() -> None:
    assert surfaces(line((40, 0), (40, 60))) == [60 * 60]


def test_a_coast_to_the_south_has_the_sea_in_the_west() -> None:
    assert surfaces(line((40, 60), (40, 0))) == [40 * 60]


def test_a_coast_in_pieces_is_put_together() -> None:
    assert surfaces(line((40, 30), (40, 60)), line((40, 0), (40, 30))) == [60 * 60]


def test_a_strait_lies_between_two_coasts() -> None:
    assert surfaces(line((40, 0), (40, 60)), line((60, 60), (60, 0))) == [20 * 60]


def test_a_spit_of_land_leaves_two_seas() -> None:
    assert surfaces(line((40, 60), (40, 0)), line((60, 0), (60, 60))) == [40 * 60, 40 * 60]


def test_round_an_island_everything_is_sea() -> None:
    island = line((40, 20), (60, 20), (60, 40), (40, 40), (40, 20))
    assert surfaces(island) == [WIDTH * HEIGHT, 20 * 20]


def test_an_island_before_a_coast_is_a_hole_in_the_sea() -> None:
    island = line((60, 20), (70, 20), (70, 30), (60, 30), (60, 20))
    assert surfaces(line((40, 0), (40, 60)), island) == [60 * 60, 10 * 10]


def test_a_lagoon_leaves_the_land_round_it_dry() -> None:
    lagoon = line((40, 20), (40, 40), (60, 40), (60, 20), (40, 20))
    assert surfaces(lagoon) == [20 * 20]


def test_a_coast_that_breaks_off_floods_nothing() -> None:
    assert surfaces(line((40, 0), (40, 30))) == []


def test_without_a_coast_there_is_no_sea() -> None:
    assert surfaces() == []
