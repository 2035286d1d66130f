"""The blocks a body is made of: which lines each keeps, and what each may hold."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorstep.github_flavour.lines import Line

QUOTE_MARK = ">"
COMMENT_END = "-->"
SPACES = " \t"


class Block(Struct):
    """A block; this plain one is a line drawn across the page."""

    start: int
    last: int = 0

    def __post_init__(self) -> None:
        self.last = self.start

    def keeps(self, line: Line) -> bool:  # noqa: ARG002
        """Whether the next line still belongs here; reads past this block's own mark."""
        return False

    def adopt(self, block: Block) -> bool:  # noqa: ARG002
        """Take that block in, where this one may hold it; whether it did."""
        return False

    @property
    def end(self) -> int:
        """The last line, blank lines after it left out."""
        return self.last


class Container(Block):
    """A block made of blocks; this plain one is a whole body."""

    children: list[Block] = field(default_factory=list)

    def keeps(self, line: Line) -> bool:  # noqa: ARG002
        """Keep every line."""
        return True

    def adopt(self, block: Block) -> bool:
        """Take in any block."""
        self.children.append(block)
        return True

    @property
    def end(self) -> int:
        """The last line of the last block within."""
        return max(self.last, self.children[-1].end) if self.children else self.last


class Quote(Container):
    """Lines that begin with `>`."""

    def keeps(self, line: Line) -> bool:
        """Keep lines that begin with `>`."""
        if line.is_indented or not line.content.startswith(QUOTE_MARK):
            return False
        line.skip_mark(len(QUOTE_MARK))
        line.skip_indent(1)
        self.last = line.number
        return True


class List(Container):
    """Items that bear the same mark; `number` is the first item's."""

    mark: str = ""
    number: int | None = None

    def adopt(self, block: Block) -> bool:
        """Take in items with the same mark, and nothing else."""
        if not isinstance(block, Item) or not block.continues(self):
            return False
        self.children.append(block)
        return True

    @property
    def is_loose(self) -> bool:
        """Whether a blank line parts the items, or the blocks of one of them."""
        items = [item for item in self.children if isinstance(item, Item)]
        return _have_gaps(items) or any(_have_gaps(item.children) for item in items)


class Item(Container):
    """One item of a list; what belongs to it stands at least `width` columns in."""

    mark: str = ""
    number: int | None = None
    width: int = 0

    def continues(self, block: Block) -> bool:
        """Whether that block is a list that this item goes on with."""
        return isinstance(block, List) and block.mark == self.mark

    def keeps(self, line: Line) -> bool:
        """Keep what stands far enough in, and blank lines once there is something."""
        if line.is_blank:
            return bool(self.children)
        if line.indent < self.width:
            return False
        line.skip_indent(self.width)
        return True


class Leaf(Block):
    """A block made of lines of text."""

    lines: list[str] = field(default_factory=list)

    @property
    def first_line(self) -> int:
        """The line that the text begins on, definitions before it left out."""
        return self.last - len(self.lines) + 1

    def add(self, line: Line) -> None:
        """Take what is left of the line."""
        self.lines.append(line.content)
        self.last = line.number


class Paragraph(Leaf):
    """Lines of running text."""

    def keeps(self, line: Line) -> bool:
        """Keep lines up to the first blank one."""
        return not line.is_blank


class Heading(Leaf):
    """A heading, of level 1 to 6 as written."""

    level: int = 1


class Table(Leaf):
    """Rows of a table as written, the header first; `alignments` has one word a column."""

    alignments: Sequence[str] = ()

    def keeps(self, line: Line) -> bool:
        """Keep rows up to the first blank line."""
        return not line.is_blank


class Code(Leaf):
    """Lines shown as they are; this plain one is code that stands four columns in."""

    def keeps(self, line: Line) -> bool:
        """Keep indented and blank lines."""
        return line.is_indented or line.is_blank

    def add(self, line: Line) -> None:
        """Take the line without the indentation that makes it code."""
        line.skip_indent(4)
        self.lines.append(line.text)
        if not line.is_blank:
            self.last = line.number

    @property
    def text(self) -> str:
        """The code, without the blank lines after it."""
        return "\n".join(self.lines[: self.last - self.start + 1])


class Fence(Code):
    """Code between two fences; `indent` is how far in the first fence stands."""

    fence: str = ""
    indent: int = 0
    is_closed: bool = False

    def keeps(self, line: Line) -> bool:  # noqa: ARG002
        """Keep every line up to the closing fence."""
        return not self.is_closed

    def add(self, line: Line) -> None:
        """Take the line, or close at the second fence."""
        self.last = line.number
        if not line.is_indented and self._is_closed_by(line.content.rstrip(SPACES)):
            self.is_closed = True
            return
        line.skip_indent(self.indent)
        self.lines.append(line.text)

    @property
    def text(self) -> str:
        """The code between the fences."""
        return "\n".join(self.lines)

    def _is_closed_by(self, text: str) -> bool:
        return len(text) >= len(self.fence) and not text.strip(self.fence[0])


class Comment(Block):
    """A note between `<!--` and `-->`, which nobody sees."""

    is_closed: bool = False
    after: str = ""

    def keeps(self, line: Line) -> bool:  # noqa: ARG002
        """Keep every line up to the one with the closing mark."""
        return not self.is_closed

    def add(self, line: Line) -> None:
        """Drop the line, up to the closing mark; what comes after it is kept in `after`."""
        self.last = line.number
        _, closing, self.after = line.content.partition(COMMENT_END)
        self.is_closed = bool(closing)


def _have_gaps(blocks: Sequence[Block]) -> bool:
    return any(after.start > before.end + 1 for before, after in pairwise(blocks))
