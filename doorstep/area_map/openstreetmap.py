"""An OpenStreetMap extract (.osm or .osm.pbf) -> Elements, read by osmium."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doorstep.area_map.elements import Element, Form, LonLat, NotAnExtract
from doorstep.area_map.tags import KEYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from doorstep.area_map.elements import Tags, Track


class OsmiumMissing(Exception):  # noqa: N818 - a name that reads as a sentence
    """Says what to install."""


def read_osm(path: Path, written_as: str) -> Iterator[Element]:
    """Yield what an extract has that a map could show; written_as is osm or pbf."""
    try:
        import osmium
    except ImportError:
        raise OsmiumMissing(
            "OpenStreetMap’s own files are read by osmium, which is not installed here yet. "
            "Install it with this: make install-map"
        ) from None
    try:
        # The file is named with its format, so that no name is taken for an address or a pipe.
        file = osmium.io.File(str(path.absolute()), written_as)
        useful = osmium.filter.KeyFilter(*KEYS)
        things = osmium.FileProcessor(file).with_locations().with_areas(useful)
        for thing in things.with_filter(useful):
            yield from _elements(thing)
    except (RuntimeError, ValueError, osmium.InvalidLocationError):
        raise NotAnExtract(
            f"“{path.name}” is no OpenStreetMap extract, or only a part of one. Fetch it again."
        ) from None


def _elements(thing: Any) -> Iterator[Element]:
    tags: Tags = dict(thing.tags)
    # A street that comes back to where it began holds no ground, unless it says so.
    is_ground = tags.get("area") == "yes" or not {"highway", "railway"} & tags.keys()
    if thing.is_node() and thing.location.valid():
        yield Element(Form.POINT, tags, ((LonLat(thing.lon, thing.lat),),))
    elif thing.is_way() and tags.get("area") != "yes":
        yield Element(Form.LINE, tags, (_track(thing.nodes),))
    elif thing.is_area() and (is_ground or not thing.from_way()):
        outers = list(thing.outer_rings())
        holes = [hole for outer in outers for hole in thing.inner_rings(outer)]
        rings = (_track(ring) for ring in (*outers, *holes))
        yield Element(Form.AREA, tags, tuple(ring[:-1] for ring in rings))


def _track(nodes: Iterable[Any]) -> Track:
    """Return the points of a way; those outside the extract may be missing from it."""
    return [LonLat(node.lon, node.lat) for node in nodes if node.location.valid()]
