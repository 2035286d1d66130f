"""The lines of a body -> a tree of blocks, read as the CommonMark specification reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.github_flavour.blocks import (
    COMMENT_END,
    Block,
    Code,
    Comment,
    Container,
    Item,
    List,
    Paragraph,
    Quote,
    Table,
)
from doorstep.github_flavour.definitions import Definitions, take_definitions
from doorstep.github_flavour.lines import Line
from doorstep.github_flavour.openings import Place, limit_reached, may_open, opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorstep.limits import Limit


def read_blocks(lines: Sequence[str]) -> tuple[Container, Definitions, dict[Limit, int]]:
    """Read a whole body into blocks, the addresses it gives names to, and what goes too far.

    Where it has more than a limit allows, the first line of that is told.
    """
    reader = _Reader(lines)
    for number, text in enumerate(lines, start=1):
        reader.read(Line(text, number))
    reader.close(0)
    return reader.body, reader.definitions, reader.beyond


class _Reader:
    """The blocks so far; `open` are those that the next line may go on with, outermost first."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.body = Container(1)
        self.definitions = Definitions()
        self.open: list[Block] = [self.body]
        self.beyond: dict[Limit, int] = {}
        ends = (number for number, text in enumerate(lines, 1) if COMMENT_END in text)
        self.last_comment_end = max(ends, default=0)

    def read(self, line: Line) -> None:
        """Take one line: go on with open blocks, begin new ones, place the text that is left."""
        kept = self._count_kept(line)
        tip = self.open[-1]
        if kept == len(self.open) and isinstance(tip, Code | Comment):
            self._add_verbatim(tip, line)
            return
        while may_open(line):
            place = self._place(kept)
            block = opening(line, place)
            if block is None:
                if limit := limit_reached(line, place):
                    self.beyond.setdefault(limit, line.number)
                break
            self.close(kept)
            self._attach(block)
            if not isinstance(block, Container):
                self._finish_opening(block, line)
                return
            kept = len(self.open)
        self._place_text(line, kept)

    def close(self, kept: int) -> None:
        """Close all open blocks but that many."""
        tip = self.open[-1]
        if len(self.open) > kept and isinstance(tip, Paragraph):
            take_definitions(tip, self.definitions)
        del self.open[kept:]

    def _count_kept(self, line: Line) -> int:
        for count, block in enumerate(self.open):
            if not block.keeps(line):
                return count
        return len(self.open)

    def _place(self, kept: int) -> Place:
        tip = self.open[-1]
        return Place(
            paragraph=tip if isinstance(tip, Paragraph) and kept == len(self.open) else None,
            is_text_above=isinstance(tip, Paragraph),
            nesting=sum(isinstance(block, Item | Quote) for block in self.open[:kept]),
            last_comment_end=self.last_comment_end,
            definitions=self.definitions,
        )

    def _attach(self, block: Block) -> None:
        if isinstance(block, Item) and not block.continues(self.open[-1]):
            self._attach(List(block.start, mark=block.mark, number=block.number))
        while not self.open[-1].adopt(block):
            self.close(len(self.open) - 1)
        self.open.append(block)

    def _finish_opening(self, block: Block, line: Line) -> None:
        if isinstance(block, Comment) or type(block) is Code:
            self._add_verbatim(block, line)

    def _add_verbatim(self, block: Code | Comment, line: Line) -> None:
        block.add(line)
        if isinstance(block, Comment) and block.is_closed:
            self.close(len(self.open) - 1)
            self._place_text(Line(block.after, line.number), len(self.open))

    def _place_text(self, line: Line, kept: int) -> None:
        tip = self.open[-1]
        if isinstance(tip, Paragraph) and not line.is_blank:
            # A line that goes on with a paragraph need not repeat the marks around it.
            tip.add(line)
            return
        self.close(kept)
        if line.is_blank:
            return
        tip = self.open[-1]
        if not isinstance(tip, Table):
            tip = Paragraph(line.number)
            self._attach(tip)
        tip.add(line)
