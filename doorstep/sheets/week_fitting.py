"""Rows in the order of choice -> the size of letters, and which of them fit on a week sheet."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from doorstep.sheets.fitting import fitted
from doorstep.sheets.week_wording import SIZES, Size

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

AROUND_DAY = 2.4
"""Millimetres of space and rules around a day that are no letters."""

OTHER_LETTERS = 1.02
"""How much higher all rows may turn out together where a printer has wider letters than Arial."""

GAPS = (0, 1, 2, 3)
"""Millimetres of more space after each day, the same as in week.css."""


class Line(NamedTuple):
    """A row as it is fitted: the day it is on, and its words, the bold ones first."""

    day: date
    bold: str
    plain: str


class Page(Struct, frozen=True):
    """What rows have to fit into."""

    headings: Mapping[date, str]
    """The name of each day."""
    without: str
    """What is said of a day without rows."""
    room: float
    """How high all days may be together, in millimetres."""


class Fit(Struct, frozen=True):
    """How rows stand on a page."""

    size: Size
    """How large the letters are."""
    places: frozenset[int]
    """Which rows fit, by their places in the order."""
    gap: int
    """Millimetres that are left for each day."""


def fit(page: Page, lines: Sequence[Line]) -> Fit:
    """Return which rows fit; where few things are on, all of them stand in larger letters."""
    places = range(len(lines))
    for size in SIZES[:-1]:
        heights = _Heights(page, size, lines)
        if heights.together(places) <= page.room:
            return Fit(size, frozenset(places), heights.gap(places))
    smallest = _Heights(page, SIZES[-1], lines)
    kept = fitted(places, smallest.together, page.room)
    return Fit(SIZES[-1], frozenset(kept), smallest.gap(kept))


class _Heights:
    """How high rows are in one size of letters, each measured once."""

    def __init__(self, page: Page, size: Size, lines: Sequence[Line]) -> None:
        self.rows = [(line.day, size.row_height(line.bold, line.plain)) for line in lines]
        self.headings = {
            day: size.heading_height(heading) for day, heading in page.headings.items()
        }
        self.without = size.row_height("", page.without)
        self.room = page.room

    def together(self, places: Sequence[int]) -> float:
        """Return how high all days are with these rows."""
        filled: dict[date, float] = defaultdict(float)
        for place in places:
            day, height = self.rows[place]
            filled[day] += height
        days = (
            max(heading, filled.get(day, self.without)) + AROUND_DAY
            for day, heading in self.headings.items()
        )
        return OTHER_LETTERS * sum(days)

    def gap(self, places: Sequence[int]) -> int:
        """Return how much more space there is for each day."""
        left = self.room - self.together(places)
        return max(gap for gap in GAPS if gap * len(self.headings) <= max(left, 0))
