"""What partials/sheet_map may read: the streets in black and white, and the numbers over them."""

from __future__ import annotations

from msgspec import Struct


class MapShape(Struct, frozen=True):
    """Something to be drawn, once or more often."""

    id: str
    """What it is known by on the page."""
    path: str
    """Its lines, as SVG path data."""


class MapLayer(Struct, frozen=True):
    """A shape as it is drawn, those underneath first."""

    shape: str
    """The id of the shape."""
    fill: str
    """What it is filled with, or none."""
    stroke: str
    """The grey of its line, or none."""
    width: str
    """How broad its line is."""
    dashes: str
    """How its line is broken, or none."""


class MapText(Struct, frozen=True, kw_only=True):
    """A row of a name, or the letters of it one by one, where a street bends."""

    words: str
    """The words."""
    x: str
    """Where they stand, or each of their letters."""
    y: str
    """Where they stand, or each of their letters."""
    turns: str
    """How each letter is turned, or "" where all stand alike."""
    transform: str
    """How the whole row is moved and turned, or ""."""
    size: str
    """How large the letters are."""
    weight: str
    """How heavy they are."""
    anchor: str
    """Which end of the words stands there."""


class PinRow(Struct, frozen=True):
    """A row of numbers on a pin."""

    line: str
    """The line it stands on."""
    words: str
    """The numbers."""


class MapPin(Struct, frozen=True, kw_only=True):
    """Numbers at their place: black on white with a black edge."""

    lead: str
    """The line from the point to the numbers, or "" where they stand on the point."""
    x: str
    """Where the point is."""
    y: str
    """Where the point is."""
    left: str
    """Where the box of the numbers begins."""
    top: str
    """Where it begins from above."""
    width: str
    """How wide it is."""
    height: str
    """How high it is."""
    middle: str
    """The middle of the numbers."""
    rows: tuple[PinRow, ...]
    """The numbers."""


class PaperMap(Struct, frozen=True, kw_only=True):
    """A street map for paper with the numbers of entries; its units are tenths of millimetres."""

    label: str
    """What it is, for those who do not see it."""
    wide: str
    """How wide it is, in millimetres."""
    high: str
    """How high it is, in millimetres."""
    box: str
    """The corners of the drawing in its own units, as SVG wants them (viewBox)."""
    shapes: tuple[MapShape, ...]
    """All that is drawn."""
    layers: tuple[MapLayer, ...]
    """How it is drawn, lowest first."""
    texts: tuple[MapText, ...]
    """Names of streets, parks and places, the scale, and whose map it is."""
    pins: tuple[MapPin, ...]
    """The numbers."""
