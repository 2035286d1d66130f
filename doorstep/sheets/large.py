"""A guide -> itself in large print: as many whole entries as fit on 24 pages, with contents."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.entries import Page, Story
from doorstep.sheets.about import about_sheet, sheet_frame, stapled
from doorstep.sheets.choosing import printable
from doorstep.sheets.feet import checked_words, help_line_words, maker_words, more_words, valid_to
from doorstep.sheets.large_front import blocks_to_phone, nothing_block
from doorstep.sheets.large_pages import (
    blocks_of,
    chapters_of,
    contents_blocks,
    fits,
    numbered,
    paged,
)
from doorstep.sheets.large_parts import LargeView
from doorstep.sheets.large_pieces import pieces_in_order
from doorstep.sheets.parts import SheetFoot
from doorstep.sheets.qr_codes import qr_code
from doorstep.sheets.wording import phone_words
from doorstep.views.sheet_names import name_of
from doorstep.views.whats_on_days import this_week

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.sheets.large_parts import LargeBlock
    from doorstep.sheets.large_pieces import Piece

MOST_PAGES = 24
"""More than this nobody staples, posts or carries home."""

A_FEW = 64
"""Pieces to begin with; then twice as many, as long as there is room."""


def large_view(guide: Guide) -> LargeView:
    """Return the guide in large print."""
    name = name_of(guide, at.LARGE_PRINT)
    title = guide.words.say("{guide} in large print", guide=guide.config.name)
    pieces = _chosen(guide, title)
    foot = _foot(guide, {piece.slug for piece in pieces})
    pages = paged(title, _blocks(guide, pieces), foot)
    return LargeView(
        frame=sheet_frame(guide, at.LARGE_PRINT, name.heading, "large"),
        about=about_sheet(guide, name.heading, name.intro, stapled(guide)),
        title=title,
        pages=numbered(guide.words, pages),
        foot=foot,
    )


def _chosen(guide: Guide, title: str) -> list[Piece]:
    """Return as many pieces in the order of choice as fit on the pages there may be."""
    pieces = filter(fits, pieces_in_order(guide, this_week(guide.today)))
    found = list(islice(pieces, A_FEW))
    foot = _highest_foot(guide)

    def pages_with(number: int) -> int:
        return len(paged(title, _blocks(guide, found[:number]), foot))

    # Of thousands of pieces only so many are written as may be on the pages.
    while pages_with(len(found)) <= MOST_PAGES and (more := list(islice(pieces, len(found)))):
        found += more
    numbers = range(1, len(found) + 1)
    return found[: bisect_right(numbers, MOST_PAGES, key=pages_with)]


def _blocks(guide: Guide, pieces: Sequence[Piece]) -> list[LargeBlock]:
    """Return all that stands on the pages: whom to phone, the contents, the pieces."""
    if not pieces:
        return [*blocks_to_phone(guide), nothing_block(guide)]
    contents = contents_blocks(guide.words, chapters_of(pieces))
    return [*blocks_to_phone(guide), *contents, *blocks_of(pieces)]


def _foot(guide: Guide, shown: Container[str]) -> SheetFoot:
    """Return the foot of a sheet that shows these entries, which are named by their slugs."""
    told = _told(guide)
    here = [entry for entry in told if entry.slug in shown]
    return _foot_about(guide, here, more=len(told) - len(here))


def _highest_foot(guide: Guide) -> SheetFoot:
    """Return a foot that is as high as that of whatever is chosen."""
    told = _told(guide)
    return _foot_about(guide, told, more=len(told))


def _told(guide: Guide) -> list[Entry]:
    """Return all that can be told of on paper, so that what is not here is counted."""
    return [entry for entry in printable(guide) if not isinstance(entry, Story | Page)]


def _foot_about(guide: Guide, here: Sequence[Entry], more: int) -> SheetFoot:
    """Return what every sheet carries, without the offer of the large print that this is."""
    say, line = guide.words.say, guide.config.help_line
    lines = (
        more_words(guide, more, at.HOME),
        f"{valid_to(guide, this_week(guide.today).last)}.",
        checked_words(guide, here),
    )
    return SheetFoot(
        qr=qr_code(guide, at.HOME),
        phone=help_line_words(guide),
        lines=tuple(filter(None, lines)),
        formats=say(
            "Ask for this in Easy Read or another language: {phone}", phone=phone_words(line.phone)
        ),
        maker=maker_words(guide),
    )
