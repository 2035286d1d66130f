"""Shapes of the street map -> what lies under the names on paper, black and grey on white.

Grey is kept for water and green, in one tint each with marks of its own, so that a copy of a copy
still tells them apart. Streets are white between dark lines, and no block is heavy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.area_map.area import AREAS, Sort
from doorstep.area_map.drawing.ground import CASED
from doorstep.area_map.drawing.picture import diamond, landmark_marks, station_marks
from doorstep.area_map.drawing.shapes import path_data
from doorstep.area_map.drawing.style import breadth
from doorstep.sheets.map_parts import MapLayer, MapShape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorstep.area_map.drawing.labels import Label
    from doorstep.area_map.drawing.shapes import Line, Point, Shape
    from doorstep.area_map.projection import Projection

BLACK, WHITE, NONE = "#000", "#fff", "none"
DARK, EDGE, WATER, GREEN = "#444", "#777", "#ccc", "#eaeaea"

STATIONS, LANDMARKS, SCALE = "map-stations", "map-landmarks", "map-scale"
BOUNDARY = "map-boundary"
"""Ids of shapes that are no sort of feature."""

WIDTHS = {Sort.LANE: 10, Sort.STREET: 20, Sort.MAJOR: 28}
"""How broad streets are drawn between their edges, in a drawing of the usual scale."""

EDGES = {Sort.LANE: EDGE, Sort.STREET: EDGE, Sort.MAJOR: BLACK}
"""The grey of their edges."""

EDGE_WIDTH, MAJOR_EDGE_WIDTH = 3.0, 5.0
"""How broad those are: a line of a quarter of a millimetre is still one on a copy."""

MARK_EDGE, SCALE_WIDTH, SCALE_EDGE = 6, 6, 16


def id_of(sort: Sort) -> str:
    """Return the id of all features of a sort."""
    return f"map-{sort.value}"


def ground_shapes(found: Iterable[Shape]) -> Iterator[MapShape]:
    """Yield the lines of every sort there is, once."""
    for sort in Sort:
        lines = [line for shape in found if shape.sort is sort for line in shape.lines]
        if lines and sort not in (Sort.STATION, Sort.LANDMARK):
            yield MapShape(id_of(sort), path_data(tuple(lines), end="z" if sort in AREAS else ""))


def mark_shapes(found: list[Shape], labels: list[Label]) -> Iterator[MapShape]:
    """Yield squares for stations and diamonds for landmarks."""
    for name, path in ((STATIONS, station_marks(found)), (LANDMARKS, landmark_marks(labels))):
        if path:
            yield MapShape(name, path)


def outline_shapes(boundary: Line, landmarks: Iterable[Point]) -> Iterator[MapShape]:
    """Yield what stands in for streets: the edge of the neighbourhood, a diamond per landmark."""
    if boundary:
        yield MapShape(BOUNDARY, path_data((boundary,), end="z"))
    if marks := "".join(map(diamond, landmarks)):
        yield MapShape(LANDMARKS, marks)


def scale_shape(line: Line) -> MapShape:
    """Return the bar of the scale."""
    return MapShape(SCALE, path_data((line,)))


def layers(shapes: Iterable[MapShape], projection: Projection) -> tuple[MapLayer, ...]:
    """Return how all that is there is drawn, lowest first."""
    there = {shape.id for shape in shapes}
    wider = breadth(projection.metre)
    every = (*_areas(), *_lines(wider), *_streets(wider), *_rail(wider), *_marks())
    return tuple(layer for layer in every if layer.shape in there)


def _areas() -> Iterator[MapLayer]:
    yield _filled(id_of(Sort.PARK), GREEN, EDGE)
    yield _filled(id_of(Sort.PARK), "url(#map-grass)")
    yield _filled(id_of(Sort.WOOD), GREEN, EDGE)
    yield _filled(id_of(Sort.WOOD), "url(#map-trees)")
    yield _filled(id_of(Sort.SQUARE), WHITE, EDGE)
    yield _filled(id_of(Sort.WATER), WATER, DARK)


def _lines(wider: float) -> Iterator[MapLayer]:
    yield _stroked(id_of(Sort.STREAM), DARK, 14 * wider + 4)
    yield _stroked(id_of(Sort.STREAM), WATER, 14 * wider)
    yield _stroked(id_of(Sort.PATH), WHITE, 5 * wider + 5)
    yield _stroked(id_of(Sort.PATH), DARK, 5 * wider, f"{16 * wider:.0f} {9 * wider:.0f}")


def _streets(wider: float) -> Iterator[MapLayer]:
    """Yield all edges before all fills, so that crossings join."""
    for sort in CASED:
        edge = MAJOR_EDGE_WIDTH if sort is Sort.MAJOR else EDGE_WIDTH
        yield _stroked(id_of(sort), EDGES[sort], WIDTHS[sort] * wider + 2 * edge)
    for sort in CASED:
        yield _stroked(id_of(sort), WHITE, WIDTHS[sort] * wider)


def _rail(wider: float) -> Iterator[MapLayer]:
    yield _stroked(id_of(Sort.RAIL), BLACK, 6 * wider + 6)
    yield _stroked(id_of(Sort.RAIL), WHITE, 6 * wider, "26")


def _marks() -> Iterator[MapLayer]:
    yield _stroked(BOUNDARY, DARK, 6, "30 18")
    yield _filled(STATIONS, BLACK, WHITE, MARK_EDGE)
    yield _filled(LANDMARKS, BLACK, WHITE, MARK_EDGE)
    yield _stroked(SCALE, WHITE, SCALE_EDGE)
    yield _stroked(SCALE, BLACK, SCALE_WIDTH)


def _filled(shape: str, fill: str, stroke: str = NONE, width: float = 3) -> MapLayer:
    return MapLayer(shape, fill, stroke, f"{width:g}", NONE)


def _stroked(shape: str, stroke: str, width: float, dashes: str = NONE) -> MapLayer:
    return MapLayer(shape, NONE, stroke, f"{width:.1f}", dashes)
