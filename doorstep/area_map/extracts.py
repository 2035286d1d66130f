"""A file of streets, however it is written -> whose map it is, and the Elements on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.area_map.elements import Element, NotAnExtract
from doorstep.area_map.geojson import read_geojson
from doorstep.area_map.openstreetmap import read_osm

if TYPE_CHECKING:
    from pathlib import Path

OPENSTREETMAP = "© OpenStreetMap contributors"
"""What its licence asks to be written beside every map made of it."""


class Extract(Struct, frozen=True):
    """A part of somebody's map, as a file has it."""

    credit: str
    elements: Iterator[Element]
    """What is on it, to be gone through once."""


def read_extract(path: Path) -> Extract:
    """Open an extract; what cannot be read raises NotAnExtract, now or on the way."""
    if not path.is_file():
        raise NotAnExtract(f"There is no file “{path}”.")
    match path.name.lower().split(".")[1:]:
        case [*_, "osm"]:
            return Extract(OPENSTREETMAP, read_osm(path, "osm"))
        case [*_, "pbf"]:
            return Extract(OPENSTREETMAP, read_osm(path, "pbf"))
        case [*_, "geojson" | "json"]:
            return Extract(*read_geojson(path))
    raise NotAnExtract(
        f"“{path.name}” ends in nothing that is known here: an extract is a .osm, .osm.pbf "
        "or .geojson file."
    )
