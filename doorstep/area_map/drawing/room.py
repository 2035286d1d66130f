"""Room: which parts of a drawing have a name or a mark on them already, so that none meet."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from doorstep.area_map.drawing.cells import Band, Cells, cells, probes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from doorstep.area_map.drawing.labels import Label, Sign
    from doorstep.area_map.drawing.shapes import Line

MARK = 15
"""Half the width of a mark, in units."""

MARGIN = 2
"""How much more than itself a name takes on each side."""

EDGE = 10
"""How near to the edge of the drawing anything may stand."""

FIXED = -1
"""The number of what never makes way."""


class Choice:
    """A place that a name would like, and what it would take there."""

    def __init__(self, sign: Sign) -> None:
        self.sign = sign
        self.bands = [band for label in sign for band in _bands(label)]

    @cached_property
    def probes(self) -> Cells:
        """Some of the squares that it would take."""
        return probes(self.bands)

    @cached_property
    def cells(self) -> Cells:
        """All the squares that it would take."""
        return cells(self.bands)


def _is_apart(choice: Choice, others: AbstractSet[int]) -> bool:
    """Say whether a place has no square in common with others; a few mostly tell."""
    return choice.probes.isdisjoint(others) and choice.cells.isdisjoint(others)


def _bands(label: Label) -> Iterator[Band]:
    yield label.line, label.size + 2 * MARGIN
    if label.mark:
        x, y = label.mark
        yield ((x - MARK, y), (x + MARK, y)), 2 * MARK


class Room:
    """A drawing ruled into small squares, each free or taken by a name with a number."""

    def __init__(
        self, width: float, height: float, roads: Iterable[Band] = (), *, least: int = 0
    ) -> None:
        self._width = width
        self._height = height
        self._least = least
        self._taken: set[int] = set()
        self._owner: dict[int, int] = {}
        self._roads = cells(roads)

    def choices(self, signs: Iterable[Sign]) -> Iterator[Choice]:
        """Yield the places wholly in the drawing where letters are as large as they have to be."""
        for sign in signs:
            if min(label.size for label in sign) < self._least:
                continue
            choice = Choice(sign)
            if all(self._is_inside(line, breadth) for line, breadth in choice.bands):
                yield choice

    def is_free(self, choice: Choice) -> bool:
        """Say whether nothing else is there."""
        return _is_apart(choice, self._taken)

    def is_off_road(self, choice: Choice) -> bool:
        """Say whether no street is there, of which a name might seem to be."""
        return _is_apart(choice, self._roads)

    def owners(self, found: Iterable[int]) -> set[int]:
        """Return the numbers of all that is there."""
        return {self._owner[cell] for cell in found if cell in self._taken}

    def take(self, choice: Choice, owner: int) -> None:
        """Keep a place for something."""
        self._taken |= choice.cells
        self._owner.update(dict.fromkeys(choice.cells, owner))

    def keep(self, bands: Iterable[Band]) -> None:
        """Keep what something else than a name stands on."""
        kept = cells(bands)
        self._taken |= kept
        self._owner.update(dict.fromkeys(kept, FIXED))

    def give_back(self, choice: Choice) -> None:
        """Make a place free again."""
        self._taken -= choice.cells

    def _is_inside(self, line: Line, breadth: float) -> bool:
        edge = breadth / 2 + EDGE
        right, bottom = self._width - edge, self._height - edge
        return all(edge <= x <= right and edge <= y <= bottom for x, y in line)
