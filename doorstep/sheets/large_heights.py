"""What stands in large print -> how high it is on paper, in millimetres."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from doorstep.sheets.measuring import Lettering

if TYPE_CHECKING:
    from doorstep.sheets.large_parts import LargeBlock, LargeContentsLine, LargeEntry
    from doorstep.sheets.parts import SheetFoot

# Sizes as in layouts/sheets/large.css.
WIDE, HIGH = 210.0 - 2 * 20, 296.5 - 2 * 20
"""Millimetres between the margins."""

TITLE = Lettering(32, 1.15, is_bold=True)
PART = Lettering(26, 1.15, is_bold=True)
HEADING = Lettering(22, 1.2, is_bold=True)
NAME = Lettering(20, 1.25, is_bold=True)
TEXT = Lettering(18, 1.3)
BOLD = Lettering(18, 1.3, is_bold=True)

AROUND_PART, AROUND_HEADING, AROUND_ENTRY, AROUND_TITLE = 9.0, 3.0, 6.0, 5.0
"""Millimetres of space and rules that are no letters."""

CODE = 30.0 + 4
"""The code at the end, and the space below it."""


def title_height(title: str) -> float:
    """Return how high the title of the first page is."""
    return TITLE.height(title, WIDE) + AROUND_TITLE


def block_height(block: LargeBlock) -> float:
    """Return how high a block is, in millimetres."""
    high = PART.height(block.part, WIDE) + (AROUND_PART if block.part else 0)
    high += heading_height(block.heading)
    if block.entry:
        high += _entry_height(block.entry)
    return high + sum(map(line_height, block.contents)) + AROUND_ENTRY


def heading_height(heading: str) -> float:
    """Return how high a day or a topic over an entry is; 0 for ""."""
    return HEADING.height(heading, WIDE) + (AROUND_HEADING if heading else 0)


def line_height(line: LargeContentsLine) -> float:
    """Return how high a line of the contents is."""
    return TEXT.height(f"{line.text}, {line.page}", WIDE)


@lru_cache(maxsize=20_000)
def _entry_height(entry: LargeEntry) -> float:
    high = NAME.height(f"{entry.title} {entry.number}", WIDE)
    return high + sum(TEXT.height(line, WIDE) for line in entry.lines)


def foot_height(foot: SheetFoot) -> float:
    """Return how high the foot is, its code above its words."""
    high = BOLD.height(foot.phone, WIDE) + AROUND_PART + CODE
    return high + sum(TEXT.height(line, WIDE) for line in (*foot.lines, foot.formats, foot.maker))
