"""Output: a path and some bytes, the only thing an output makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from jinja2 import Environment

    from doorstep.guide import Guide
    from doorstep.pdfs.making import PdfMaker

ItemT = TypeVar("ItemT")


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the finished site."""

    path: str
    """Where it goes, below the site's root, with forward slashes."""
    content: bytes
    """What it holds."""


@dataclass(frozen=True, slots=True)
class Press:
    """What a renderer draws with."""

    guide: Guide
    """All that may be asked for."""
    layouts: Environment
    """The layouts."""
    pdf_maker: PdfMaker | None = None
    """What makes PDFs of sheets; None where none are made."""


@dataclass(frozen=True, slots=True)
class Renderer(Generic[ItemT]):
    """Things of one sort, and the files each of them becomes; things are shared over the cores."""

    items: Callable[[Guide], Sequence[ItemT]]
    """What there is to draw, in order."""
    draw: Callable[[Press, ItemT], Iterator[Output]]
    """One of them -> its files, whichever process it is drawn in."""
