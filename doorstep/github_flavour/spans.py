"""What a line of text is made of: plain words, and stretches of them that mean something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

CODE, LINK, IMAGE, BREAK = "code", "a", "img", "br"
AS_WRITTEN = "as-written"
"""A stretch shown just as it was typed, in which no address becomes a link."""
MAX_DEPTH = 30
"""Spans inside one another; marks beyond these are left out and their words kept, so that
no text, however odd, can take more memory than a computer gives."""


class Span(Struct):
    """A stretch of text with a meaning; `at` is where it begins in the text as written."""

    tag: str
    inside: list[Node]
    at: int = 0
    address: str = ""
    title: str = ""
    depth: int = 0

    def __post_init__(self) -> None:
        self.depth = 1 + max(
            (node.depth for node in self.inside if isinstance(node, Span)), default=0
        )


Node = str | Span


def words(nodes: Iterable[Node]) -> str:
    """Return the words of text without what they are dressed in."""
    return "".join(_words(node) for node in nodes)


def joined(nodes: Iterable[Node]) -> list[Node]:
    """Return the same nodes, neighbouring pieces of plain text made one."""
    result: list[Node] = []
    pieces: list[str] = []
    for node in nodes:
        if isinstance(node, str):
            pieces.append(node)
            continue
        if pieces:
            result.append("".join(pieces))
            pieces = []
        result.append(node)
    return [*result, "".join(pieces)] if pieces else result


def _words(node: Node) -> str:
    if isinstance(node, str):
        return node
    return "\n" if node.tag == BREAK else words(node.inside)
