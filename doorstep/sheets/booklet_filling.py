"""The guide -> the pages inside a booklet: what is chosen, and on which page each thing is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.entries import Help, Page, Story
from doorstep.sheets.booklet_blocks import (
    HIGH,
    Piece,
    PieceBlock,
    entry_block,
    heading_block,
)
from doorstep.sheets.booklet_entries import booklet_entry
from doorstep.sheets.booklet_map import map_heading, map_page
from doorstep.sheets.booklet_parts import BookletPart
from doorstep.sheets.booklet_sections import (
    MAP,
    NOTES,
    PHONES,
    Offered,
    Pages,
    Section,
    by_title,
    contents,
    index,
    offered_of,
    sections_of,
)
from doorstep.sheets.choosing import entries_in_order, printable
from doorstep.sheets.fitting import fitted, turn_about
from doorstep.sheets.imposing import SIZES, size_for
from doorstep.sheets.paginating import Block, is_too_high, paginated
from doorstep.views.dates_of_entries import is_over
from doorstep.views.wording import next_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.sheets.booklet_sections import Name

COVERS, FOR_NOTES = 2, 1
"""Pages that are always there: the first, the last, and one to write on."""

FIRST_INSIDE = 2
"""The number of the page after the cover."""

MOST_TRIED = 200
"""More entries than sixteen pages could hold, however short they were."""

TALLEST = HIGH / 2
"""Millimetres: one entry may not take the place of three others."""

LINES, RULE = 16, 10.0
"""Lines on a page for notes, and the millimetres between them, as in sheet_booklet_part.css."""

PageOfBlocks = tuple[PieceBlock, ...]


class Inside(Struct, frozen=True):
    """What is inside a booklet."""

    entries: tuple[Entry, ...]
    """What it tells of, in the order of choice."""
    pages: tuple[PageOfBlocks, ...]
    """Its pages but for the cover and the back, from page 2 on."""


def inside_of(guide: Guide) -> Inside:
    """Return the fewest pages that hold what is chosen."""
    offered = offered_of(guide, _in_order(guide))
    entries = fitted(offered.entries, lambda some: _pages_taken(guide, offered, some), SIZES[-1])
    # Numbers of pages take no room of their own: with them, each thing stays where it was.
    unnumbered = _laid_out(guide, offered, entries, {})
    return Inside(tuple(entries), _laid_out(guide, offered, entries, _numbers(unnumbered)))


def _in_order(guide: Guide) -> list[Entry]:
    """Return what may be printed, in the order of choice: a topic in turn, help beside it."""
    wanted = (one for one in printable(guide) if _is_wanted(guide, one))
    by_need = turn_about(entries_in_order(guide, wanted), _need)[:MOST_TRIED]
    return [
        entry
        for entry in by_need
        if entry_block(booklet_entry(guide, entry.slug)).height <= TALLEST
    ]


def _is_wanted(guide: Guide, entry: Entry) -> bool:
    has_passed = is_over(guide, entry) and next_date(guide, entry) is None
    return not isinstance(entry, Page | Story) and not has_passed


def _need(entry: Entry) -> tuple[str, str]:
    side = str(entry.side) if isinstance(entry, Help) else ""
    return side, entry.topics[0] if entry.topics else ""


def _pages_taken(guide: Guide, offered: Offered, entries: Sequence[Entry]) -> float:
    """Return how many pages a booklet with these entries has at least."""
    after = _names_after(guide, has_map=True)
    flowing = _flowing(guide, sections_of(guide, offered, entries, {}), after, {})
    if is_too_high(flowing, HIGH):
        return math.inf
    has_map = any(guide.catalogue.position_of(entry) for entry in entries)
    return len(flowing) + has_map + COVERS + FOR_NOTES


def _flowing(
    guide: Guide, sections: Sequence[Section], after: Iterable[Name], pages: Pages
) -> list[PageOfBlocks]:
    """Return the pages of these sections, after the contents, which name what comes after too."""
    names = [*((section.mark, section.heading) for section in sections), *after]
    every = (contents(guide, names, pages), *sections)
    return paginated((block for section in every for block in section.all_blocks), HIGH)


def _laid_out(
    guide: Guide, offered: Offered, entries: Sequence[Entry], pages: Pages
) -> tuple[PageOfBlocks, ...]:
    """Return all pages; what room is left has an index if that fits, and the rest is for notes."""
    maps = [tuple(blocks)] if (blocks := map_page(guide, entries, pages)) else []
    after = _names_after(guide, has_map=bool(maps))
    sections = sections_of(guide, offered, entries, pages)
    plain = _flowing(guide, sections, after, pages)
    room = size_for(len(plain) + len(maps) + COVERS + FOR_NOTES) - COVERS - len(maps)
    indexed = _flowing(
        guide, [*sections, index(guide, by_title(offered, entries), pages)], after, pages
    )
    flowing = indexed if entries and len(indexed) + FOR_NOTES <= room else plain
    return (*flowing, *maps, *[_notes(guide)] * (room - len(flowing)))


def _numbers(pages: Iterable[PageOfBlocks]) -> dict[str, int]:
    """Return the page each thing is on first; the cover is page 1, whom to phone the last."""
    inside = list(pages)
    found = {PHONES: len(inside) + COVERS}
    for number, page in enumerate(inside, FIRST_INSIDE):
        for block in page:
            found.setdefault(block.thing.mark, number)
    return found


def _names_after(guide: Guide, *, has_map: bool) -> list[Name]:
    """Return what comes after the sections."""
    maps = [(MAP, map_heading(guide))] if has_map else []
    return [*maps, _notes_name(guide), (PHONES, guide.words.say("Who to phone"))]


def _notes_name(guide: Guide) -> Name:
    return NOTES, guide.words.say("Notes")


def _notes(guide: Guide) -> PageOfBlocks:
    """Return a page to write on."""
    mark, heading = _notes_name(guide)
    ruled = Piece(BookletPart(ruled=("",) * LINES))
    return heading_block(heading, mark), Block(ruled, LINES * RULE)
