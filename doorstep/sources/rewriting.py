"""Edits to lines -> the changed lines, and the way back to where everything stood."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from doorstep.sources.values import Edit

_FAR_RIGHT = 1 << 60


class NewLine(Struct):
    """A line that is put together from pieces, each with the column it came from."""

    text: str = ""
    moves: list[tuple[int, int]] = field(default_factory=list)
    """From this column on, things stood so many columns further on."""

    def pad(self, column: int) -> None:
        """Go to a column with spaces."""
        self.text = self.text.ljust(column)

    def add(self, piece: str, column: int) -> None:
        """Add a piece that stood at a column of the old line."""
        move = column - len(self.text)
        if move != (self.moves[-1][1] if self.moves else 0):
            self.moves.append((len(self.text), move))
        self.text += piece


class Repaired(Struct):
    """Lines that YAML can read, as many as a person typed."""

    lines: list[str]
    first_line: int
    moves: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def put(self, position: int, line: NewLine) -> None:
        """Put a changed line in the place of the old one."""
        self.lines[position] = line.text
        if line.moves:
            self.moves[position] = line.moves

    def place(self, line: int, column: int) -> tuple[int, int]:
        """Return the line and column in the file, from 1, of a place in these lines, from 0."""
        moves = self.moves.get(line)
        if moves:
            before = bisect_right(moves, (column, _FAR_RIGHT))
            column += moves[before - 1][1] if before else 0
        return self.first_line + line, max(column, 0) + 1


def rewritten(line: NewLine, text: str, column: int, edits: tuple[Edit, ...]) -> list[NewLine]:
    """Return the lines of a text that begins at a column of this line, after the edits."""
    if not edits and "\n" not in text:
        line.add(text, column)
        return [line]
    lines, at = [line], 0
    for edit in edits:
        _add(lines, text[at : edit.start], text, at, column)
        _add(lines, edit.text, text, edit.start, column)
        at = edit.end
    _add(lines, text[at:], text, at, column)
    return lines


def _add(lines: list[NewLine], piece: str, text: str, position: int, column: int) -> None:
    if not piece:
        return
    first, *others = piece.split("\n")
    line_start = text.rfind("\n", 0, position) + 1
    lines[-1].add(first, position - line_start + (0 if line_start else column))
    lines.extend(NewLine(other) for other in others)
