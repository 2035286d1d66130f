"""Points with numbers -> pins that can all be read in a drawing of one width, however close.

A pin stands on its point where there is room, or else beside it with a line to it. Where there is
no room at all, one pin stands for several: its words are then "12 +3".
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LETTER = 10
"""Pixels of a figure of 16-pixel type, rather more than less."""

NAME_LETTER = 8
"""Pixels of a letter of 16-pixel type that is not bold, rather more than less."""

PADDING = 10
HEIGHT = 22
"""Pixels of a pin, from top to bottom."""

CELL = 4
"""Pixels: how finely the drawing is ruled to see what is taken."""

CLOSE = 9
"""Pixels: points in one square of this size are one point to the eye."""

REACHES = (0, 20, 30, 42, 56)
"""Pixels from a point to its pin, from the best to the farthest."""

DIRECTIONS = 12
"""Ways to look for room around a point; the first is up."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A number, and where it belongs."""

    number: int
    """The number of an entry."""
    x: float
    """How far east, as a share of the width."""
    y: float
    """How far south, as a share of the height."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One or several marks as they are drawn."""

    numbers: tuple[int, ...]
    """The numbers it stands for: that of its point, then the others, smallest first."""
    x: float
    """How far east its point is, as a share of the width."""
    y: float
    """How far south its point is, as a share of the height."""
    right: int = 0
    """Pixels from the point to the middle of the pin."""
    down: int = 0
    """Pixels from the point to the middle of the pin."""

    @property
    def words(self) -> str:
        """What stands on it: a number, and how many more."""
        more = len(self.numbers) - 1
        return f"{self.numbers[0]} +{more}" if more else f"{self.numbers[0]}"

    @property
    def width(self) -> int:
        """Pixels from its left to its right."""
        return LETTER * len(self.words) + PADDING


class Sheet:
    """A drawing of some pixels, ruled into small squares, each free or taken."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self._taken: set[tuple[int, int]] = set()

    def anew(self) -> Sheet:
        """Return the same drawing once more, with the same things taken."""
        sheet = Sheet(self.width, self.height)
        sheet._taken.update(self._taken)
        return sheet

    def has_room(self, left: float, top: float, width: float, height: float) -> bool:
        """Say whether a box lies inside and meets no other."""
        right, bottom = left + width, top + height
        is_inside = min(left, top) >= 0 and right <= self.width and bottom <= self.height
        return is_inside and self._taken.isdisjoint(_cells(left, top, width, height))

    def take(self, left: float, top: float, width: float, height: float) -> None:
        """Keep a box from all that comes later."""
        self._taken.update(_cells(left, top, width, height))


@dataclass(frozen=True, slots=True)
class Name:
    """What a point is called, where there was room to say so."""

    words: str
    """The words."""
    x: float
    """How far east the point is, as a share of the width."""
    y: float
    """How far south the point is, as a share of the height."""
    right: int = 0
    """Pixels from the point to the middle of the words."""
    down: int = 0
    """Pixels from the point to the middle of the words."""


def names_of(names: Iterable[Name], sheet: Sheet) -> tuple[Name, ...]:
    """Return the names there is room for, beside their points; they take their room."""
    return tuple(filter(None, (_named(name, sheet) for name in names)))


def _named(name: Name, sheet: Sheet) -> Name | None:
    width = NAME_LETTER * len(name.words)
    for right, down in _beside(width):
        left = name.x * sheet.width + right - width / 2
        box = left, name.y * sheet.height + down - HEIGHT / 2, width, HEIGHT
        if sheet.has_room(*box):
            sheet.take(*box)
            return Name(name.words, name.x, name.y, right, down)
    return None


def _beside(width: int) -> Iterator[tuple[int, int]]:
    """Yield places for words: to the right, to the left, above, below; a pin may be between."""
    for gap in (10, HEIGHT + 10):
        yield from (((width + 1) // 2 + gap, 0), (-(width + 1) // 2 - gap, 0))
        yield from ((0, -gap - HEIGHT // 2), (0, gap + HEIGHT // 2))


def _cells(left: float, top: float, width: float, height: float) -> Iterator[tuple[int, int]]:
    columns = range(math.floor(left / CELL), math.floor((left + width) / CELL) + 1)
    rows = range(math.floor(top / CELL), math.floor((top + height) / CELL) + 1)
    return product(columns, rows)


def pins_of(marks: Iterable[Mark], sheet: Sheet) -> tuple[Pin, ...]:
    """Return pins that cover neither each other nor what is on the sheet, by number.

    Each turn has fewer pins than the last; a drawing without room for one pin has none.
    """
    placed, left_over = _placed(_close_ones_joined(marks, sheet), sheet.anew())
    while placed and left_over:
        placed, left_over = _placed(_joined(placed, left_over, sheet), sheet.anew())
    return tuple(placed)


def _close_ones_joined(marks: Iterable[Mark], sheet: Sheet) -> list[Pin]:
    pins: dict[tuple[int, int], Pin] = {}
    for mark in sorted(marks, key=lambda mark: mark.number):
        square = int(mark.x * sheet.width / CLOSE), int(mark.y * sheet.height / CLOSE)
        pin = Pin((mark.number,), mark.x, mark.y)
        pins[square] = _both(pins[square], pin) if square in pins else pin
    return list(pins.values())


def _placed(pins: Sequence[Pin], sheet: Sheet) -> tuple[list[Pin], list[Pin]]:
    """Return pins that found room, and those that did not; near rooms are given out first."""
    placed: list[Pin] = []
    waiting = list(pins)
    for reach in REACHES:
        still: list[Pin] = []
        for pin in waiting:
            found = next(filter(None, (_tried(pin, at, sheet) for at in _around(reach))), None)
            (placed if found else still).append(found or pin)
        waiting = still
    return sorted(placed, key=lambda pin: pin.numbers), waiting


def _around(reach: int) -> Iterator[tuple[int, int]]:
    for step in range(DIRECTIONS if reach else 1):
        # Up first, then to both sides in turn, as a hand would look for room.
        turn = (step + 1) // 2 * (-1) ** step * 2 * math.pi / DIRECTIONS
        yield round(reach * math.sin(turn) * 1.3), round(-reach * math.cos(turn))


def _tried(pin: Pin, at: tuple[int, int], sheet: Sheet) -> Pin | None:
    moved = Pin(pin.numbers, pin.x, pin.y, *at)
    box = _box(moved, sheet)
    if not sheet.has_room(*box):
        return None
    sheet.take(*box)
    return moved


def _box(pin: Pin, sheet: Sheet) -> tuple[float, float, float, float]:
    left = pin.x * sheet.width + pin.right - pin.width / 2
    return left, pin.y * sheet.height + pin.down - HEIGHT / 2, pin.width, HEIGHT


def _joined(placed: Sequence[Pin], left_over: Sequence[Pin], sheet: Sheet) -> list[Pin]:
    """Return the pins with each that found no room joined to the nearest that did."""
    pins = list(placed)
    for pin in left_over:
        nearest = min(range(len(pins)), key=lambda place: _apart(pin, pins[place], sheet))
        pins[nearest] = _both(pins[nearest], pin)
    return pins


def _apart(one: Pin, other: Pin, sheet: Sheet) -> float:
    return math.hypot((one.x - other.x) * sheet.width, (one.y - other.y) * sheet.height)


def _both(pin: Pin, other: Pin) -> Pin:
    rest = sorted((*pin.numbers[1:], *other.numbers))
    return Pin((pin.numbers[0], *rest), pin.x, pin.y)
