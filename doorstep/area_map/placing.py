"""One Element of an extract -> what of it lies on the map, in whole units."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from doorstep.area_map.area import POINTS, Feature, Sort, Spot
from doorstep.area_map.clipping import clipped_line, clipped_ring
from doorstep.area_map.elements import Form
from doorstep.area_map.ground import middle, surface
from doorstep.area_map.tags import COASTLINE, name_of, postcode_of, sort_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorstep.area_map.area import Part
    from doorstep.area_map.elements import Element, Track
    from doorstep.area_map.ground import Dot, Ground


def placed(element: Element, ground: Ground) -> Iterator[Feature]:
    """Yield what an element is on the map: often nothing, sometimes a landmark and a postcode."""
    sort, postcode = sort_of(element.form, element.tags), postcode_of(element.tags)
    if sort and (parts := tuple(_parts(element, sort, ground))):
        yield Feature(sort, name_of(element.tags), parts)
    if postcode and (parts := tuple(_points(element, ground))):
        yield Feature(Sort.POSTCODE, postcode, parts)


def placed_coast(element: Element, ground: Ground) -> list[Part]:
    """Return the pieces of coastline that an element is."""
    key, value = COASTLINE
    if element.form is Form.POINT or element.tags.get(key) != value:
        return []
    return [line for track in element.parts for line in _lines(track, ground)]


def _parts(element: Element, sort: Sort, ground: Ground) -> Iterable[Part]:
    if sort in POINTS:
        return _points(element, ground)
    place = _lines if element.form is Form.LINE else _rings
    return (part for track in element.parts for part in place(track, ground))


def _lines(track: Track, ground: Ground) -> Iterator[Part]:
    if len(track) > 1:
        for piece in clipped_line(ground.dots(track), ground.width, ground.height):
            line = _whole(piece)
            if len(line) > 1:
                yield line


def _rings(track: Track, ground: Ground) -> Iterator[Part]:
    if len(track) > 2:
        ring = _whole(clipped_ring(ground.dots(track), ground.width, ground.height))
        if len(set(ring)) > 2:
            yield ring[:-1] if ring[0] == ring[-1] else ring


def _points(element: Element, ground: Ground) -> Iterator[Part]:
    """Yield where something is: of a building or a park, its middle."""
    tracks = [ground.dots(track) for track in element.parts]
    if element.form is Form.AREA and tracks:
        tracks = [[middle(max(tracks, key=surface))]]
    for dot in (dot for track in tracks for dot in track):
        if 0 <= dot.x <= ground.width and 0 <= dot.y <= ground.height:
            yield _whole([dot])


def _whole(dots: Iterable[Dot]) -> Part:
    """Return points in whole units, without those that fall on the one before."""
    spots = (Spot(round(x), round(y)) for x, y in dots)
    return tuple(spot for spot, _ in groupby(spots))
