"""Rows of a month in the order of choice -> the columns of whole days in which they fit."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.sheets.fitting import fitted
from doorstep.sheets.measuring import Lettering

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from doorstep.sheets.month_rows import Item

COLUMNS = 3
WIDE = 297.0 - 2 * 10
BETWEEN_COLUMNS = 7.0
COLUMN = (WIDE - (COLUMNS - 1) * BETWEEN_COLUMNS) / COLUMNS
"""Millimetres, the same as in month.css."""

BETWEEN_DAYS = 1.5

LEADING = 1.2

SIZES = (18, 15, 12)
"""Points, from the most welcome to the least that may be."""

Block = tuple[int, int]


class MonthFit(Struct, frozen=True):
    """What of a month fits, and how it stands."""

    points: int
    """How large the letters are."""
    columns: list[list[Block]]
    """The days in each column."""
    items: list[Item]
    """The rows that fit."""


def fit_month(items: Sequence[Item], high: float) -> MonthFit:
    """Return what fits into columns so many millimetres high; if all does, in larger letters."""
    for points in SIZES[:-1]:
        columns = _columns(items, points, high)
        if _number(columns) <= COLUMNS:
            return MonthFit(points, columns or [], list(items))
    smallest = SIZES[-1]
    kept = fitted(items, lambda some: _number(_columns(some, smallest, high)), COLUMNS)
    return MonthFit(smallest, _columns(kept, smallest, high) or [], kept)


def _number(columns: Sequence[Sequence[Block]] | None) -> float:
    return math.inf if columns is None else len(columns)


def _columns(items: Sequence[Item], points: int, high: float) -> list[list[Block]] | None:
    """Return days in columns, in order, none broken; None where one is higher than a column."""
    columns: list[list[Block]] = []
    left = 0.0
    for block, height in sorted(_heights(items, points).items()):
        if height > high:
            return None
        if height > left:
            columns.append([])
            left = high
        columns[-1].append(block)
        left -= height
    return columns


def _heights(items: Sequence[Item], points: int) -> Mapping[Block, float]:
    heading, line = Lettering(points, LEADING, is_bold=True), Lettering(points, LEADING)
    heights: dict[Block, float] = {}
    for item in items:
        if item.block not in heights:
            heights[item.block] = heading.height(item.heading, COLUMN) + BETWEEN_DAYS
        heights[item.block] += line.height(item.words, COLUMN)
    return heights
