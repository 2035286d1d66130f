"""The entries of a booklet -> one page with a map, their numbers on it and a list below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.sheets.booklet_blocks import (
    BELOW_WORDS,
    HIGH,
    WIDE,
    Piece,
    PieceBlock,
    heading_block,
)
from doorstep.sheets.booklet_parts import BookletPart
from doorstep.sheets.booklet_sections import MAP, Pages, entry_row, row_blocks
from doorstep.sheets.fitting import fitted
from doorstep.sheets.paginating import Block, height_of
from doorstep.sheets.paper_map import mapped, paper_map

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from doorstep.entries import Entry
    from doorstep.guide import Guide

MAP_HIGH = 96.0
"""Millimetres; the list has what is left of the page."""


def map_heading(guide: Guide) -> str:
    """Return what the page is called."""
    return guide.words.say("Map")


def map_page(guide: Guide, entries: Sequence[Entry], pages: Pages) -> list[PieceBlock]:
    """Return a page of as many entries as its list has room for; nothing without a map.

    The entries come in the order of choice; the list goes by their numbers.
    """
    heading = heading_block(map_heading(guide), MAP)
    room = HIGH - MAP_HIGH - BELOW_WORDS - height_of([heading])
    placed = [entry for entry in entries if entry.number and guide.catalogue.position_of(entry)]
    kept = fitted(placed, lambda some: height_of(_rows(guide, some, pages)), room)
    drawn = paper_map(guide, kept, WIDE, MAP_HIGH)
    if drawn is None:
        return []
    block = Block(Piece(BookletPart(map=drawn)), float(drawn.high) + BELOW_WORDS)
    return [heading, block, *_rows(guide, mapped(kept, drawn), pages)]


def _rows(guide: Guide, entries: Iterable[Entry], pages: Pages) -> list[PieceBlock]:
    by_number = sorted(entries, key=lambda entry: entry.number or 0)
    rows = (entry_row(guide, entry, pages, lead=str(entry.number)) for entry in by_number)
    return row_blocks(guide, rows)
