"""Rows and sections of the check-up sheet -> sides of paper, no row ever split."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from doorstep import permalinks as at
from doorstep.sheets.check_up_parts import CheckUpPage, CheckUpRow, CheckUpSection
from doorstep.sheets.feet import foot_height, help_line_words
from doorstep.sheets.measuring import Lettering
from doorstep.sheets.paginating import Block, paginated
from doorstep.sheets.parts import SheetFoot
from doorstep.sheets.qr_codes import address_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorstep.guide import Guide
    from doorstep.sheets.check_up_parts import CheckUpHead

WIDE, HIGH = 297.0 - 2 * 10, 209.5 - 2 * 10
"""Millimetres between the margins of A4 on its side."""

TITLE, HEADING = Lettering(20, 1.2, is_bold=True), Lettering(14, 1.2, is_bold=True)
CELL, COLUMN = Lettering(12, 1.2), Lettering(12, 1.2, is_bold=True)
WORDS = Lettering(12, 1.25)

BESIDE = 3.0
"""Millimetres to both sides of the words in a cell, together."""

NUMBER, NAME, WHEN, PHONE, CHECKED, BOX, CHANGE = (
    wide - BESIDE for wide in (15.0, 62.0, 50.0, 46.0, 30.0, 16.0, 42.0)
)
"""How wide the words of each column may be."""

LEAST, AROUND = 10.0, 2.5
"""How high a row is at least, to write in; and what is above and below its words."""

BELOW_TITLE, ABOVE_SECTION = 3.0, 4.0

Piece = CheckUpRow | CheckUpSection | SheetFoot | None
"""What stands on a page: a row, a section, what every sheet carries, or, as None, the title."""


class CheckUp(Struct, frozen=True):
    """All that is to stand on the sheet."""

    title: str
    """What stands at the top of the first page."""
    ask: str
    """What to ask."""
    head: CheckUpHead
    """The names of the columns."""
    rows: Sequence[CheckUpRow]
    """What to make sure of."""
    sections: Sequence[CheckUpSection]
    """What else there is."""
    foot: SheetFoot
    """What every sheet carries, after all else."""


def pages_of(guide: Guide, sheet: CheckUp) -> tuple[CheckUpPage, ...]:
    """Return the pages: the title and what to ask first, the sections last."""
    opening = TITLE.height(sheet.title, WIDE) + WORDS.height(sheet.ask, WIDE) + BELOW_TITLE
    room = HIGH - _head_height(sheet.head) - 2 * WORDS.line
    blocks: list[Block[Piece]] = [Block(None, opening, stays_with_next=True)]
    blocks += [_row_block(guide, row, room - opening) for row in sheet.rows]
    for section in sheet.sections:
        blocks += _section_blocks(guide, section, room)
    # The last lines stay with what every sheet carries, which never stands on a page alone.
    blocks[-1] = replace(blocks[-1], stays_with_next=bool(sheet.sections))
    blocks.append(Block(sheet.foot, foot_height(sheet.foot, WIDE) + ABOVE_SECTION))
    found = paginated(blocks, room)
    return tuple(
        _page(guide, [block.thing for block in page], place, len(found))
        for place, page in enumerate(found, start=1)
    )


def _row_block(guide: Guide, row: CheckUpRow, room: float) -> Block[Piece]:
    """Return a row; what is so long that it fills a page is known by its number alone."""
    if _row_height(row) > room:
        row = replace(row, title=guide.words.say("A very long name"), is_name=False)
    if _row_height(row) > room:
        row = replace(row, when="", phone="")
    return Block(row, _row_height(row))


def _row_height(row: CheckUpRow) -> float:
    cells = ((row.title, NAME), (row.when, WHEN), (row.phone, PHONE), (row.checked, CHECKED))
    return max(LEAST, max(CELL.height(words, wide) for words, wide in cells) + AROUND)


def _section_blocks(guide: Guide, section: CheckUpSection, room: float) -> list[Block[Piece]]:
    """Return the heading of a section and its lines, each whole."""
    high = HEADING.height(section.heading, WIDE) + ABOVE_SECTION
    heading: Block[Piece] = Block(replace(section, lines=()), high, stays_with_next=True)
    long = guide.words.say("A very long name")
    heights = {line: WORDS.height(line, WIDE) for line in (*section.lines, long)}
    lines = [line if heights[line] + high <= room else long for line in section.lines]
    return [
        heading,
        *(Block(replace(section, lines=(one,)), heights[one], under=heading) for one in lines),
    ]


def _whole_sections(things: Sequence[Piece]) -> tuple[CheckUpSection, ...]:
    """Return the sections of a page, their lines together again."""
    sections = [thing for thing in things if isinstance(thing, CheckUpSection)]
    return tuple(
        CheckUpSection(heading, tuple(line for part in parts for line in part.lines))
        for heading, parts in groupby(sections, key=lambda section: section.heading)
    )


def _head_height(head: CheckUpHead) -> float:
    columns = (
        (head.number, NUMBER),
        (head.name, NAME),
        (head.when, WHEN),
        (head.phone, PHONE),
        (head.checked, CHECKED),
        (head.right, BOX),
        (head.gone, BOX),
        (head.change, CHANGE),
    )
    return max(COLUMN.height(words, wide) for words, wide in columns) + AROUND


def _page(guide: Guide, things: Sequence[Piece], place: int, pages: int) -> CheckUpPage:
    return CheckUpPage(
        rows=tuple(thing for thing in things if isinstance(thing, CheckUpRow)),
        sections=_whole_sections(things),
        foot=next((thing for thing in things if isinstance(thing, SheetFoot)), None),
        place=guide.words.say("Page {number} of {all}.", number=place, all=pages),
        phone=f"{help_line_words(guide)}.",
        address=address_words(guide, at.HOME),
    )
