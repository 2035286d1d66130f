"""A GeoJSON file (RFC 7946) whose properties are OpenStreetMap's tags -> Elements."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from doorstep.area_map.elements import Element, Form, LonLat, NotAnExtract

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from doorstep.area_map.elements import Tags, Track

MOST_BYTES = 200_000_000
"""A whole town has a tenth of it."""


def read_geojson(path: Path) -> tuple[str, Iterator[Element]]:
    """Return whose map it is, as the file says, and what is on it."""
    if path.stat().st_size > MOST_BYTES:
        raise NotAnExtract(f"“{path.name}” is too large to read. Cut it to the neighbourhood.")
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"), parse_int=float)
    except (ValueError, RecursionError):
        raise _not_geojson(path) from None
    match document:
        case {"crs": {"properties": {"name": str(grid)}}} if not _is_in_degrees(grid):
            raise NotAnExtract(
                f"“{path.name}” measures in {grid}, not in degrees. Export it again as WGS 84."
            )
        case {"type": "FeatureCollection", "features": list(features)}:
            return _credit(document), (
                element for feature in features for element in _elements(feature)
            )
    raise _not_geojson(path)


def _is_in_degrees(grid: str) -> bool:
    """Say whether an older GeoJSON file, which may name a grid, has degrees all the same."""
    return any(code in grid for code in ("CRS84", "4326", "4258", "4979"))


def _not_geojson(path: Path) -> NotAnExtract:
    return NotAnExtract(
        f"“{path.name}” is no GeoJSON file with a FeatureCollection in it. Export it again."
    )


def _credit(document: dict[str, Any]) -> str:
    said = document.get("credit", document.get("attribution", ""))
    return said if isinstance(said, str) else ""


def _elements(feature: Any) -> Iterator[Element]:
    match feature:
        case {"geometry": {"type": str(kind), "coordinates": list(coordinates)}}:
            tags = _tags(feature.get("properties"))
            yield from (Element(form, tags, parts) for form, parts in _shapes(kind, coordinates))


def _tags(properties: Any) -> Tags:
    if not isinstance(properties, dict):
        return {}
    return {key: value for key, value in properties.items() if isinstance(value, str)}


def _shapes(kind: str, coordinates: list[Any]) -> Iterator[tuple[Form, tuple[Track, ...]]]:
    match kind:
        case "Point":
            yield Form.POINT, tuple(_tracks([[coordinates]]))
        case "MultiPoint" | "LineString":
            form = Form.LINE if kind == "LineString" else Form.POINT
            yield form, tuple(_tracks([coordinates]))
        case "MultiLineString":
            yield Form.LINE, tuple(_tracks(coordinates))
        case "Polygon":
            yield Form.AREA, tuple(_rings(coordinates))
        case "MultiPolygon":
            polygons = [polygon for polygon in coordinates if isinstance(polygon, list)]
            yield Form.AREA, tuple(ring for polygon in polygons for ring in _rings(polygon))


def _rings(coordinates: Iterable[Any]) -> Iterator[Track]:
    for ring in _tracks(coordinates):
        yield ring[:-1] if ring[0] == ring[-1] else ring


def _tracks(lines: Iterable[Any]) -> Iterator[Track]:
    for line in lines:
        if isinstance(line, list) and (track := list(_points(line))):
            yield track


def _points(line: list[Any]) -> Iterator[LonLat]:
    """Yield the points that are on the globe; NaN is on none."""
    for point in line:
        match point:
            case [float(lon), float(lat), *_] if -180 <= lon <= 180 and -90 <= lat <= 90:
                yield LonLat(lon, lat)
