"""Table: the rows of an outside list, as text under the names of its columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from doorstep.fields import folded
from doorstep.problems import Level, Problem

_NEW_LINES = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Control and direction marks do nothing for a reader; joiners stay, many scripts need them.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
    r"|[\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff]"
)
_HALF_A_LETTER = re.compile("[\ud800-\udfff]")


class NotATable(ValueError):  # noqa: N818 - a name that reads as a sentence
    """Says in plain words why a file cannot be read as a list, and what to do."""

    def __init__(self, message: str, fix: str, line: int = 1) -> None:
        super().__init__(message)
        self.message, self.fix, self.line = message, fix, line

    def problem(self, file: str) -> Problem:
        """Return the same as a problem of the file."""
        return Problem(file, self.line, 1, Level.ERROR, "tables", self.message, self.fix)


class Row(Struct, frozen=True):
    """One row of a list."""

    number: int
    """As the spreadsheet counts it: the row with the names of the columns is 1."""
    cells: Mapping[str, str]
    """Its words, by the names of the columns."""
    names: Mapping[str, str]
    """The name of each column, by the same folded; all rows of a list share it."""
    trouble: str = ""
    """Why its words cannot be trusted to stand under the right columns."""

    def cell(self, column: str) -> str:
        """Return the words under a column, however its name is typed, or "" when there are none."""
        return self.cells.get(self.names.get(folded(column), column), "")


class Table(Struct, frozen=True):
    """An outside list: the names of its columns, its rows, and what was wrong with the file."""

    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def is_readable(self) -> bool:
        """Whether there are rows to work with."""
        return all(problem.level is not Level.ERROR for problem in self.problems)


def visible(text: str) -> str:
    """Return text with one sort of line end and nothing that cannot be seen."""
    return _HALF_A_LETTER.sub("\ufffd", _UNSEEN.sub("", _NEW_LINES.sub("\n", text)))


def tidy_cell(text: str) -> str:
    """Return the words of a cell, and nothing around them."""
    return visible(text).strip()


def by_folded_name(columns: Iterable[str]) -> dict[str, str]:
    """Return each column's name by what people may type for it."""
    return {folded(column): column for column in columns}


_MOST_COLUMNS = 1000
_MOST_ROWS = 100_000


def check_length(rows: int) -> None:
    """Raise NotATable for a list that is too long for any neighbourhood."""
    if rows > _MOST_ROWS:
        message = f"This list has more than {_MOST_ROWS:,} rows."
        raise NotATable(message, "Keep only the rows of this neighbourhood.")


def column_names(header: Sequence[str]) -> tuple[str, ...]:
    """Return a name for each column: trimmed, never empty, never there twice."""
    if len(header) > _MOST_COLUMNS:
        message = f"This list has more than {_MOST_COLUMNS:,} columns."
        raise NotATable(message, "Keep only the columns that the guide can use.")
    return tuple(_told_apart(" ".join(tidy_cell(name).split()) for name in header))


def _told_apart(names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for place, name in enumerate(names, start=1):
        free = plain = name or f"Column {place}"
        count = 2
        while folded(free) in seen:
            free = f"{plain} ({count})"
            count += 1
        seen.add(folded(free))
        yield free
