"""A place as people copy it from a map -> the middle of a neighbourhood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic import ValidationError

from doorstep.new_guide.wrong_answers import NotUnderstood, first_of, shown
from doorstep.points import Point

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = r"([-+−]?[0-9]{1,3}\.[0-9]+)"
_PLAIN_NUMBER = r"([-+−]?[0-9]{1,3}(?:\.[0-9]*)?)"

ON_MAPS = (
    rf"mlat={_NUMBER}&mlon={_NUMBER}",  # OpenStreetMap, with a marker
    rf"#map=[0-9.]+/{_NUMBER}/{_NUMBER}",  # OpenStreetMap
    rf"!3d{_NUMBER}!4d{_NUMBER}",  # Google, the place itself
    rf"/@{_NUMBER},{_NUMBER}",  # Google, the middle of the screen
    rf"\b(?:ll|q|query|center|coordinate)={_NUMBER}(?:,|%2C){_NUMBER}",  # Apple, Google
    rf"\bcp={_NUMBER}~{_NUMBER}",  # Bing
    rf"geo:{_NUMBER},{_NUMBER}",  # phones (RFC 5870)
)
"""How maps write a place in their addresses, the surest first."""

_TWO_NUMBERS = re.compile(
    rf"{_PLAIN_NUMBER}\s*°?\s*([NS]?)(?:\s*[,;/]\s*|\s+){_PLAIN_NUMBER}\s*°?\s*([EW]?)",
    re.IGNORECASE,
)

_NAMES = re.compile(r"\blat(?:itude)?\b:?|\blon(?:g|gitude)?\b:?|[()]", re.IGNORECASE)

_FIX = (
    "Find the middle of your neighbourhood on openstreetmap.org and copy the address of that page, "
    "or write how far north and east it is, such as 53.7020, -3.3000."
)


def read_whereabouts(answer: str) -> Point:
    """Return the point that an address of a map, or two numbers, stand for."""
    lat, lon = next(_pairs(answer), ("", ""))
    if not lat:
        raise NotUnderstood(f"{shown(answer)} does not say where that is. {_FIX}")
    try:
        return Point.model_validate({"lat": lat, "lon": lon})
    except ValidationError as reasons:
        raise NotUnderstood(f"{first_of(reasons)} {_FIX}") from None


def _pairs(answer: str) -> Iterator[tuple[str, str]]:
    for pattern in ON_MAPS:
        if found := re.search(pattern, answer):
            yield found[1], found[2]
    if found := _TWO_NUMBERS.fullmatch(_NAMES.sub("", answer).strip()):
        yield _signed(found[1], found[2]), _signed(found[3], found[4])


def _signed(number: str, letter: str) -> str:
    """Return degrees north or east: 3.3 W is -3.3."""
    is_other_way = letter.upper() in ("S", "W") and not number.startswith(("-", "−"))
    return f"-{number.removeprefix('+')}" if is_other_way else number


def worded(point: Point) -> str:
    """Return how far north and east a point is."""
    north = f"{abs(point.lat):.4f} {'north' if point.lat >= 0 else 'south'}"
    east = f"{abs(point.lon):.4f} {'east' if point.lon >= 0 else 'west'}"
    return f"{north}, {east}"


def map_of(point: Point) -> str:
    """Return the address of a map with a pin at the point, for a person to see if it is right."""
    lat, lon = f"{point.lat:.5f}", f"{point.lon:.5f}"
    return f"https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=15/{lat}/{lon}"
