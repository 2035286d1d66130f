"""What layouts/sheets/large.html may read: pages of large print, with a list of what is where."""

from __future__ import annotations

from msgspec import Struct

from doorstep.sheets.parts import AboutSheet, SheetFoot
from doorstep.views.frame import Frame


class LargeEntry(Struct, frozen=True, kw_only=True):
    """One entry, or one thing on one day."""

    title: str
    """What it is; "Cancelled:" and "Moved:" come first."""
    is_name: bool = False
    """Whether the title is a name, which nobody translates."""
    number: str = ""
    """No. 127, or ""."""
    lines: tuple[str, ...]
    """Facts, a paragraph each."""


class LargeContentsLine(Struct, frozen=True):
    """One line of the contents."""

    text: str
    """What is there."""
    href: str
    """The way to it on the web."""
    page: str
    """Where it is on paper: page 5."""


class LargeBlock(Struct, frozen=True, kw_only=True):
    """What is never parted: an entry, after the headings that begin with it."""

    id: str = ""
    """The name by which the contents lead here, or ""."""
    part: str = ""
    """The heading of the part that begins here, or ""."""
    heading: str = ""
    """The heading within the part that begins here, such as a day or a topic, or ""."""
    entry: LargeEntry | None = None
    """The entry."""
    level: int = 4
    """Which heading its title is: one below the last."""
    contents: tuple[LargeContentsLine, ...] = ()
    """Lines of the contents, which stand in place of an entry."""


class LargePage(Struct, frozen=True):
    """One side of paper."""

    number: str
    """Page 5."""
    blocks: tuple[LargeBlock, ...]
    """What stands on it."""


class LargeView(Struct, frozen=True, kw_only=True):
    """The guide in large print."""

    frame: Frame
    """What stands around the page."""
    about: AboutSheet
    """How to print it."""
    title: str
    """What stands at the top of the first page."""
    pages: tuple[LargePage, ...]
    """The pages; on the last one there is room for the foot."""
    foot: SheetFoot
    """What every sheet carries."""
