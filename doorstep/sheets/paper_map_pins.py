"""Where entries are in a drawing for paper -> pins with their numbers, which meet no other words.

Room for pins is looked for in pixels, by which letters on screens are measured too; the drawing
has tenths of millimetres (CSS Values and Units, 6.2: an inch is 96 pixels).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.area_map.drawing.rows import ROW as ROWS_APART
from doorstep.maps.pins import HEIGHT, ROW, Mark, Name, Sheet, listing_pins_of, names_of
from doorstep.sheets.map_parts import MapPin, PinRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from doorstep.area_map.drawing.cells import Band
    from doorstep.area_map.drawing.labels import Label
    from doorstep.area_map.drawing.shapes import Point
    from doorstep.area_map.projection import Projection
    from doorstep.geography import Position
    from doorstep.maps.pins import ListingPin

PIXEL = 254 / 96
"""Units in a pixel."""

BASELINE = 6
"""Pixels from the middle of a row of numbers down to the line it stands on."""

MARK = 7
"""Pixels from a landmark's point to the edge of its mark, with a little air."""

LEAD = 8.0
"""Units that are kept clear along the line from a pin to its point."""


class PinBoard:
    """A drawing in which pins, words and marks are given room, whoever comes first."""

    def __init__(self, projection: Projection) -> None:
        self._projection = projection
        self._sheet = Sheet(projection.width / PIXEL, projection.height / PIXEL)

    def keep(self, labels: Iterable[Label]) -> None:
        """Keep level rows of words from pins."""
        for label in labels:
            (left, middle), (right, _) = label.line[0], label.line[-1]
            high = label.size * ROWS_APART
            box = left, middle - high / 2, right - left, high
            self._sheet.take(*(side / PIXEL for side in box))

    def keep_line(self, line: Iterable[Point]) -> None:
        """Keep the box around a line from pins."""
        across, down = zip(*line, strict=True)
        box = min(across), min(down), max(across) - min(across), max(down) - min(down)
        self._sheet.take(*(side / PIXEL for side in box))

    def names(self, landmarks: Iterable[tuple[str, Position]]) -> tuple[Name, ...]:
        """Return the names there is room for beside their points, which are marked."""
        named = [Name(name, *self._share(position)) for name, position in landmarks]
        for name in named:
            left, top = name.x * self._sheet.width - MARK, name.y * self._sheet.height - MARK
            self._sheet.take(left, top, 2 * MARK, 2 * MARK)
        return names_of(named, self._sheet)

    def pins(self, places: Mapping[int, Position]) -> tuple[ListingPin, ...]:
        """Return the pins of entries by their numbers."""
        marks = (Mark(number, *self._share(position)) for number, position in places.items())
        return listing_pins_of(marks, self._sheet)

    def _share(self, position: Position) -> tuple[float, float]:
        x, y = self._projection.point(position)
        return x / self._projection.width, y / self._projection.height


def middle_of(pin: ListingPin | Name, projection: Projection) -> Point:
    """Return the middle of a pin, or of a name, in units."""
    x, y = pin.x * projection.width, pin.y * projection.height
    return x + pin.right * PIXEL, y + pin.down * PIXEL


def bands_of(pin: ListingPin, projection: Projection) -> Iterator[Band]:
    """Yield what a pin and the line to it cover."""
    x, y = middle_of(pin, projection)
    half = pin.width * PIXEL / 2
    yield ((x - half, y), (x + half, y)), pin.height * PIXEL
    yield ((pin.x * projection.width, pin.y * projection.height), (x, y)), LEAD


def drawn_pin(pin: ListingPin, projection: Projection) -> MapPin:
    """Return a pin as it is drawn."""
    x, y = pin.x * projection.width, pin.y * projection.height
    middle, across = middle_of(pin, projection)
    first = across + (HEIGHT / 2 - pin.height / 2 + BASELINE) * PIXEL
    is_moved = bool(pin.right or pin.down)
    return MapPin(
        lead=f"M{x:.0f} {y:.0f}L{middle:.0f} {across:.0f}" if is_moved else "",
        x=f"{x:.0f}",
        y=f"{y:.0f}",
        left=f"{middle - pin.width * PIXEL / 2:.0f}",
        top=f"{across - pin.height * PIXEL / 2:.0f}",
        width=f"{pin.width * PIXEL:.0f}",
        height=f"{pin.height * PIXEL:.0f}",
        middle=f"{middle:.0f}",
        rows=tuple(
            PinRow(f"{first + place * ROW * PIXEL:.0f}", words)
            for place, words in enumerate(pin.rows)
        ),
    )
