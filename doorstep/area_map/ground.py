"""Degrees -> units east and north of the south-west corner of a box, and units -> metres."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from doorstep.area_map.area import UNITS_A_DEGREE, Bounds
from doorstep.geography import EARTH_RADIUS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doorstep.area_map.elements import Track


class Dot(NamedTuple):
    """A point in units, before it is rounded to a Spot."""

    x: float
    y: float


METRES_A_DEGREE = math.radians(1) * EARTH_RADIUS
"""Along a meridian."""


class Ground(Struct, frozen=True):
    """What lies within bounds, measured in units."""

    bounds: Bounds

    @property
    def width(self) -> int:
        """Units from west to east."""
        return round((self.bounds.east - self.bounds.west) * UNITS_A_DEGREE)

    @property
    def height(self) -> int:
        """Units from south to north."""
        return round((self.bounds.north - self.bounds.south) * UNITS_A_DEGREE)

    @property
    def metres(self) -> Dot:
        """Metres in a unit, east and north."""
        middle = math.radians((self.bounds.south + self.bounds.north) / 2)
        north = METRES_A_DEGREE / UNITS_A_DEGREE
        return Dot(north * math.cos(middle), north)

    def dots(self, track: Track) -> list[Dot]:
        """Return points of an extract in units; they may lie outside the bounds."""
        west, south = self.bounds.west, self.bounds.south
        return [
            Dot((lon - west) * UNITS_A_DEGREE, (lat - south) * UNITS_A_DEGREE) for lon, lat in track
        ]

    def paces(self, part: Sequence[tuple[float, float]]) -> list[Dot]:
        """Return points in metres east and north of the corner."""
        east, north = self.metres
        return [Dot(x * east, y * north) for x, y in part]


def length(part: Sequence[tuple[float, float]]) -> float:
    """Return how long a line is, from its first point to its last."""
    return sum(map(math.dist, part, part[1:]))


def surface(ring: Sequence[tuple[float, float]]) -> float:
    """Return how much ground a ring holds (the shoelace formula)."""
    return abs(sum(crosses(ring))) / 2


def crosses(ring: Sequence[tuple[float, float]]) -> Iterator[float]:
    """Yield for each side of a ring twice the triangle it makes with the corner of the map."""
    return (x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(_before(ring), ring, strict=True))


def _before(ring: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return of each point of a ring the one before it."""
    return [*ring[-1:], *ring[:-1]]


def middle(ring: Sequence[tuple[float, float]]) -> Dot:
    """Return the centre of gravity of a ring; of one without any ground, its first point."""
    x0, y0 = ring[0]
    near = [(x - x0, y - y0) for x, y in ring]
    weights = list(crosses(near))
    if not (whole := 3 * sum(weights)):
        return Dot(x0, y0)
    pairs = list(zip(_before(near), near, weights, strict=True))
    x = sum((here[0] + there[0]) * weight for here, there, weight in pairs) / whole
    y = sum((here[1] + there[1]) * weight for here, there, weight in pairs) / whole
    return Dot(x0 + x, y0 + y)
