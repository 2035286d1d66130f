"""Shapes -> the ground of the drawing: parks, water, streets and railways, lowest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.area_map.area import Sort
from doorstep.area_map.drawing.shapes import path_data
from doorstep.area_map.drawing.style import (
    BANK,
    GROUND,
    PARK,
    SQUARE,
    STROKES,
    WATER,
    WOOD,
    breadth,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.area_map.drawing.shapes import Shape
    from doorstep.area_map.drawing.style import Stroke
    from doorstep.area_map.projection import Projection

CASED = (Sort.LANE, Sort.STREET, Sort.MAJOR)
"""Sorts of street, those on top last; all casings lie under all fills, so that crossings join."""

PATTERNS = (
    '<pattern id="grass" width="64" height="64" patternUnits="userSpaceOnUse">'
    '<path d="M14 16h6M46 48h6" stroke="#a9c794" stroke-width="4"/></pattern>'
    '<pattern id="trees" width="72" height="72" patternUnits="userSpaceOnUse">'
    '<path d="M10 26a8 8 0 1 1 16 0M46 62a8 8 0 1 1 16 0" '
    'fill="none" stroke="#83ad73" stroke-width="4"/></pattern>'
)
"""Marks that tell parks from woods, and both from water, without colour."""


def ground(shapes: list[Shape], projection: Projection) -> Iterator[str]:
    """Yield everything that lies under the names."""
    wider = breadth(projection.metre)
    yield f"<defs>{PATTERNS}{''.join(_definitions(shapes))}</defs>"
    yield f'<rect width="{round(projection.width)}" height="100%" fill="{GROUND}"/>'
    yield from _areas()
    yield '<g fill="none" stroke-linejoin="round">'
    yield from _stream(wider)
    yield from _streets(wider)
    yield from _rail(wider)
    yield "</g>"


def _definitions(shapes: list[Shape]) -> Iterator[str]:
    """Yield what is drawn more than once, each under the name of its sort."""
    for sort in (Sort.PARK, Sort.WOOD, Sort.SQUARE, Sort.WATER):
        found = [shape for shape in shapes if shape.sort is sort]
        paths = (f'<path d="{path_data(shape.lines, end="z")}"/>' for shape in found)
        yield f'<g id="{sort}">{"".join(paths)}</g>'
    for sort in STROKES:
        found = [shape for shape in shapes if shape.sort is sort]
        yield f'<path id="{sort}" d="{"".join(path_data(shape.lines) for shape in found)}"/>'


def _areas() -> Iterator[str]:
    yield '<g fill-rule="evenodd" stroke-linejoin="round">'
    yield f'<g fill="{PARK}">{_use(Sort.PARK)}</g><g fill="url(#grass)">{_use(Sort.PARK)}</g>'
    yield f'<g fill="{WOOD}">{_use(Sort.WOOD)}</g><g fill="url(#trees)">{_use(Sort.WOOD)}</g>'
    yield f'<g fill="{SQUARE}">{_use(Sort.SQUARE)}</g>'
    yield f'<g stroke="{BANK}" stroke-width="5">{_use(Sort.WATER)}</g>'
    yield f'<g fill="{WATER}">{_use(Sort.WATER)}</g>'
    yield "</g>"


def _stream(wider: float) -> Iterator[str]:
    stroke = STROKES[Sort.STREAM]
    yield _stroked(Sort.STREAM, stroke.casing, _whole(stroke, wider))
    yield _stroked(Sort.STREAM, stroke.colour, stroke.width * wider)


def _streets(wider: float) -> Iterator[str]:
    path = STROKES[Sort.PATH]
    dashes = f' stroke-dasharray="{round(16 * wider)} {round(9 * wider)}"'
    yield _stroked(Sort.PATH, "#fff", path.width * wider + 5)
    yield _stroked(Sort.PATH, path.colour, path.width * wider, dashes)
    for sort in CASED:
        stroke = STROKES[sort]
        yield _stroked(sort, stroke.casing, _whole(stroke, wider), ROUND)
    for sort in CASED:
        yield _stroked(sort, STROKES[sort].colour, STROKES[sort].width * wider, ROUND)


def _rail(wider: float) -> Iterator[str]:
    stroke = STROKES[Sort.RAIL]
    yield _stroked(Sort.RAIL, stroke.casing, _whole(stroke, wider))
    yield _stroked(Sort.RAIL, stroke.colour, stroke.width * wider, ' stroke-dasharray="26"')


ROUND = ' stroke-linecap="round"'


def _whole(stroke: Stroke, wider: float) -> float:
    return stroke.width * wider + 2 * stroke.edge


def _stroked(sort: Sort, colour: str, width: float, more: str = "") -> str:
    return f'<g stroke="{colour}" stroke-width="{round(width, 1):g}"{more}>{_use(sort)}</g>'


def _use(name: str) -> str:
    return f'<use xlink:href="#{name}"/>'
