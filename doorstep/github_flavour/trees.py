"""Blocks and the text in them -> the tree of HTML elements that Python-Markdown writes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from xml.etree.ElementTree import Element, SubElement

from doorstep.github_flavour.blocks import (
    Block,
    Code,
    Comment,
    Heading,
    Item,
    List,
    Paragraph,
    Quote,
    Table,
)
from doorstep.github_flavour.passages import Passage, literal
from doorstep.github_flavour.tables import cells
from doorstep.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorstep.github_flavour.headings import Outline

BARE = cast("str", None)
"""The tag of an element that is written as its contents alone: text in a tight list."""
TASK = late_pattern(r"\[([ xX])\][ \t]+")
TASK_MARKS = {" ": "☐ ", "x": "☑ ", "X": "☑ "}
BLANK = " \t\n"
SCROLLS = {"class": "table-scroll", "role": "group", "tabindex": "0"}
"""A wide table scrolls within its own box, which people who use a keyboard must be able to
reach. It is called by the words of the table's first row, so it needs no words of ours."""
ALIGNED = {"center": "cell-centre", "right": "cell-end"}
MAX_FILLED = 10_000
"""Empty cells that one body may be given where its rows are short."""


class TreeGrower:
    """Grows a tree from blocks; their text is left in `passages`, to be read when all is known."""

    def __init__(self, outline: Outline) -> None:
        self.passages: list[Passage] = []
        self._outline = outline
        self._tables = 0
        self._fillable = MAX_FILLED

    def grow(self, parent: Element, blocks: Sequence[Block], paragraph_tag: str = "p") -> None:
        """Add an element for each block."""
        for block in blocks:
            element = self._element(parent, block, paragraph_tag)
            if element is not None:
                element.tail = "\n"

    def _element(self, parent: Element, block: Block, paragraph_tag: str) -> Element | None:
        match block:
            case Paragraph():
                return self._paragraph(parent, block, paragraph_tag)
            case Heading():
                return self._heading(parent, block)
            case Code():
                return _code(parent, block)
            case Table():
                return self._table(parent, block)
            case List():
                return self._list(parent, block)
            case Quote():
                quote = _with_line(SubElement(parent, "blockquote"))
                self.grow(quote, block.children)
                return quote
            case Comment():
                return None
            case _:
                return SubElement(parent, "hr")

    def _paragraph(self, parent: Element, block: Paragraph, tag: str) -> Element | None:
        text = "\n".join(block.lines).rstrip(BLANK)
        if not text:
            return None
        element = SubElement(parent, tag)
        self.passages.append(Passage(element, text, block.first_line))
        return element

    def _heading(self, parent: Element, block: Heading) -> Element | None:
        text = "\n".join(block.lines).strip(BLANK)
        if not text:
            # People who go from heading to heading by ear would find nothing here.
            return None
        element = SubElement(parent, f"h{self._outline.level(block.level)}")
        self.passages.append(Passage(element, text, block.start))
        return element

    def _list(self, parent: Element, block: List) -> Element:
        element = _with_line(SubElement(parent, "ul" if block.number is None else "ol"))
        if block.number not in (None, 1):
            element.set("start", str(block.number))
        paragraph_tag = "p" if block.is_loose else BARE
        for item in block.children:
            if isinstance(item, Item):
                row = SubElement(element, "li", {"class": "task"} if _mark_task(item) else {})
                row.tail = "\n"
                self.grow(row, item.children, paragraph_tag)
                if len(row) and row[-1].tag is BARE:
                    row[-1].tail = None
        return element

    def _table(self, parent: Element, block: Table) -> Element:
        self._tables += 1
        name = f"t-{self._tables}"
        around = SubElement(parent, "div", {**SCROLLS, "aria-labelledby": name})
        table = _with_line(SubElement(around, "table"))
        head = _with_line(SubElement(table, "thead"))
        self._row(SubElement(head, "tr", {"id": name}), block, 0)
        if len(block.lines) > 1:
            body = _with_line(SubElement(table, "tbody"))
            for index in range(1, len(block.lines)):
                self._row(SubElement(body, "tr"), block, index)
        return around

    def _row(self, row: Element, table: Table, index: int) -> None:
        row.tail = "\n"
        # The row of dashes is no line of the table, but it is one of the body.
        line = table.start + index + (1 if index else 0)
        texts = cells(table.lines[index])[: len(table.alignments)]
        for text, alignment in zip(self._filled(texts, table), table.alignments, strict=False):
            # A header with nothing in it would be read out as one: a corner is a plain cell.
            is_header = text and not index
            cell = SubElement(row, "th", {"scope": "col"}) if is_header else SubElement(row, "td")
            if alignment in ALIGNED:
                cell.set("class", ALIGNED[alignment])
            self.passages.append(Passage(cell, text, line))

    def _filled(self, texts: list[str], table: Table) -> list[str]:
        missing = min(len(table.alignments) - len(texts), self._fillable)
        self._fillable -= missing
        return [*texts, *[""] * missing]


def _code(parent: Element, block: Code) -> Element:
    element = SubElement(parent, "pre")
    text = f"{block.text}\n" if block.lines else ""
    SubElement(element, "code").text = literal(text)
    return element


def _with_line(element: Element) -> Element:
    """Begin a new line inside an element, so that people can read the page's source."""
    element.text = "\n"
    return element


def _mark_task(item: Item) -> bool:
    first = item.children[0] if item.children else None
    if not isinstance(first, Paragraph) or not first.lines:
        return False
    mark = TASK.match(first.lines[0])
    if mark:
        first.lines[0] = TASK_MARKS[mark[1]] + first.lines[0][mark.end() :]
    return bool(mark)
