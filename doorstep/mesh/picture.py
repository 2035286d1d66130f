"""Knots -> the picture of the mesh: a circle for each with its number, lines for what joins them.

It is drawn on white by day and by night, like the street map, and needs no style sheet.
"""

from __future__ import annotations

from math import isqrt
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.mesh.placing import AIR, placed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

WIDTH = 360
"""Units across: about what a narrow phone shows, so that figures are as large there as letters."""

LETTERS = 13
"""Height of figures."""

SMALLEST = 15
LARGEST = 40
"""Radius of a circle with nothing round it, and of one with very much."""

MOST = 60
"""Circles in a picture that can be taken in at a glance."""

LINE, INK, GROUND = "#8a8178", "#201c17", "#fff"
WIDTHS = ((1, 1, ".8"), (2, 3, "2"), (4, None, "4"))
"""From how many connections to how many a line is how wide."""


class Circle(Struct, frozen=True):
    """What is drawn of a knot."""

    words: str
    """Its number, or ""."""
    size: int
    """How many entries it holds."""


class Drawing(Struct, frozen=True):
    """A picture before it is drawn."""

    circles: Sequence[Circle]
    """Its circles."""
    lines: Mapping[tuple[int, int], int]
    """How many connections join two of them."""
    colour: str
    """The colour of circles, dark enough on white."""


def radius_of(circle: Circle) -> int:
    """Return how large a circle is: larger the more it holds, with room for its words."""
    round_it = SMALLEST + isqrt(12 * (circle.size - 1))
    return min(max(round_it, SMALLEST, 4 * len(circle.words) + 3), LARGEST)


def drawn(drawing: Drawing) -> tuple[str, int]:
    """Return the picture as SVG, and its height."""
    radii = [radius_of(circle) for circle in drawing.circles]
    loose = _loose(drawing)
    bound = [place for place in range(len(radii)) if place not in loose]
    places = {place: index for index, place in enumerate(bound)}
    lines = {(places[one], places[other]): n for (one, other), n in drawing.lines.items()}
    middles, height = placed([radii[place] for place in bound], lines, WIDTH)
    at = dict(zip(bound, middles, strict=True))
    height = _in_rows(at, loose, radii, height)
    shapes = "".join([*_lines(drawing, at), *_circles(drawing, at, radii), *_words(drawing, at)])
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}">'
    )
    return f'{opening}<path fill="{GROUND}" d="M0 0h{WIDTH}v{height}H0z"/>{shapes}</svg>\n', height


def _loose(drawing: Drawing) -> list[int]:
    """Return the circles that nothing is joined with."""
    bound = {place for pair in drawing.lines for place in pair}
    return [place for place in range(len(drawing.circles)) if place not in bound]


def _in_rows(
    at: dict[int, tuple[int, int]], loose: Sequence[int], radii: Sequence[int], top: int
) -> int:
    """Place what nothing is joined with in rows below the rest; return the height of it all."""
    left, row, bottom = AIR, top or AIR, top
    for place in loose:
        wide = 2 * radii[place]
        if left + wide + AIR > WIDTH:
            left, row = AIR, bottom
        at[place] = (left + radii[place], row + radii[place])
        left += wide + AIR
        bottom = max(bottom, row + wide + AIR)
    return bottom


def _lines(drawing: Drawing, at: Mapping[int, tuple[int, int]]) -> Iterator[str]:
    for least, most, width in WIDTHS:
        paths = [
            f"M{at[one][0]} {at[one][1]}L{at[other][0]} {at[other][1]}"
            for (one, other), number in drawing.lines.items()
            if least <= number and (most is None or number <= most)
        ]
        if paths:
            yield f'<path stroke="{LINE}" stroke-width="{width}" d="{"".join(paths)}"/>'


def _circles(
    drawing: Drawing, at: Mapping[int, tuple[int, int]], radii: Sequence[int]
) -> Iterator[str]:
    """Yield the circles; a dashed one has one connection at most."""
    held = [0] * len(radii)
    for (one, other), number in drawing.lines.items():
        held[one] += number
        held[other] += number
    yield f'<g fill="{GROUND}" stroke="{drawing.colour}" stroke-width="2.5">'
    for place, radius in enumerate(radii):
        dashes = "" if held[place] > 1 else ' stroke-dasharray="5 3"'
        yield f'<circle cx="{at[place][0]}" cy="{at[place][1]}" r="{radius}"{dashes}/>'
    yield "</g>"


def _words(drawing: Drawing, at: Mapping[int, tuple[int, int]]) -> Iterator[str]:
    yield (
        f'<g fill="{INK}" font-family="Arial,Helvetica,Liberation Sans,sans-serif" '
        f'font-size="{LETTERS}" font-weight="700" text-anchor="middle">'
    )
    for place, circle in enumerate(drawing.circles):
        if circle.words:
            yield f'<text x="{at[place][0]}" y="{at[place][1] + 5}">{circle.words}</text>'
    yield "</g>"
