"""A happening on one day -> its words on a week sheet, worded once for all sheets it is on."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.occurrences import State as Happens
from doorstep.sheets.measuring import ROOM, Lettering, lines_of_words, word_widths
from doorstep.sheets.wording import as_line, contact_words, cost_words, number_words
from doorstep.tracing import kept
from doorstep.views.cards import place_name
from doorstep.views.changes import place_of_change, sentences
from doorstep.views.whats_on_rows import happening
from doorstep.views.wording import as_sentence

if TYPE_CHECKING:
    from doorstep.guide import Guide
    from doorstep.views.whats_on_listing import Row

WIDE = 210.0 - 2 * 10
"""Millimetres between the margins of upright A4."""

LEADING = 1.2


class Size(Struct, frozen=True):
    """A size of letters for the whole of a week sheet, the same as in week.css."""

    points: int
    """How large the letters are."""
    column: float
    """How wide the column of days is beside them, in millimetres."""

    def row_height(self, bold: str, plain: str) -> float:
        """Return how high a row is in Arial, in millimetres."""
        lines = _row_lines(bold, plain, self.points, WIDE - self.column)
        return lines * Lettering(self.points, LEADING).line

    def heading_height(self, words: str) -> float:
        """Return how high the name of a day is, in millimetres."""
        lettering = Lettering(self.points, LEADING, is_bold=True)
        return lettering.height(words, self.column - 2)


@lru_cache(20_000)  # many sheets are chosen from the same rows
def _row_lines(bold: str, plain: str, points: int, wide: float) -> int:
    # Room for other letters is left once for all rows, not in each of them.
    thick, thin = Lettering(points / ROOM, is_bold=True), Lettering(points / ROOM)
    widths = word_widths(bold, thick) + word_widths(plain, thin)
    return lines_of_words(widths, wide, thin.width(" "))


SIZES = (Size(20, 49), Size(18, 44), Size(16, 39), Size(14, 34))
"""From the most welcome to the least that can be read on a noticeboard."""

LONGEST = 5 * Lettering(14, LEADING).line
"""Millimetres: what takes more than a day's five lines is only chosen after all else."""


class RowWords(Struct, frozen=True):
    """What is said of one thing on one day."""

    time: str
    title: str
    """With a full stop, unless it has a mark of its own."""
    is_name: bool
    details: str
    number: str

    @property
    def bold(self) -> str:
        """What of it is bold."""
        return f"{self.time} {self.title}"

    @property
    def plain(self) -> str:
        """What follows that."""
        return f"{self.details} {self.number}"


@kept(20_000)
def week_row(guide: Guide, row: Row) -> RowWords:
    """Return what is said of one thing on one day; of what is off, why, and when it is instead."""
    day, one = row
    entry, said = guide.catalogue.by_slug[one.slug], happening(guide, one, day)
    usual = (said.note, cost_words(guide, entry), contact_words(guide, entry))
    return RowWords(
        time=said.time,
        title=sentences((said.title,)),
        is_name=said.is_name,
        details=as_line(
            (said.note,) if one.state is not Happens.ON else (_where(guide, row), *usual)
        ),
        number=number_words(guide, entry),
    )


def is_long(words: RowWords) -> bool:
    """Say whether a row is too long to be chosen before others."""
    return SIZES[-1].row_height(words.bold, words.plain) > LONGEST


def _where(guide: Guide, row: Row) -> str:
    _, one = row
    if one.where:
        return as_sentence(place_of_change(guide, one))
    return place_name(guide, guide.catalogue.by_slug[one.slug])
