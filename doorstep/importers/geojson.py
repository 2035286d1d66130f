"""The bytes of a GeoJSON file (RFC 7946) -> a Table, one row for each feature."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from doorstep.importers.decoding import decoded
from doorstep.importers.tables import (
    NotATable,
    Row,
    Table,
    by_folded_name,
    check_length,
    column_names,
    tidy_cell,
)

POSITION = "geometry.position"
"""The column that holds where a feature is, as "lat,lon"."""

IDENTIFIER = "feature.id"
"""The column that holds what the file itself calls a feature."""

_NOT_GEOJSON = "This is not a GeoJSON file."
_EXPORT = "Export it again as GeoJSON, with a feature for each place."


def read_geojson(raw: bytes, file: str) -> Table:
    """Return a row for each feature: its properties, its id, and one position.

    A point is its own position. Of a line or an area it is the middle of the box around it.
    """
    try:
        records = _records(decoded(raw))
        written = list(dict.fromkeys(name for record in records for name in record))
        columns = dict(zip(written, column_names(written), strict=True))
    except NotATable as reason:
        return Table(problems=(reason.problem(file),))
    names = by_folded_name(columns.values())
    rows = (
        Row(number, {columns[name]: cell for name, cell in record.items()}, names)
        for number, record in enumerate(records, start=1)
    )
    return Table(tuple(columns.values()), tuple(rows))


def _records(text: str) -> list[dict[str, str]]:
    try:
        # Numbers stay as they were typed: 55.10 is a price as often as a measure.
        document = json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
        return [dict(_cells(feature)) for feature in _features(document)]
    except json.JSONDecodeError as reason:
        raise NotATable(_NOT_GEOJSON, _EXPORT, reason.lineno) from None
    except RecursionError:
        # Brackets inside brackets without end: no map program writes this.
        raise NotATable(_NOT_GEOJSON, _EXPORT) from None


def _features(document: Any) -> list[dict[str, Any]]:
    match document:
        case {"type": "FeatureCollection", "features": list(features)}:
            check_length(len(features))
            return [feature if isinstance(feature, dict) else {} for feature in features]
        case {"type": "Feature"}:
            return [document]
    raise NotATable(_NOT_GEOJSON, _EXPORT)


def _cells(feature: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if "id" in feature:
        yield IDENTIFIER, tidy_cell(_as_text(feature["id"]))
    properties = feature.get("properties")
    if isinstance(properties, dict):
        yield from ((name, tidy_cell(text)) for name, text in _flattened(properties))
    if position := _position(feature.get("geometry")):
        yield POSITION, position


def _flattened(properties: dict[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """Yield {"address": {"street": …}} as "address.street"."""
    for name, value in properties.items():
        if isinstance(value, dict):
            yield from _flattened(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", _as_text(value)


def _as_text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(_as_text(part) for part in value if part is not None)
        case dict():
            return ", ".join(text for _, text in _flattened(value))
    return str(value)


def _position(geometry: Any) -> str:
    points = list(_points(geometry))
    if not points:
        return ""
    lats, lons = [lat for lat, _ in points], [lon for _, lon in points]
    return f"{_middle(lats):.6f},{_middle(lons):.6f}"


def _middle(degrees: list[float]) -> float:
    return (min(degrees) + max(degrees)) / 2


def _points(geometry: Any) -> Iterator[tuple[float, float]]:
    """Yield every position as latitude and longitude: GeoJSON has the longitude first."""
    match geometry:
        case {"geometries": list(parts)}:
            for part in parts:
                yield from _points(part)
        case {"coordinates": list(parts)}:
            yield from _points(parts)
        case [str(lon), str(lat), *_]:
            yield from _point(lat, lon)
        case list(parts):
            for part in parts:
                yield from _points(part)


def _point(lat: str, lon: str) -> Iterator[tuple[float, float]]:
    try:
        yield float(lat), float(lon)
    except ValueError:
        return
