"""Words and the size of their letters -> how many lines they take, and how high those are.

Nobody knows at build time which letters a printer has. These are the widths of Arial, which every
computer has or has a copy of, and a little more, so that what is taken to fit does fit.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

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


class Lettering(Struct, frozen=True):
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
        return self.measured(text_width(text.replace(NO_BREAK_SPACE, " ")))

    def measured(self, wide: float) -> float:
        """Return in millimetres what is given as a multiple of the size of the letters."""
        return wide * self.points * POINT * ROOM * (BOLD if self.is_bold else 1)

    def height(self, text: str, width: float) -> float:
        """Return how high a text is in a column of this width, both in millimetres; 0 for ""."""
        return _lines(text, width, self.points, self.is_bold) * self.line


def lines_of(text: str, width: float, lettering: Lettering) -> int:
    """Return how many lines a text takes in a column so many millimetres wide.

    A word that is wider than the column is broken, as browsers are told to break it.
    """
    return _lines(text, width, lettering.points, lettering.is_bold)


@lru_cache(maxsize=20_000)
def _lines(text: str, width: float, points: float, is_bold: bool) -> int:
    lettering = Lettering(points, is_bold=is_bold)
    return lines_of_words(word_widths(text, lettering), width, lettering.width(" "))


def word_widths(text: str, lettering: Lettering) -> list[float]:
    """Return how wide each word is, in millimetres."""
    return [lettering.measured(wide) for wide in _plain_widths(text)]


@lru_cache(maxsize=4096)  # words are tried in letters of several sizes, one after the other
def _plain_widths(text: str) -> tuple[float, ...]:
    # Not broken at a space that does not break, such as those in a number to phone.
    words = (word.replace(NO_BREAK_SPACE, " ") for word in text.split(" ") if word)
    return tuple(map(text_width, words))


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
