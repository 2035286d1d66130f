"""Coordinates as lists have them -> a latitude and a longitude, or why they cannot be used."""

from __future__ import annotations

import re

from msgspec import Struct

_PAIR = re.compile(r"\(?\s*(-?\d{1,3}(?:\.\d+)?)°?\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)°?\s*\)?")
_DEGREES = re.compile(r"(-?\d{1,3})[.,](\d+)|(-?\d{1,3})")


class _Box(Struct, frozen=True):
    south: float
    north: float
    west: float
    east: float

    def holds(self, lat: float, lon: float) -> bool:
        return self.south <= lat <= self.north and self.west <= lon <= self.east


_WORLD = _Box(-90, 90, -180, 180)
_COUNTRIES = {"GB": _Box(49, 61.5, -9, 2.5)}
"""By ISO 3166 code: a place outside its country was typed wrongly, or the wrong way round."""


def read_pair(text: str) -> tuple[str, str] | None:
    """Return the two numbers of "55.95,-3.18", or None when it is anything else."""
    found = _PAIR.fullmatch(text)
    return (_tidy(float(found[1])), _tidy(float(found[2]))) if found else None


def read_degrees(text: str) -> str:
    """Return one number of degrees, to about ten centimetres, or "" when it is not one."""
    found = _DEGREES.fullmatch(text)
    if not found:
        return ""
    return _tidy(float(found[3] or f"{found[1]}.{found[2]}"))


def _tidy(degrees: float) -> str:
    whole, _, part = f"{degrees:.6f}".partition(".")
    return f"{whole}.{part.rstrip('0') or '0'}"


def why_unlikely(lat: float, lon: float, country: str) -> str:
    """Return why no place of this guide can be there, or ""."""
    box = _COUNTRIES.get(country, _WORLD)
    if box.holds(lat, lon):
        return ""
    if box.holds(lon, lat):
        return "the two numbers are the wrong way round"
    return "that is far outside the country" if box is not _WORLD else "that is not on the map"
