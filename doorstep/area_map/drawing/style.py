"""The colours, widths and letters of the street map, chosen to be told apart in grey as well."""

from __future__ import annotations

from msgspec import Struct

from doorstep.area_map.area import Sort
from doorstep.area_map.drawing.labels import Lettering

GROUND = "#f4f1ea"
PARK = "#d5e9c3"
WOOD = "#c6dfb6"
SQUARE = "#e6dccf"
WATER = "#a3cae3"
BANK = "#6fa3c4"
STREET = "#fff"
MAJOR = "#ffe3a1"
CASING = "#a99f91"
MAJOR_CASING = "#8f7d58"
PATH = "#85705a"
RAIL = "#55555c"
MARK = "#7a2148"
INK = "#1c1c1c"

FONTS = "Arial,Helvetica,'Liberation Sans',Roboto,sans-serif"
"""Faces of the same widths that devices have, and whatever else they have."""

HALO = 9
"""How broad the line around letters is drawn, half of it inside them."""

USUAL_METRE = 4 / 3
"""Units in a metre of a drawing of three kilometres, for which all widths are meant."""


class Stroke(Struct, frozen=True):
    """How a sort of line is drawn, in units of the drawing."""

    colour: str
    width: float
    casing: str = ""
    edge: float = 4
    """How much of the casing is seen on each side."""


STROKES = {
    Sort.STREAM: Stroke(WATER, 14, BANK, 2),
    Sort.PATH: Stroke(PATH, 5),
    Sort.LANE: Stroke(STREET, 12, CASING, 3),
    Sort.STREET: Stroke(STREET, 24, CASING),
    Sort.MAJOR: Stroke(MAJOR, 34, MAJOR_CASING),
    Sort.RAIL: Stroke(STREET, 5, RAIL, 3),
}

STATION_NAMES = Lettering("s", INK, "#fff", 54, "bold")
MAJOR_NAMES = Lettering("m", INK, "#fff", 54, "bold")
STREET_NAMES = Lettering("r", INK, "#fff", 50)
LANDMARK_NAMES = Lettering("l", "#6a1a3d", "#fff", 44)
PARK_NAMES = Lettering("p", "#1d4d22", PARK, 50)
WOOD_NAMES = Lettering("f", "#1d4d22", WOOD, 50)
SQUARE_NAMES = Lettering("q", INK, SQUARE, 46)
WATER_NAMES = Lettering("w", "#0f3d63", WATER, 50, spacing=0.12)
MARGIN_NAMES = Lettering("c", INK, "#fff", 48)

AREA_NAMES = {
    Sort.WATER: WATER_NAMES,
    Sort.PARK: PARK_NAMES,
    Sort.WOOD: WOOD_NAMES,
    Sort.SQUARE: SQUARE_NAMES,
}
LETTERINGS = (
    *AREA_NAMES.values(),
    STREET_NAMES,
    MAJOR_NAMES,
    LANDMARK_NAMES,
    STATION_NAMES,
    MARGIN_NAMES,
)
"""All kinds of names, in the order in which they are drawn."""


def breadth(metre: float) -> float:
    """Return how much broader than usual lines are drawn where a metre is this many units."""
    return min(max(metre / USUAL_METRE, 0.5), 1.5)
