"""AreaMap -> one street map as SVG: for the page, under the map of pins, and on paper."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from doorstep.area_map.area import Sort
from doorstep.area_map.drawing.choosing import Board
from doorstep.area_map.drawing.cropping import cropped
from doorstep.area_map.drawing.ground import CASED, ground
from doorstep.area_map.drawing.labels import text_element
from doorstep.area_map.drawing.margin import margin_labels, scale_element
from doorstep.area_map.drawing.names import names, points
from doorstep.area_map.drawing.room import Room
from doorstep.area_map.drawing.shapes import shapes
from doorstep.area_map.drawing.style import (
    FONTS,
    HALO,
    INK,
    LANDMARK_NAMES,
    LETTERINGS,
    MARK,
    STROKES,
    breadth,
)
from doorstep.area_map.projection import Projection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorstep.area_map.area import AreaMap
    from doorstep.area_map.drawing.cells import Band
    from doorstep.area_map.drawing.labels import Label
    from doorstep.area_map.drawing.shapes import Point, Shape

DRAWING_WIDTH = 4000
"""How wide a drawing is in its own units: fine enough for whole numbers, about 0.75 m each."""

PAPER_WIDTH, PAPER_LETTERS = 1800, 43
"""The same between the margins of upright A4, in tenths of a millimetre, and 12 points in them."""

KEPT_CLEAR = (*CASED, Sort.RAIL)
"""What a name that stands beside its street or its mark should keep off."""


def drawn(area: AreaMap) -> str:
    """Return the street map as SVG; the same area always gives the same text."""
    return _drawn(area, DRAWING_WIDTH, least=0)


def drawn_for_paper(area: AreaMap) -> str:
    """Return the street map as a page prints it: fewer names, and none of them under 12 points."""
    return _drawn(area, PAPER_WIDTH, least=PAPER_LETTERS)


def _drawn(area: AreaMap, width: int, least: int) -> str:
    projection = Projection(area.bounds, width)
    found = shapes(cropped(area, area.bounds), projection)
    labels = placed(found, projection, area.credit, least=least)
    return "".join(
        [
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"',
            f' viewBox="0 0 {width} {round(projection.height, 1):g}"',
            f' font-family="{FONTS}">',
            *ground(found, projection),
            scale_element(projection),
            *_marks(found, labels),
            *_lettered(labels),
            "</svg>\n",
        ]
    )


def placed(
    found: list[Shape],
    projection: Projection,
    credit: str,
    *,
    least: int = 0,
    kept: Iterable[Band] = (),
) -> list[Label]:
    """Return every name of the drawing at its place, those at the edge among them.

    `least` is the size of the smallest letters, and `kept` is what is to stand over the drawing.
    """
    roads = _roads(found, projection)
    board = Board(Room(projection.width, projection.height, roads, least=least))
    edge = margin_labels(credit, projection, least)
    for label in edge:
        board.fix((label,))
    board.room.keep(kept)
    return [*edge, *names(found, board)]


def _roads(found: list[Shape], projection: Projection) -> Iterator[Band]:
    """Yield all that a name beside a street should keep off."""
    wider = breadth(projection.metre)
    for shape in found:
        if shape.sort in KEPT_CLEAR:
            yield from ((line, STROKES[shape.sort].width * wider) for line in shape.lines)


def _marks(found: list[Shape], labels: list[Label]) -> Iterator[str]:
    """Yield squares for stations and diamonds for landmarks."""
    yield f'<g stroke="#fff" stroke-width="6"><path fill="{INK}" d="{station_marks(found)}"/>'
    yield f'<path fill="{MARK}" d="{landmark_marks(labels)}"/></g>'


def station_marks(found: list[Shape]) -> str:
    """Return a square for every station, as path data."""
    stations = (point for point, _ in points(found, Sort.STATION))
    return "".join(f"{_start(point, -15)}h30v30h-30z" for point in stations)


def landmark_marks(labels: list[Label]) -> str:
    """Return a diamond for every landmark whose name found room, as path data."""
    landmarks = [label.mark for label in labels if label.mark and label.lettering is LANDMARK_NAMES]
    return "".join(map(diamond, landmarks))


def diamond(point: Point) -> str:
    """Return the mark of a landmark, as path data."""
    return f"{_start(point, 0, -17)}l17 17-17 17-17-17z"


def _start(point: Point, right: int, down: int | None = None) -> str:
    return f"M{round(point[0]) + right} {round(point[1]) + (right if down is None else down)}"


def _lettered(labels: list[Label]) -> Iterator[str]:
    """Yield the names twice: as halos, which are under all letters, and as letters."""
    by_code = defaultdict(list)
    for label in labels:
        by_code[label.lettering.code].append(label)
    used = [lettering for lettering in LETTERINGS if by_code[lettering.code]]
    yield "<defs>"
    for lettering in used:
        yield f'<g id="{lettering.code}" fill="{lettering.fill}"'
        yield f' font-weight="{lettering.weight}">'
        yield from _sized(by_code[lettering.code])
        yield "</g>"
    yield f'</defs><g stroke-width="{HALO}" stroke-linejoin="round">'
    yield from (f'<use xlink:href="#{each.code}" stroke="{each.halo}"/>' for each in used)
    yield "</g>"
    yield from (f'<use xlink:href="#{each.code}"/>' for each in used)


def _sized(labels: list[Label]) -> Iterator[str]:
    by_look = defaultdict(list)
    for label in labels:
        by_look[label.size, label.anchor].append(label)
    for (size, anchor), alike in by_look.items():
        spacing = label_spacing(alike[0])
        yield f'<g font-size="{size}" text-anchor="{anchor}"{spacing}>'
        yield from map(text_element, alike)
        yield "</g>"


def label_spacing(label: Label) -> str:
    """Return the attribute that sets letters apart, where they are."""
    units = label.lettering.spacing * label.size
    return f' letter-spacing="{units:.1f}"' if units else ""
