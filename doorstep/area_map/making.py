"""An extract and a box of ground -> content/map/area.json, and a report of what is on it."""

from __future__ import annotations

import gzip
import math
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from doorstep.area_map.area import AreaMap, Bounds, Feature, Sort
from doorstep.area_map.area_file import FILE, MOST_BYTES
from doorstep.area_map.area_text import area_file
from doorstep.area_map.elements import NotAnExtract
from doorstep.area_map.extracts import read_extract
from doorstep.area_map.gathering import gathered, simplified
from doorstep.area_map.ground import Ground
from doorstep.area_map.names import tidy_name
from doorstep.area_map.placing import placed, placed_coast
from doorstep.area_map.sea import sea

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from doorstep.area_map.area import Part
    from doorstep.area_map.elements import Element
    from doorstep.area_map.extracts import Extract

TOLERANCES = (2.0, 3.0, 5.0, 8.0)
"""Metres that a line may be off; the next is taken where the file would be too large."""

LARGE = 150_000
"""Bytes of the file, as it travels, above which it is made coarser."""


class AreaReport(Struct, frozen=True):
    """What was written, and where."""

    path: Path
    area: AreaMap
    size: int
    """Bytes of the file."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The report for people."""
        kilobytes = math.ceil(self.size / 1000)
        return f"{self.path}: {kilobytes:,} KB.", *filter(None, map(self._counted, _COUNTINGS))

    def _counted(self, counting: _Counting) -> str:
        features = self.area.features
        count = len({each.name for each in features if each.sort in counting.sorts} - {""})
        return f"  {count:,} {counting.one if count == 1 else counting.many}" if count else ""


class _Counting(NamedTuple):
    sorts: frozenset[Sort]
    one: str
    many: str


_COUNTINGS = (
    _Counting(
        frozenset({Sort.MAJOR, Sort.STREET, Sort.LANE, Sort.PATH, Sort.SQUARE}),
        *("street with a name", "streets with names"),
    ),
    _Counting(
        frozenset({Sort.PARK, Sort.WOOD}),
        *("park or wood with a name", "parks and woods with names"),
    ),
    _Counting(
        frozenset({Sort.WATER, Sort.STREAM}),
        *("stretch of water with a name", "stretches of water with names"),
    ),
    _Counting(frozenset({Sort.STATION}), "station", "stations"),
    _Counting(frozenset({Sort.LANDMARK}), "landmark", "landmarks"),
    _Counting(frozenset({Sort.POSTCODE}), "postcode", "postcodes"),
)


def make_area_map(file: Path, bounds: Bounds, content: Path) -> AreaReport:
    """Write the street map of a neighbourhood, whole or not at all."""
    area, text = fitting(area_map_from(read_extract(file), bounds))
    if _is_empty(area.features):
        raise NotAnExtract("There is nothing in this extract that is large enough to be drawn.")
    written = text.encode()
    if len(written) > MOST_BYTES:
        raise NotAnExtract("There is too much on this map. Say a smaller box with --bounds.")
    path = content / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    # The name starts with a dot, so that a guide being read meanwhile does not see it.
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(written)
    fresh.replace(path)
    return AreaReport(path, area, len(written))


def area_map_from(extract: Extract, bounds: Bounds) -> AreaMap:
    """Return all that an extract has within bounds, every point of it."""
    ground = Ground(bounds)
    features: list[Feature] = []
    coast: list[Part] = []
    cover: Bounds | None = None
    for element in extract.elements:
        features += placed(element, ground)
        coast += placed_coast(element, ground)
        cover = _covering(cover, element)
    if shores := sea(coast, ground.width, ground.height):
        features.append(Feature(Sort.WATER, "", tuple(shores)))
    if _is_empty(features):
        raise NotAnExtract(_nothing_here(bounds, cover))
    return AreaMap(bounds, tidy_name(extract.credit), gathered(features, ground))


def _is_empty(features: Sequence[Feature]) -> bool:
    """Say whether a map has nothing to look at."""
    return all(feature.sort is Sort.POSTCODE for feature in features)


def _covering(cover: Bounds | None, element: Element) -> Bounds | None:
    """Return a box with one more element in it, or at least its first points."""
    for lon, lat in (part[0] for part in element.parts if part):
        cover = cover or Bounds(lat, lon, lat, lon)
        south, west = min(lat, cover.south), min(lon, cover.west)
        cover = Bounds(south, west, max(lat, cover.north), max(lon, cover.east))
    return cover


def _nothing_here(bounds: Bounds, cover: Bounds | None) -> str:
    if cover is None:
        return "This extract has no streets, parks or landmarks."
    middle = f"{(bounds.south + bounds.north) / 2:.3f}, {(bounds.west + bounds.east) / 2:.3f}"
    return (
        f"Nothing of this extract lies in the neighbourhood: its middle is {middle}, and the "
        f"extract goes from {cover.south:.3f}, {cover.west:.3f} "
        f"to {cover.north:.3f}, {cover.east:.3f}."
    )


def fitting(area: AreaMap) -> tuple[AreaMap, str]:
    """Return a map with no more points than it needs, and its file."""
    ground = Ground(area.bounds)
    for tolerance in TOLERANCES:
        fewer = simplified(area.features, ground, tolerance)
        thin = AreaMap(area.bounds, area.credit, fewer)
        text = area_file(thin)
        if len(gzip.compress(text.encode())) <= LARGE:
            break
    return thin, text
