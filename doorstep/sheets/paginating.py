"""Blocks of a known height and the height of a page -> pages, no block ever split."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ThingT = TypeVar("ThingT")


class Block(Struct, Generic[ThingT], frozen=True):
    """Something that stands whole on one page."""

    thing: ThingT
    """What it is."""
    height: float
    """How high it is, the space below it counted."""
    above: float = 0.0
    """How much space is above it, but for the top of a page."""
    stays_with_next: bool = False
    """Whether it stays with what comes after it, as a heading does."""
    under: Block[ThingT] | None = None
    """The heading it stands under, which is said again where a page begins with it."""


Blocks = tuple[Block[ThingT], ...]
"""Blocks that follow each other."""


def paginated(blocks: Iterable[Block[ThingT]], high: float) -> list[Blocks[ThingT]]:
    """Return the blocks in their order, page by page, headings with what they stand over.

    Only what is higher than a page by itself, its headings counted, goes over the edge of one:
    see `is_too_high`.
    """
    pages: list[Blocks[ThingT]] = []
    for kept_together in _kept_together(blocks):
        longer = (*pages[-1], *kept_together) if pages else kept_together
        if pages and height_of(longer) <= high:
            pages[-1] = longer
        else:
            under = kept_together[0].under
            pages.append((under, *kept_together) if under else kept_together)
    return pages


def height_of(blocks: Sequence[Block[ThingT]]) -> float:
    """Return how high blocks are together at the top of a page."""
    return sum(block.above + block.height for block in blocks) - (blocks[0].above if blocks else 0)


def is_too_high(pages: Iterable[Blocks[ThingT]], high: float) -> bool:
    """Say whether something goes over the edge of a page."""
    return any(height_of(page) > high for page in pages)


def _kept_together(blocks: Iterable[Block[ThingT]]) -> Iterator[Blocks[ThingT]]:
    """Yield each block after the headings that stay with it."""
    together: list[Block[ThingT]] = []
    for block in blocks:
        together.append(block)
        if not block.stays_with_next:
            yield tuple(together)
            together = []
    if together:
        yield tuple(together)
