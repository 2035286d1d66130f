"""Where things are, and how long it takes to walk between them."""

from __future__ import annotations

import math

from msgspec import Struct

EARTH_RADIUS = 6_371_008.8
"""Mean radius in metres (IUGG)."""

DETOUR = 1.3
"""Streets are longer than the straight line by about this much."""

METRES_A_MINUTE = 80
"""An unhurried adult's pace; someone slow takes twice as long."""

FAR = 25_000
"""Metres from its middle: what is farther away is not in the neighbourhood."""


class Position(Struct, frozen=True, order=True):
    """A point on the ground in WGS 84 degrees."""

    lat: float
    lon: float


def distance(here: Position, there: Position) -> float:
    """Return the straight-line distance in metres (haversine)."""
    lat_1, lat_2 = math.radians(here.lat), math.radians(there.lat)
    half_lat = (lat_2 - lat_1) / 2
    half_lon = math.radians(there.lon - here.lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat_1) * math.cos(lat_2) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS * math.asin(min(1.0, math.sqrt(chord)))


def walking_minutes(here: Position, there: Position) -> int:
    """Return whole minutes on foot, rounded up, at least 1."""
    return max(1, math.ceil(distance(here, there) * DETOUR / METRES_A_MINUTE))
