"""Blocks -> pages of large print, whole blocks on each, and the contents with their pages.

No browser can look up on which page something was printed, so pages are made here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.sheets.large_heights import (
    HIGH,
    block_height,
    foot_height,
    heading_height,
    line_height,
    title_height,
)
from doorstep.sheets.large_parts import LargeBlock, LargeContentsLine, LargePage
from doorstep.sheets.paginating import Block, paginated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from doorstep.sheets.large_pieces import Piece
    from doorstep.sheets.parts import SheetFoot
    from doorstep.words import Words

A_PAGE = 88
"""The number of a page whose width stands for that of any other."""


def blocks_of(pieces: Iterable[Piece]) -> list[LargeBlock]:
    """Return pieces in the order of the pages, headings where they begin."""
    blocks: list[LargeBlock] = []
    part = heading = chapter = ""
    for piece in sorted(pieces, key=lambda piece: piece.order):
        if piece.part != part:
            heading = ""
        blocks.append(
            LargeBlock(
                id=_name(piece) if piece.chapter != chapter else "",
                part=piece.part if piece.part != part else "",
                heading=piece.heading if piece.heading != heading else "",
                entry=piece.entry,
                level=5 if piece.heading else 4,
            )
        )
        part, heading, chapter = piece.part, piece.heading, piece.chapter
    return blocks


def _name(piece: Piece) -> str:
    return f"part-{piece.order[0]}-{piece.order[1]}"


def chapters_of(pieces: Iterable[Piece]) -> dict[str, str]:
    """Return what the contents list, by the name of the block that they lead to."""
    in_order = sorted(pieces, key=lambda piece: piece.order)
    firsts = {piece.chapter: _name(piece) for piece in reversed(in_order)}
    return {name: chapter for chapter, name in reversed(firsts.items())}


def contents_blocks(words: Words, chapters: Mapping[str, str]) -> list[LargeBlock]:
    """Return the contents; their pages are not known yet, only how wide their numbers may be."""
    heading, page = words.say("Contents"), words.say("page {number}", number=A_PAGE)
    lines = (LargeContentsLine(text, f"#{name}", page) for name, text in chapters.items())
    # A block has to fit on a page, however many topics a guide has.
    room = HIGH - block_height(LargeBlock(part=heading))
    parts = paginated((Block(line, line_height(line)) for line in lines), room)
    return [
        LargeBlock(part="" if place else heading, contents=tuple(block.thing for block in part))
        for place, part in enumerate(parts)
    ]


def fits(piece: Piece) -> bool:
    """Say whether a piece fits on a page with its headings."""
    (block,) = blocks_of((piece,))
    return block_height(block) <= HIGH


def paged(
    title: str, blocks: Iterable[LargeBlock], foot: SheetFoot
) -> list[tuple[LargeBlock, ...]]:
    """Return the blocks page by page; there is room for the title before them and the foot."""
    pages = paginated(
        (
            _block(None, title_height(title)),
            *_under_headings(blocks),
            _block(None, foot_height(foot)),
        ),
        HIGH,
    )
    return [_with_heading(tuple(block.thing for block in page if block.thing)) for page in pages]


def _under_headings(blocks: Iterable[LargeBlock]) -> Iterator[Block[LargeBlock | None]]:
    """Yield blocks that know their day or topic, which a page that begins with them says again."""
    heading = ""
    for block in blocks:
        if block.part or block.heading:
            heading = block.heading
        is_under = heading and not block.heading
        under = _block(LargeBlock(heading=heading), heading_height(heading)) if is_under else None
        yield replace(_block(block, block_height(block)), under=under)


def _with_heading(page: tuple[LargeBlock, ...]) -> tuple[LargeBlock, ...]:
    """Return a page on which a heading that is said again is that of the block below it."""
    match page:
        case (LargeBlock(heading=heading, entry=None, contents=()), below, *others):
            return (replace(below, heading=heading), *others)
    return page


def _block(thing: LargeBlock | None, height: float) -> Block[LargeBlock | None]:
    return Block(thing, height)


def numbered(words: Words, pages: Sequence[Sequence[LargeBlock]]) -> tuple[LargePage, ...]:
    """Return pages with their numbers, and the contents with the pages they lead to."""
    found = {f"#{block.id}": number for number, page in enumerate(pages, 1) for block in page}
    return tuple(
        LargePage(
            number=words.say("Page {number}", number=number),
            blocks=tuple(_with_pages(words, block, found) for block in page),
        )
        for number, page in enumerate(pages, 1)
    )


def _with_pages(words: Words, block: LargeBlock, found: Mapping[str, int]) -> LargeBlock:
    lines = (
        replace(line, page=words.say("page {number}", number=found[line.href]))
        for line in block.contents
    )
    return replace(block, contents=tuple(lines))
