"""What layouts/sheets/booklet.html may read: a cover, pages in the order of reading, a back."""

from __future__ import annotations

from msgspec import Struct

from doorstep.sheets.map_parts import PaperMap
from doorstep.sheets.panel_parts import Cover, Panel, PanelEntry
from doorstep.sheets.parts import AboutSheet, SheetFoot
from doorstep.views.frame import Frame


class BookletRow(Struct, frozen=True, kw_only=True):
    """One line of a list, and the page to turn to."""

    lead: str = ""
    """What stands first: a time, or the number of a pin; or ""."""
    text: str
    """What it is called."""
    is_name: bool = False
    """Whether that is a name, which nobody translates."""
    details: str = ""
    """More about it, or ""."""
    page: str = ""
    """The page it is on: page 7; or ""."""


class BookletPart(Struct, frozen=True, kw_only=True):
    """One thing on a page: one of these is there, and the others are empty."""

    heading: str = ""
    """What the pages from here on are about."""
    subheading: str = ""
    """A heading below that: a day of the week."""
    words: str = ""
    """A few words."""
    entries: tuple[PanelEntry, ...] = ()
    """Whole entries."""
    rows: tuple[BookletRow, ...] = ()
    """Lines of a list."""
    map: PaperMap | None = None
    """A map."""
    ruled: tuple[str, ...] = ()
    """Empty lines to write on."""


class BookletPage(Struct, frozen=True, kw_only=True):
    """One page inside the cover."""

    side: int
    """Which side of paper it is printed on, the first being 1."""
    is_left: bool
    """Whether it is the left of the two there."""
    number: str
    """Page 3."""
    parts: tuple[BookletPart, ...]
    """What stands on it."""


class BookletView(Struct, frozen=True, kw_only=True):
    """Eight, twelve or sixteen pages to fold and to staple."""

    frame: Frame
    """What stands around the page."""
    about: AboutSheet
    """How to print it."""
    cover: Cover
    """Page 1."""
    pages: tuple[BookletPage, ...]
    """The pages inside, in the order of reading."""
    back: SheetFoot
    """The last page: where there is more."""
    phones: Panel
    """Below it, whom to phone."""
