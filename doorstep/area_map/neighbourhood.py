"""The settings, or what was typed -> the box of ground that the street map shows."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from doorstep.area_map.area import Bounds
from doorstep.area_map.ground import METRES_A_DEGREE
from doorstep.area_map.projection import NORTHERNMOST

if TYPE_CHECKING:
    from doorstep.config import SiteConfig
    from doorstep.geography import Position

MARGIN = 0.1
"""Of the neighbourhood's breadth, how much is shown around it."""

USUAL_BREADTH = 3_000.0
"""Metres that are shown of a neighbourhood whose boundary is not known."""

BROADEST = 15_000.0
"""Metres of which more is not a neighbourhood."""

LONGEST = 5
"""Times its breadth: of a thinner strip there would be nothing to see."""

_DEGREES = re.compile(r"[-−]?[0-9]{1,3}(?:\.[0-9]{1,15})?")


class NoNeighbourhood(ValueError):  # noqa: N818 - a name that reads as a sentence
    """Says in one sentence why a box cannot be shown."""


def bounds_of(config: SiteConfig) -> Bounds:
    """Return the box round the boundary with some margin, or else round the centre."""
    corners = [corner.position for corner in config.boundary]
    if not corners:
        return checked_bounds(_round_the(config.centre.position))
    lats, lons = [corner.lat for corner in corners], [corner.lon for corner in corners]
    north, east = (max(lats) - min(lats)) * MARGIN, (max(lons) - min(lons)) * MARGIN
    return checked_bounds(
        Bounds(min(lats) - north, min(lons) - east, max(lats) + north, max(lons) + east)
    )


def _round_the(centre: Position) -> Bounds:
    north = USUAL_BREADTH / 2 / METRES_A_DEGREE
    # At the poles a degree of longitude is no way at all.
    east = north / max(0.01, math.cos(math.radians(centre.lat)))
    return Bounds(centre.lat - north, centre.lon - east, centre.lat + north, centre.lon + east)


def read_bounds(text: str) -> Bounds:
    """Return the box that SOUTH,WEST,NORTH,EAST says."""
    typed = [part.strip() for part in text.split(",")]
    if len(typed) != 4 or not all(map(_DEGREES.fullmatch, typed)):
        raise NoNeighbourhood(
            f"“{text}” is not a box: write its south, west, north and east in degrees, "
            "such as 53.69,-3.32,53.71,-3.28"
        )
    south, west, north, east = (float(part.replace("−", "-")) for part in typed)
    return checked_bounds(Bounds(south, west, north, east))


def checked_bounds(bounds: Bounds) -> Bounds:
    """Return a box in whole units, if a neighbourhood could be as large and lie there."""
    south, west, north, east = (
        round(degrees, 5) for degrees in (bounds.south, bounds.west, bounds.north, bounds.east)
    )
    if not (-NORTHERNMOST <= south < north <= NORTHERNMOST and -180 <= west < east <= 180):
        raise NoNeighbourhood(
            f"{south},{west},{north},{east} is not a box on the ground: its south has to be less "
            "than its north, and its west less than its east."
        )
    breadth = (east - west) * math.cos(math.radians((south + north) / 2))
    smallest, largest = (m * METRES_A_DEGREE for m in sorted((north - south, breadth)))
    if largest > BROADEST:
        raise NoNeighbourhood(
            f"{south},{west},{north},{east} is {largest / 1000:.0f} km across, and a neighbourhood "
            f"is {BROADEST / 1000:.0f} km at most. Say a smaller box with --bounds."
        )
    if largest > LONGEST * smallest:
        raise NoNeighbourhood(
            f"{south},{west},{north},{east} is a strip of {smallest:.0f} by {largest:.0f} metres. "
            f"Say a box with --bounds that is at most {LONGEST} times as long as it is broad."
        )
    return Bounds(south, west, north, east)
