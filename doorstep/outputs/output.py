"""Output: a path and some bytes, the only thing an output makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

from doorstep.outputs.late import Late

if TYPE_CHECKING:
    from jinja2 import Environment

    from doorstep.guide import Guide
    from doorstep.pdfs.making import PdfMaker

ItemT = TypeVar("ItemT")


class Output(Struct, frozen=True):
    """One file of the finished site."""

    path: str
    """Where it goes, below the site's root, with forward slashes."""
    content: bytes
    """What it holds."""


class Press(Struct, frozen=True):
    """What a renderer draws with."""

    guide: Guide
    """All that may be asked for."""
    layouts: Environment
    """The layouts."""
    pdf_maker: PdfMaker | None = None
    """What makes PDFs of sheets; None where none are made."""


class Renderer(Struct, Generic[ItemT], frozen=True):
    """Things of one sort, and the files each of them becomes; things are shared over the cores."""

    items: Callable[[Guide], Sequence[ItemT]]
    """What there is to draw, in order."""
    draw: Late[Iterator[Output]]
    """A press and one of them -> its files, whichever process it is drawn in."""
