"""The spaces at the start of lines -> the place that each line has among the others."""

from __future__ import annotations

from enum import Enum, auto

from msgspec import Struct

from doorstep.sources.texts import BLANKS, EDGES


class Shape(Enum):
    """What begins at a column: facts by name, or a list with dashes."""

    FACTS = auto()
    ITEMS = auto()


class Level(Struct, frozen=True):
    """A column where facts or items begin, and the position of the first line there."""

    column: int
    shape: Shape
    line: int


class Layout:
    """The levels that are open where reading has come to."""

    def __init__(self) -> None:
        self.levels: list[Level] = []
        self.waits = False
        """Whether the line above has a name or a dash, and its value is still to come."""

    @property
    def column(self) -> int:
        """The column of the innermost level; -1 before the first line."""
        return self.levels[-1].column if self.levels else -1

    def begin(self, column: int) -> None:
        """Open the outermost level."""
        self.levels = [Level(column, Shape.FACTS, 0)]

    def place(self, indent: int, shape: Shape, line: int) -> int | None:
        """Return the column that a line was meant to begin at; None when it fits nowhere."""
        at = self._level_at(indent, shape)
        if at is None and self._may_open(indent, shape):
            self.levels.append(Level(indent, shape, line))
            return indent
        at = self._level_meant(indent, shape) if at is None else at
        if at is None:
            return None
        del self.levels[at + 1 :]
        return self.levels[at].column

    def has(self, indent: int, shape: Shape) -> bool:
        """Say whether such a line begins exactly where others of its shape do."""
        return self._level_at(indent, shape) is not None

    def width(self, lead: str) -> int | None:
        """Return how far in a line begins, a tab being one level; None for spaces before tabs."""
        spaces = lead.lstrip("\t")
        if "\t" in spaces:
            return None
        tabs = len(lead) - len(spaces)
        return len(spaces) + (self._column_after(tabs) if tabs else 0)

    def _column_after(self, tabs: int) -> int:
        columns = sorted({level.column for level in self.levels}) or [0]
        beyond = tabs - len(columns) + 1
        return columns[tabs] if beyond <= 0 else columns[-1] + 2 * beyond

    def _level_at(self, indent: int, shape: Shape) -> int | None:
        for at in range(len(self.levels) - 1, -1, -1):
            level = self.levels[at]
            if level.column == indent and level.shape is shape:
                return at
            if level.column < indent:
                return None
        return None

    def _may_open(self, indent: int, shape: Shape) -> bool:
        if indent == self.column:
            return self.waits and shape is Shape.ITEMS and self.levels[-1].shape is Shape.FACTS
        return self.waits and indent > self.column

    def _level_meant(self, indent: int, shape: Shape) -> int | None:
        """Return the one level a line can belong to although it begins at another column."""
        if indent > self.column:
            return self._innermost(shape)
        inside = [at for at in range(1, len(self.levels)) if self._is_inside(at, indent, shape)]
        return inside[0] if len(inside) == 1 else None

    def _innermost(self, shape: Shape) -> int | None:
        found = [at for at, level in enumerate(self.levels) if level.shape is shape]
        return found[-1] if found else None

    def _is_inside(self, at: int, indent: int, shape: Shape) -> bool:
        level, outer = self.levels[at], self.levels[at - 1]
        if level.shape is not shape or level.column <= indent or outer.shape is shape:
            return False
        # A dash shows where an item begins, so its facts may even stand right below the dash.
        return outer.column < indent or (outer.shape is Shape.ITEMS and outer.column == indent)


def straight_lead(line: str) -> tuple[str, str]:
    """Return the spaces and tabs a line begins with, unseen marks left out, and its words."""
    words = line.lstrip(EDGES)
    lead = line[: len(line) - len(words)]
    if lead.strip(" "):
        lead = "".join("\t" if mark == "\t" else " " for mark in lead if mark in BLANKS)
    return lead, words
