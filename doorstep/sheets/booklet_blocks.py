"""A heading, an entry or a line of a list -> a block of a booklet, with its height measured."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from doorstep.sheets.booklet_parts import BookletPart, BookletRow
from doorstep.sheets.measuring import Lettering
from doorstep.sheets.paginating import Block
from doorstep.sheets.panels import BELOW_ENTRY, TITLE, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.sheets.panel_parts import PanelEntry

# The same numbers as in booklet.css and sheet_booklet_part.css; those of entries are in panels.py.
MARGIN, AT_THE_FOLD, FOOT = 10.0, 12.0, 8.0
WIDE, HIGH = 148.5 - MARGIN - AT_THE_FOLD, 209.0 - 2 * MARGIN - FOOT - 2.0
"""Millimetres inside the margins and above the number of the page, 2 of them to spare."""

HEADING, SUBHEADING = Lettering(16, 1.2, is_bold=True), Lettering(13, 1.2, is_bold=True)
ABOVE_HEADING, BELOW_HEADING = 4.0, 2.4
ABOVE_SUBHEADING, BELOW_SUBHEADING = 2.0, 0.8
PAGE_COLUMN, BEFORE_PAGE = 22.0, 2.0
BESIDE_PAGE = WIDE - PAGE_COLUMN
BELOW_ROW, BELOW_WORDS = 0.6, 2.4


class Piece(NamedTuple):
    """One thing on a page, and what it is asked for by."""

    part: BookletPart
    """What is printed."""
    mark: str = ""
    """The slug of an entry or the name of a section, to find its page by; or ""."""


PieceBlock = Block[Piece]


def heading_block(heading: str, mark: str) -> PieceBlock:
    """Return the heading of a section."""
    height = HEADING.height(heading, WIDE) + BELOW_HEADING
    piece = Piece(BookletPart(heading=heading), mark)
    return Block(piece, height, ABOVE_HEADING, stays_with_next=True)


def subheading_block(heading: str) -> PieceBlock:
    """Return a heading inside a section."""
    height = SUBHEADING.height(heading, WIDE) + BELOW_SUBHEADING
    piece = Piece(BookletPart(subheading=heading))
    return Block(piece, height, ABOVE_SUBHEADING, stays_with_next=True)


def words_block(words: str) -> PieceBlock:
    """Return a few words."""
    return Block(Piece(BookletPart(words=words)), WORDS.height(words, WIDE) + BELOW_WORDS)


@lru_cache(maxsize=2_000)  # a booklet is tried with each of them many times over
def entry_block(entry: PanelEntry, mark: str = "") -> PieceBlock:
    """Return a whole entry."""
    title = TITLE.height(f"{entry.title} {entry.number}".strip(), WIDE)
    lines = sum(WORDS.height(line, WIDE) for line in entry.lines)
    return Block(Piece(BookletPart(entries=(entry,)), mark), title + lines + BELOW_ENTRY)


@lru_cache(maxsize=2_000)
def row_block(row: BookletRow, longest: str) -> PieceBlock:
    """Return one line of a list; `longest` are the words for a page that take the most room."""
    words = " ".join((row.lead, f"{row.text}.", row.details)).strip()
    # What stands first is bold, which takes a little more of the line.
    wide = BESIDE_PAGE - TITLE.width(row.lead) + WORDS.width(row.lead)
    page = WORDS.height(longest, PAGE_COLUMN - BEFORE_PAGE)
    height = max(WORDS.height(words, wide), page) + BELOW_ROW
    return Block(Piece(BookletPart(rows=(row,))), height)


def parts_of(blocks: Iterable[PieceBlock]) -> tuple[BookletPart, ...]:
    """Return what stands on a page: entries and lines that follow each other are one list."""
    runs = groupby((block.thing.part for block in blocks), key=_sort)
    return tuple(part for sort, run in runs for part in _joined(sort, list(run)))


def _sort(part: BookletPart) -> str:
    return "entries" if part.entries else "rows" if part.rows else ""


def _joined(sort: str, parts: list[BookletPart]) -> list[BookletPart]:
    match sort:
        case "entries":
            return [BookletPart(entries=tuple(one for part in parts for one in part.entries))]
        case "rows":
            return [BookletPart(rows=tuple(one for part in parts for one in part.rows))]
    return parts
