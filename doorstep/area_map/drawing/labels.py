"""Label: a name at its place in the drawing, and how its letters look there."""

from __future__ import annotations

import math
from enum import StrEnum
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from msgspec import Struct

from doorstep.area_map.drawing.letters import letter_width, stands_letter_by_letter, text_width

if TYPE_CHECKING:
    from doorstep.area_map.drawing.shapes import Line, Point

BASELINE = 0.35
"""How far below the middle of its letters the line under them is, as a share of their size."""


class Anchor(StrEnum):
    """Which end of its line a text keeps to, when the reader's letters are not quite ours."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Lettering(Struct, frozen=True):
    """How one kind of name is written."""

    code: str
    """What the names of this kind are known by in the drawing."""
    fill: str
    halo: str
    """The colour around the letters: about that of what they stand on."""
    size: int
    weight: str = "normal"
    spacing: float = 0.0
    """How far the letters stand apart, as a share of their size."""

    def width(self, text: str, size: float) -> float:
        """Return about how wide a text is in units; heavy letters are a little wider."""
        heavier = 1.08 if self.weight == "bold" else 1.0
        return text_width(text, self.spacing) * heavier * size


class Label(Struct, frozen=True):
    """One row of a name, along a line through the middle of its letters."""

    text: str
    lettering: Lettering
    size: int
    line: Line
    anchor: Anchor = Anchor.MIDDLE
    mark: Point | None = None
    """The point that the name is of, where a mark is drawn for it."""

    @property
    def middle(self) -> Point:
        """Return where the name is, for measuring how far it is from another."""
        (x, y), (end_x, end_y) = self.line[0], self.line[-1]
        return (x + end_x) / 2, (y + end_y) / 2


Sign = tuple[Label, ...]
"""A whole name: its rows."""


def text_element(label: Label) -> str:
    """Return a label as an element."""
    attributes = "".join(f' {name}="{value}"' for name, value in text_attributes(label).items())
    return f"<text{attributes}>{escape(label.text)}</text>"


def text_attributes(label: Label) -> dict[str, str]:
    """Return where the letters of a label stand; those on a bend are set one by one.

    A textPath would do that too, but what turns pages into paper leaves it out.
    """
    if len(label.line) > 2 and stands_letter_by_letter(label.text):
        return _bent(label)
    return _straight(label)


def _straight(label: Label) -> dict[str, str]:
    (x, y), (end_x, end_y) = label.line[0], label.line[-1]
    angle = math.atan2(end_y - y, end_x - x)
    at = {Anchor.START: (x, y), Anchor.MIDDLE: label.middle, Anchor.END: (end_x, end_y)}
    base_x, base_y = _below(at[label.anchor], angle, label.size)
    degrees = round(math.degrees(angle))
    if degrees == 0:
        return {"x": str(base_x), "y": str(base_y)}
    return {"transform": f"translate({base_x} {base_y})rotate({degrees})"}


def _below(point: Point, angle: float, size: float) -> tuple[int, int]:
    """Return the point on the line under the letters that a point in their middle belongs to."""
    off = BASELINE * size
    return round(point[0] - math.sin(angle) * off), round(point[1] + math.cos(angle) * off)


def _bent(label: Label) -> dict[str, str]:
    places = [_place(label, start, end) for start, end in pairwise(_letter_ends(label))]
    x, y, turns = (" ".join(map(str, values)) for values in zip(*places, strict=True))
    return {"x": x, "y": y, "rotate": turns}


def _letter_ends(label: Label) -> list[float]:
    """Return how far along its line each letter starts and the last one ends."""
    unit = label.lettering.width(label.text, label.size) / text_width(
        label.text, label.lettering.spacing
    )
    widths = ((letter_width(each) + label.lettering.spacing) * unit for each in label.text)
    return list(accumulate(widths, initial=0.0))


def _place(label: Label, start: float, end: float) -> tuple[int, int, int]:
    """Return where a letter starts, and how it is turned: as the line runs at its middle."""
    (x, y), angle = along(label.line, (start + end) / 2)
    back = (end - start) / 2
    corner = (x - math.cos(angle) * back, y - math.sin(angle) * back)
    return (*_below(corner, angle, label.size), round(math.degrees(angle)))


def along(line: Line, distance: float) -> tuple[Point, float]:
    """Return the point so far along a line and the direction there; it goes on beyond its end."""
    left = distance
    for index, ((x, y), (end_x, end_y)) in enumerate(pairwise(line), start=2):
        length = math.hypot(end_x - x, end_y - y)
        if length and (left <= length or index == len(line)):
            share = left / length
            angle = math.atan2(end_y - y, end_x - x)
            return (x + (end_x - x) * share, y + (end_y - y) * share), angle
        left -= length
    return line[-1], 0.0
