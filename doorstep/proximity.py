"""Things with a position -> those within a walk of a point, nearest first."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from msgspec import Struct

from doorstep.geography import DETOUR, METRES_A_MINUTE, Position, walking_minutes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ThingT = TypeVar("ThingT")

CELL = 0.005
"""Degrees: about 556 m north to south, so that few cells hold a ten minutes' walk."""

METRES_A_DEGREE = 111_195
"""Of latitude; a degree of longitude is this times the cosine of the latitude."""


class Nearby(NamedTuple, Generic[ThingT]):
    """A thing, and the minutes it takes to walk there."""

    minutes: int
    thing: ThingT


class Grid(Struct, Generic[ThingT], frozen=True):
    """Things in cells of latitude and longitude, so that a search looks only at what is near."""

    cells: Mapping[tuple[int, int], tuple[tuple[ThingT, Position], ...]]
    """Things and their positions, by cell."""

    @classmethod
    def of(cls, things: Iterable[tuple[ThingT, Position]]) -> Grid[ThingT]:
        """Return the grid of these things."""
        cells: defaultdict[tuple[int, int], list[tuple[ThingT, Position]]] = defaultdict(list)
        for thing, position in things:
            cells[_cell(position)].append((thing, position))
        return cls({cell: tuple(inside) for cell, inside in cells.items()})

    def within(self, minutes: int, here: Position) -> list[Nearby[ThingT]]:
        """Return what is at most so many minutes' walk away, nearest first, ties in given order."""
        reach = minutes * METRES_A_MINUTE / DETOUR
        near = (
            Nearby(walking_minutes(here, position), thing)
            for cell in _cells_around(here, reach)
            for thing, position in self.cells.get(cell, ())
        )
        return sorted((n for n in near if n.minutes <= minutes), key=lambda nearby: nearby.minutes)


def _cell(position: Position) -> tuple[int, int]:
    return math.floor(position.lat / CELL), math.floor(position.lon / CELL)


def _cells_around(here: Position, metres: float) -> Iterator[tuple[int, int]]:
    row, column = _cell(here)
    rows = math.ceil(metres / (CELL * METRES_A_DEGREE))
    # At the poles a degree of longitude has no length; no neighbourhood is that far north.
    width = max(0.05, math.cos(math.radians(here.lat)))
    columns = math.ceil(metres / (CELL * METRES_A_DEGREE * width))
    for north in range(-rows, rows + 1):
        for east in range(-columns, columns + 1):
            yield row + north, column + east
