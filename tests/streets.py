"""Small extracts, written as OpenStreetMap and as GeoJSON, and some that are none."""

from __future__ import annotations

import json
from typing import Any

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

CORNERS = [
    *((-3.300, 53.700), (-3.290, 53.700), (-3.290, 53.705), (-3.300, 53.705)),
    *((-3.298, 53.701), (-3.292, 53.701), (-3.292, 53.704)),
]
NODES = "".join(
    f'<node id="{number}" lat="{lat}" lon="{lon}"/>'
    for number, (lon, lat) in enumerate(CORNERS, start=1)
)
"""A box of points 1 to 4, and within it a triangle of points 5 to 7."""

BOMB = f"""{HEAD}<!DOCTYPE osm [<!ENTITY a "lol">
<!ENTITY b "{"&a;" * 99}"><!ENTITY c "{"&b;" * 99}"><!ENTITY d "{"&c;" * 99}">]>
<osm version="0.6"><node id="1" lat="53.7" lon="-3.3"><tag k="name" v="&d;"/></node></osm>"""

ODD_OSM = {
    "empty.osm": "",
    "words.osm": "hello",
    "page.osm": "<html><body>Too many requests</body></html>",
    "cut.osm": f'{HEAD}<osm version="0.6"><node id="1" lat="53.7" lon="-3.3"><tag k="na',
    "nan.osm": f'{HEAD}<osm version="0.6"><node id="1" lat="NaN" lon="-3.3"/></osm>',
    "empty.osm.pbf": "",
    "words.osm.pbf": "hello",
}
"""Files that are no extract, by their names."""


def osm(*things: str) -> str:
    """Return an extract as OpenStreetMap writes it."""
    return f'{HEAD}<osm version="0.6">{"".join(things)}</osm>'


def way(number: int, nodes: list[int], **tags: str) -> str:
    points = "".join(f'<nd ref="{node}"/>' for node in nodes)
    told = "".join(f'<tag k="{key}" v="{value}"/>' for key, value in tags.items())
    return f'<way id="{number}">{points}{told}</way>'


def feature(kind: str, coordinates: Any, tags: dict[str, Any]) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": tags, "geometry": geometry}


def geojson(*features: Any) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})
