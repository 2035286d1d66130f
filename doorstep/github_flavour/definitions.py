"""Lines such as `[forum]: /about/forum/` -> addresses that links further on use by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doorstep.github_flavour.destinations import TITLE, Destination, address_at, end_of, title_of
from doorstep.patterns import late_pattern

if TYPE_CHECKING:
    from doorstep.github_flavour.blocks import Paragraph

LABEL = late_pattern(r"\[((?>(?:[^\[\]\\]|\\.){0,999}))\]", re.DOTALL)
GAP = late_pattern(r"[ \t]*+(?:\n[ \t]*+)?")
LINE_END = late_pattern(r"[ \t]*+(?:\n|\Z)")
MAX_REUSED = 100_000
"""Letters of address that one body may draw from its definitions. Without a limit a short
body which names one long address a thousand times over would become a page of many megabytes."""


class Definitions:
    """The addresses that one body gives names to."""

    def __init__(self) -> None:
        self._by_name: dict[str, Destination] = {}
        self._reusable = MAX_REUSED

    def add(self, label: str, destination: Destination) -> None:
        """Keep an address under its name; the first of two with one name stays."""
        self._by_name.setdefault(_name(label), destination)

    def find(self, label: str) -> Destination | None:
        """Return the address of that name."""
        found = self._by_name.get(_name(label)) if self._by_name else None
        if found:
            self._reusable -= len(found.address) + len(found.title)
        return found if self._reusable > 0 else None


def take_definitions(paragraph: Paragraph, definitions: Definitions) -> None:
    """Move the definitions that a paragraph begins with out of it."""
    if not paragraph.lines or not paragraph.lines[0].startswith("["):
        return
    text, start = "\n".join(paragraph.lines), 0
    while found := _definition_at(text, start):
        label, destination = found
        definitions.add(label, destination)
        start = destination.end
    if start:
        rest = text[start:]
        paragraph.lines = rest.split("\n") if rest else []


def _definition_at(text: str, start: int) -> tuple[str, Destination] | None:
    label = LABEL.match(text, start)
    if not label or not label[1].strip() or not text.startswith(":", label.end()):
        return None
    found = address_at(text, end_of(GAP, text, label.end() + 1))
    if not found:
        return None
    address, address_end = found
    title = TITLE.match(text, end_of(GAP, text, address_end))
    if title and title.start() > address_end:
        line_end = LINE_END.match(text, title.end())
        if line_end:
            return label[1], Destination(address, title_of(title), line_end.end())
    # What looked like a title may be the next line of text.
    line_end = LINE_END.match(text, address_end)
    return (label[1], Destination(address, "", line_end.end())) if line_end else None


def _name(label: str) -> str:
    return " ".join(label.split()).casefold()
