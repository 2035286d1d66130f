"""The start of a line -> the block that begins there, if one does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.github_flavour.blocks import (
    SPACES,
    Block,
    Code,
    Comment,
    Fence,
    Heading,
    Item,
    Paragraph,
    Quote,
    Table,
)
from doorstep.github_flavour.definitions import Definitions, take_definitions
from doorstep.github_flavour.lines import CODE_INDENT, Line
from doorstep.github_flavour.tables import alignments, cells, is_too_wide
from doorstep.limits import COLUMNS, NESTING, Limit
from doorstep.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

HEADING = late_pattern(r"(#{1,6})(?=[ \t]|$)")
FENCE = late_pattern(r"(`{3,})[^`]*$|(~{3,})")
UNDERLINE = late_pattern(r"(?:=+|-+)[ \t]*$")
BULLET = late_pattern(r"[*+-](?=[ \t]|$)")
NUMBERED = late_pattern(r"([0-9]{1,9})([.)])(?=[ \t]|$)")
COMMENT_MARK = "<!--"
_NESTS = late_pattern(rf">|{BULLET.pattern}|{NUMBERED.pattern}")


class Place(Struct, frozen=True):
    """Where a line stands: what is above it, and what may begin there."""

    paragraph: Paragraph | None
    """The paragraph that this line would go on from."""
    is_text_above: bool
    """Whether running text stands above, so that indentation does not make code."""
    nesting: int
    """How many quotes and items are open around it."""
    last_comment_end: int
    """The last line of the body on which a comment could end."""
    definitions: Definitions
    """Where to keep addresses that the paragraph above gives names to."""


def may_open(line: Line) -> bool:
    """Whether it is worth asking what begins here; for most lines of text it is not."""
    return not line.is_blank and (line.is_indented or line.content[0] in OPENERS)


def opening(line: Line, place: Place) -> Block | None:
    """Return the block that begins at this line, having read its mark."""
    if line.is_indented:
        return None if place.is_text_above else Code(line.number)
    for opens in OPENERS.get(line.content[0], ()):
        block = opens(line, place)
        if block:
            return block
    return None


def limit_reached(line: Line, place: Place) -> Limit | None:
    """Return the limit because of which a line opens nothing and is shown as text."""
    if line.is_indented:
        return None
    # Nobody can follow more on a phone, and a line costs time for each block that it stands in.
    if place.nesting >= NESTING.most and _NESTS.match(line.content):
        return NESTING
    return COLUMNS if place.paragraph and is_too_wide(line.content) else None


def _quote(line: Line, place: Place) -> Block | None:
    quote = Quote(line.number)
    return quote if place.nesting < NESTING.most and quote.keeps(line) else None


def _heading(line: Line, place: Place) -> Block | None:  # noqa: ARG001
    mark = HEADING.match(line.content)
    if not mark:
        return None
    return Heading(
        line.number, lines=[_without_closing(line.content[mark.end() :])], level=len(mark[1])
    )


def _without_closing(text: str) -> str:
    text = text.strip(SPACES)
    shorter = text.rstrip("#")
    is_closing = shorter != text and shorter[-1:] in ("", " ", "\t")
    return shorter.rstrip(SPACES) if is_closing else text


def _underlined(line: Line, place: Place) -> Block | None:
    above = place.paragraph
    if not above or not UNDERLINE.match(line.content):
        return None
    take_definitions(above, place.definitions)
    if not above.lines:
        return None
    level = 1 if line.content[0] == "=" else 2
    heading = Heading(above.first_line, lines=above.lines, level=level)
    heading.last, above.lines = line.number, []
    return heading


def _fence(line: Line, place: Place) -> Block | None:  # noqa: ARG001
    mark = FENCE.match(line.content)
    return Fence(line.number, fence=mark[1] or mark[2], indent=line.indent) if mark else None


def _comment(line: Line, place: Place) -> Block | None:
    # A comment that never ends is shown, so that it cannot swallow the rest of the body.
    ends = place.last_comment_end >= line.number
    return Comment(line.number) if ends and line.content.startswith(COMMENT_MARK) else None


def _rule(line: Line, place: Place) -> Block | None:  # noqa: ARG001
    marks = line.content.replace(" ", "").replace("\t", "")
    return Block(line.number) if len(marks) > 2 and not marks.strip(marks[0]) else None


def _bullet(line: Line, place: Place) -> Block | None:
    mark = BULLET.match(line.content)
    return _item(line, place, mark[0], Item(line.number, mark=mark[0])) if mark else None


def _numbered(line: Line, place: Place) -> Block | None:
    mark = NUMBERED.match(line.content)
    if not mark or (place.paragraph and int(mark[1]) != 1):
        # A line of a sentence may well begin with “1926.”; a list in mid-text begins with 1.
        return None
    return _item(line, place, mark[0], Item(line.number, mark=mark[2], number=int(mark[1])))


def _item(line: Line, place: Place, mark: str, item: Item) -> Block | None:
    is_empty = not line.content[len(mark) :].strip(SPACES)
    if place.nesting >= NESTING.most or (is_empty and place.paragraph):
        return None
    item.width = line.indent + len(mark) + 1
    line.skip_mark(len(mark))
    if is_empty or line.indent > CODE_INDENT:
        line.skip_indent(1)
    else:
        item.width += line.indent - 1
        line.skip_indent(line.indent)
    return item


def _table(line: Line, place: Place) -> Block | None:
    above = place.paragraph
    if not above or not above.lines:
        return None
    columns = alignments(line.content)
    if not columns or len(columns) != len(cells(above.lines[-1])):
        return None
    table = Table(above.last, lines=[above.lines.pop()], alignments=columns)
    above.last -= 1
    return table


OPENERS: dict[str, tuple[Callable[[Line, Place], Block | None], ...]] = {
    ">": (_quote,),
    "#": (_heading,),
    "`": (_fence,),
    "~": (_fence,),
    "<": (_comment,),
    "=": (_underlined,),
    "-": (_underlined, _rule, _bullet, _table),
    "*": (_rule, _bullet),
    "+": (_bullet,),
    "_": (_rule,),
    "|": (_table,),
    ":": (_table,),
    **dict.fromkeys("0123456789", (_numbered,)),
}
"""What a line may begin, by its first character, in the order in which GitHub tries."""
