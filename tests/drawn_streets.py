"""Invented streets for the tests of the street map's drawing."""

from __future__ import annotations

import random
from itertools import count
from typing import TYPE_CHECKING

from doorstep.area_map.area import AreaMap, Bounds, Feature, Sort, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.area_map.area import Part

BOUNDS = Bounds(53.4, -2.98, 53.427, -2.94)
"""A box of 4000 by 2700 units: so wide that a unit of the map is one of the drawing."""

EAST, NORTH = 4000, 2700

FIRST = ("Abbey", "Baker", "Canal", "Dover", "Elm", "Forge", "Grange", "Ivy", "King", "Linen")
SECOND = ("Street", "Road", "Lane", "Terrace", "Row", "Close", "Place")


def area_of(*features: Feature, credit: str = "") -> AreaMap:
    return AreaMap(BOUNDS, credit, features)


def street(name: str, *points: tuple[int, int], sort: Sort = Sort.STREET) -> Feature:
    return Feature(sort, name, (tuple(Spot(x, y) for x, y in points),))


def city(blocks: int) -> AreaMap:
    """Return a city of so many blocks each way, a name for every few of them."""
    chance = random.Random(4)  # noqa: S311 - the same city every time
    names = (f"{chance.choice(FIRST)} {chance.choice(SECOND)} {number}" for number in count(1))
    across = [_streets(blocks, row, chance, names, turned=False) for row in range(1, blocks)]
    along = [_streets(blocks, row, chance, names, turned=True) for row in range(1, blocks)]
    features = [feature for row in (*across, *along) for feature in row]
    return area_of(*sorted(features), credit="© OpenStreetMap contributors")


def _streets(
    blocks: int, row: int, chance: random.Random, names: Iterator[str], *, turned: bool
) -> Iterator[Feature]:
    """Yield the streets of one row, each of several blocks, with a bend in every one."""
    first = 0
    while first < blocks:
        last = min(blocks, first + chance.randint(4, 9))
        parts = [_block(blocks, (row, at), chance, turned=turned) for at in range(first, last)]
        kept = tuple(part for part in parts if chance.random() < 0.55)
        sort = Sort.MAJOR if row % 12 == 6 else Sort.STREET
        if kept:
            yield Feature(sort, next(names), kept)
        first = last


def _block(blocks: int, corner: tuple[int, int], chance: random.Random, *, turned: bool) -> Part:
    row, at = corner
    shares = (at, at + 0.3 + chance.random() * 0.4, at + 1)
    bend = (row, row + chance.random() * 0.2 - 0.1, row)
    pairs = zip(bend, shares, strict=True) if turned else zip(shares, bend, strict=True)
    return tuple(Spot(round(x * EAST / blocks), round(y * NORTH / blocks)) for x, y in pairs)
