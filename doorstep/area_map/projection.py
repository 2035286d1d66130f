"""Positions -> points of a drawing, by the projection that web maps share (EPSG:3857)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.geography import EARTH_RADIUS

if TYPE_CHECKING:
    from doorstep.area_map.area import Bounds
    from doorstep.geography import Position

NORTHERNMOST = 85.0
"""Degrees north, and as many south: web maps end there, or they would have no end."""


def _north(lat: float) -> float:
    """Return how far north a latitude is drawn, in radians (spherical Mercator)."""
    return math.asinh(math.tan(math.radians(lat)))


class Projection(Struct, frozen=True):
    """A drawing of a box on the ground, x to the east and y to the south, from its north-west."""

    bounds: Bounds
    """What is drawn."""
    width: float
    """How wide the drawing is, in its own units."""

    @property
    def scale(self) -> float:
        """Units of the drawing in a radian of longitude."""
        return self.width / math.radians(self.bounds.east - self.bounds.west)

    @property
    def height(self) -> float:
        """How high the drawing is, in its own units."""
        return (_north(self.bounds.north) - _north(self.bounds.south)) * self.scale

    @property
    def metre(self) -> float:
        """Units of the drawing in a metre on the ground, at the middle of the map."""
        middle = math.radians((self.bounds.south + self.bounds.north) / 2)
        return self.scale / (EARTH_RADIUS * math.cos(middle))

    def point(self, position: Position) -> tuple[float, float]:
        """Return where a position is in the drawing."""
        x = math.radians(position.lon - self.bounds.west) * self.scale
        y = (_north(self.bounds.north) - _north(position.lat)) * self.scale
        return x, y
