"""Points with numbers -> pins that can all be read in a drawing of one width, however close.

A pin stands on its point where there is room, or else beside it with a line to it. Where there is
no room at all, one pin stands for several: its words are then "12 +3".
"""

from __future__ import annotations

import math
from itertools import product
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LETTER = 10
"""Pixels of a figure of 16-pixel type, rather more than less."""

NAME_LETTER = 8
"""Pixels of a letter of 16-pixel type that is not bold, rather more than less."""

PADDING = 10
HEIGHT = 22
"""Pixels of a pin with one row of words, from top to bottom."""

ROW = 18
"""Pixels from one row of words on a pin to the next."""

MOST_LISTED, IN_A_COLUMN = 6, 3
"""Numbers that a pin on paper lists at most, and how many of them one below the other."""

CELL = 4
"""Pixels: how finely the drawing is ruled to see what is taken."""

CLOSE = 9
"""Pixels: points in one square of this size are one point to the eye."""

REACHES = (0, 20, 30, 42, 56)
"""Pixels from a point to its pin, from the best to the farthest."""

DIRECTIONS = 12
"""Ways to look for room around a point; the first is up."""


class Mark(Struct, frozen=True):
    """A number, and where it belongs."""

    number: int
    """The number of an entry."""
    x: float
    """How far east, as a share of the width."""
    y: float
    """How far south, as a share of the height."""


class Pin(Struct, frozen=True):
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
    def rows(self) -> tuple[str, ...]:
        """Its words, a row each."""
        return (self.words,)

    @property
    def width(self) -> int:
        """Pixels from its left to its right."""
        return LETTER * max(map(len, self.rows)) + PADDING

    @property
    def height(self) -> int:
        """Pixels from its top to its bottom."""
        return HEIGHT + ROW * (len(self.rows) - 1)


class ListingPin(Pin, frozen=True):
    """A pin for paper, on which nobody can tap "+2": it lists its numbers, if they are few."""

    @property
    def rows(self) -> tuple[str, ...]:
        """Its numbers, one below the other; of more than a few the first, and how many more."""
        said = [str(number) for number in self.numbers]
        if len(said) > MOST_LISTED:
            kept = MOST_LISTED - 1
            said = [*said[:kept], f"+{len(said) - kept}"]
        rows = min(len(said), IN_A_COLUMN)
        return tuple(" ".join(said[row::rows]) for row in range(rows))


PinT = TypeVar("PinT", bound=Pin)


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


class Name(Struct, frozen=True):
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
    """Return pins that cover neither each other nor what is on the sheet, by number."""
    return _laid_out([Pin((mark.number,), mark.x, mark.y) for mark in marks], sheet)


def listing_pins_of(marks: Iterable[Mark], sheet: Sheet) -> tuple[ListingPin, ...]:
    """Return such pins for paper."""
    return _laid_out([ListingPin((mark.number,), mark.x, mark.y) for mark in marks], sheet)


def _laid_out(pins: Sequence[PinT], sheet: Sheet) -> tuple[PinT, ...]:
    """Return pins where there is room for them, joined where there is not.

    Each turn has fewer pins than the last; a drawing without room for one pin has none.
    """
    placed, left_over = _placed(_close_ones_joined(pins, sheet), sheet.anew())
    while placed and left_over:
        placed, left_over = _placed(_joined(placed, left_over, sheet), sheet.anew())
    return tuple(placed)


def _close_ones_joined(pins: Sequence[PinT], sheet: Sheet) -> list[PinT]:
    joined: dict[tuple[int, int], PinT] = {}
    for pin in sorted(pins, key=lambda pin: pin.numbers):
        square = int(pin.x * sheet.width / CLOSE), int(pin.y * sheet.height / CLOSE)
        joined[square] = _both(joined[square], pin) if square in joined else pin
    return list(joined.values())


def _placed(pins: Sequence[PinT], sheet: Sheet) -> tuple[list[PinT], list[PinT]]:
    """Return pins that found room, and those that did not; near rooms are given out first."""
    placed: list[PinT] = []
    waiting = list(pins)
    for reach in REACHES:
        still: list[PinT] = []
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


def _tried(pin: PinT, at: tuple[int, int], sheet: Sheet) -> PinT | None:
    moved = replace(pin, right=at[0], down=at[1])
    box = _box(moved, sheet)
    if not sheet.has_room(*box):
        return None
    sheet.take(*box)
    return moved


def _box(pin: Pin, sheet: Sheet) -> tuple[float, float, float, float]:
    left = pin.x * sheet.width + pin.right - pin.width / 2
    top = pin.y * sheet.height + pin.down - pin.height / 2
    return left, top, pin.width, pin.height


def _joined(placed: Sequence[PinT], left_over: Sequence[PinT], sheet: Sheet) -> list[PinT]:
    """Return the pins with each that found no room joined to the nearest that did."""
    pins = list(placed)
    for pin in left_over:
        nearest = min(range(len(pins)), key=lambda place: _apart(pin, pins[place], sheet))
        pins[nearest] = _both(pins[nearest], pin)
    return pins


def _apart(one: Pin, other: Pin, sheet: Sheet) -> float:
    return math.hypot((one.x - other.x) * sheet.width, (one.y - other.y) * sheet.height)


def _both(pin: PinT, other: Pin) -> PinT:
    rest = sorted((*pin.numbers[1:], *other.numbers))
    return replace(pin, numbers=(pin.numbers[0], *rest), right=0, down=0)
