"""Names placed in a drawing -> the rows of words on a map on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.area_map.drawing.labels import text_attributes
from doorstep.sheets.map_parts import MapText
from doorstep.sheets.paper_map_pins import BASELINE, PIXEL, middle_of

if TYPE_CHECKING:
    from doorstep.area_map.drawing.labels import Label
    from doorstep.area_map.projection import Projection
    from doorstep.maps.pins import Name

LEAST = 43
"""The smallest letters, in units: 12 points are 42.3."""


def drawn_label(label: Label) -> MapText:
    """Return a row of a name as it is drawn, letter by letter where its street bends."""
    said = text_attributes(label)
    return MapText(
        words=label.text,
        x=said.get("x", "0"),
        y=said.get("y", "0"),
        turns=said.get("rotate", ""),
        transform=said.get("transform", ""),
        size=str(label.size),
        weight=label.lettering.weight,
        anchor=label.anchor.value,
    )


def drawn_name(name: Name, projection: Projection) -> MapText:
    """Return a landmark's name as it is drawn."""
    x, y = middle_of(name, projection)
    return MapText(
        words=name.words,
        x=f"{x:.0f}",
        y=f"{y + BASELINE * PIXEL:.0f}",
        turns="",
        transform="",
        size=str(LEAST),
        weight="normal",
        anchor="middle",
    )
