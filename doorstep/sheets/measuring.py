"""Words and the size of their letters -> how many lines they take, and how high those are.

Nobody knows at build time which letters a printer has. These are the widths of Arial, which every
computer has or has a copy of, and a little more, so that what is taken to fit does fit.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from doorstep.area_map.drawing.letters import text_width

if TYPE_CHECKING:
    from collections.abc import Iterable

NO_BREAK_SPACE = "\u00a0"

POINT = 25.4 / 72
"""Millimetres in a point, by which letters are measured (CSS Values and Units, 6.2)."""

BOLD = 1.08
"""How much wider bold letters are."""

ROOM = 1.05
"""How much wider letters are taken to be than Arial's, for printers that have others."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """The letters of one sort of line."""

    points: float
    """How large they are."""
    leading: float = 1.25
    """How high a line is, as a multiple of that."""
    is_bold: bool = False
    """Whether they are bold."""

    @property
    def line(self) -> float:
        """How high a line is, in millimetres."""
        return self.points * self.leading * POINT

    def width(self, text: str) -> float:
        """Return how wide a text is on one line, in millimetres."""
        plain = text.replace(NO_BREAK_SPACE, " ")
        return text_width(plain) * self.points * POINT * ROOM * (BOLD if self.is_bold else 1)

    def height(self, text: str, width: float) -> float:
        """Return how high a text is in a column of this width, both in millimetres; 0 for ""."""
        return lines_of(text, width, self) * self.line


@lru_cache(maxsize=20_000)
def lines_of(text: str, width: float, lettering: Lettering) -> int:
    """Return how many lines a text takes in a column so many millimetres wide.

    A word that is wider than the column is broken, as browsers are told to break it.
    """
    return lines_of_words(word_widths(text, lettering), width, lettering.width(" "))


def word_widths(text: str, lettering: Lettering) -> list[float]:
    """Return how wide each word is, in millimetres."""
    # Not broken at a space that does not break, such as those in a number to phone.
    return [lettering.width(word) for word in text.split(" ") if word]


def lines_of_words(widths: Iterable[float], width: float, space: float) -> int:
    """Return how many lines words take, of which some may be bold and others not."""
    lines, left = 0, 0.0
    for wide in widths:
        if lines and wide + space <= left:
            left -= wide + space
            continue
        broken = int(wide // width)
        lines += 1 + broken
        left = width - (wide - broken * width)
    return lines
