"""Size of a drawing -> what stands at its lower edge: a scale bar and whose map it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.area_map.drawing.labels import Anchor, Label
from doorstep.area_map.drawing.letters import drawable
from doorstep.area_map.drawing.rows import ROW
from doorstep.area_map.drawing.style import INK, MARGIN_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.area_map.drawing.shapes import Line
    from doorstep.area_map.projection import Projection

LENGTHS = (5000, 2000, 1000, 500, 200, 100, 50)
"""What a scale bar may stand for, in metres."""

LONGEST = 0.25
"""How much of the width a scale bar may take."""

MOST_CREDIT = 0.65
"""How much of the width the credit may take; a longer one is written smaller."""

INSET = 40
"""How far in from the edges all this stands."""


def scale_metres(projection: Projection) -> int:
    """Return the longest round length that is not too long for the drawing."""
    room = projection.width * LONGEST / projection.metre
    return next((metres for metres in LENGTHS if metres <= room), LENGTHS[-1])


def scale_label(projection: Projection) -> Label:
    """Return the length of the scale bar in words, above the bar."""
    metres = scale_metres(projection)
    words = f"{metres} m" if metres < 1000 else f"{metres // 1000} km"
    y = projection.height - INSET - MARGIN_NAMES.size
    start = INSET + MARGIN_NAMES.size / 2
    end = start + MARGIN_NAMES.width(words, MARGIN_NAMES.size)
    return Label(words, MARGIN_NAMES, MARGIN_NAMES.size, ((start, y), (end, y)), Anchor.START)


def scale_line(projection: Projection) -> Line:
    """Return the bar with its two ends turned up."""
    left, bottom = INSET, projection.height - INSET
    right = left + scale_metres(projection) * projection.metre
    top = bottom - MARGIN_NAMES.size / 2
    return ((left, top), (left, bottom), (right, bottom), (right, top))


def scale_element(projection: Projection) -> str:
    """Return the bar as elements: dark on white."""
    points = " ".join(f"{round(x)},{round(y)}" for x, y in scale_line(projection))
    bar = f'<polyline points="{points}"/>'
    broad = f'<g stroke="#fff" stroke-width="16" stroke-linecap="square">{bar}</g>'
    return f'<g fill="none" stroke="{INK}" stroke-width="6">{broad}{bar}</g>'


def margin_labels(credit: str, projection: Projection, least: int = 0) -> list[Label]:
    """Return all words at the lower edge, in letters of this size at least."""
    return [scale_label(projection), *credit_labels(credit, projection, least)]


def credit_labels(credit: str, projection: Projection, least: int = 0) -> Iterator[Label]:
    """Yield whose map it is, in the lower right corner, unless it is the guide's own.

    Where it is too long for one row of letters of the least size, it takes several.
    """
    words, size = drawable(credit), MARGIN_NAMES.size
    y, right = projection.height - INSET, projection.width - INSET
    most = right * MOST_CREDIT / max(1.0, MARGIN_NAMES.width(words, 1))
    size = max(1, min(size, int(most)))
    rows = [words]
    if size < least:
        size, rows = least, _rows(words, right * MOST_CREDIT, least)
    for up, row in enumerate(reversed(rows)):
        width, level = MARGIN_NAMES.width(row, size), y - up * size * ROW
        if width:
            yield Label(
                row, MARGIN_NAMES, size, ((right - width, level), (right, level)), Anchor.END
            )


def _rows(words: str, most: float, size: int) -> list[str]:
    """Return words in rows of at most this width; a longer word has a row of its own."""
    rows: list[str] = []
    for word in words.split(" "):
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and MARGIN_NAMES.width(longer, size) <= most:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows
