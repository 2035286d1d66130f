"""AreaMap: streets, paths, water, parks and railways of a neighbourhood, ready to be drawn."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from doorstep.geography import Position

UNITS_A_DEGREE = 100_000
"""A unit is about 1.1 m north to south, and less east to west: finer than any drawing of ours."""


class Sort(StrEnum):
    """What a feature is, which decides how it is drawn; in the order of drawing, lowest first."""

    PARK = "park"
    WOOD = "wood"
    SQUARE = "square"
    """Ground for people on foot: a square, a market place."""
    WATER = "water"
    """A lake, a dock, a river wide enough to have two banks."""
    STREAM = "stream"
    """A river, a canal or a brook as a line."""
    PATH = "path"
    """For people on foot or on bicycles."""
    LANE = "lane"
    """A service road, a track, an alley."""
    STREET = "street"
    MAJOR = "major"
    """A through road."""
    RAIL = "rail"
    STATION = "station"
    LANDMARK = "landmark"
    """A building or a monument that everybody knows, as a point."""
    POSTCODE = "postcode"
    """Where a postcode is, as a point; it is never drawn."""


AREAS = frozenset({Sort.PARK, Sort.WOOD, Sort.SQUARE, Sort.WATER})
"""Sorts whose parts are rings, each closed from its last point to its first."""

POINTS = frozenset({Sort.STATION, Sort.LANDMARK, Sort.POSTCODE})
"""Sorts of which each part is one point."""


class Spot(NamedTuple):
    """A point in units east and north of the map's south-west corner."""

    x: int
    y: int


Part = tuple[Spot, ...]
"""A line, a ring or a single point."""


class Bounds(Struct, frozen=True, order=True):
    """A box on the ground, in WGS 84 degrees."""

    south: float
    west: float
    north: float
    east: float

    def holds(self, position: Position) -> bool:
        """Say whether a point is in the box or on its edge."""
        return self.south <= position.lat <= self.north and self.west <= position.lon <= self.east


class Feature(Struct, frozen=True, order=True):
    """A street, a park, a canal …"""

    sort: Sort
    """What it is."""
    name: str
    """What it is called, or ""."""
    parts: tuple[Part, ...]
    """Its lines or points; of an area its rings, of which those inside another are holes."""


class AreaMap(Struct, frozen=True):
    """A neighbourhood as it is drawn."""

    bounds: Bounds
    """What it shows; features end at its edge."""
    credit: str
    """Whose map it is, such as © OpenStreetMap contributors; "" where it is the guide's own."""
    features: tuple[Feature, ...]
    """What is on it."""

    def position(self, spot: Spot) -> Position:
        """Return a point of the map as a position on the ground."""
        return Position(
            round(self.bounds.south + spot.y / UNITS_A_DEGREE, 5),
            round(self.bounds.west + spot.x / UNITS_A_DEGREE, 5),
        )

    def spot(self, position: Position) -> Spot:
        """Return a position on the ground as a point of the map."""
        return Spot(
            round((position.lon - self.bounds.west) * UNITS_A_DEGREE),
            round((position.lat - self.bounds.south) * UNITS_A_DEGREE),
        )
