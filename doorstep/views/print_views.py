"""What layouts/print.html may read: every sheet there is to print."""

from __future__ import annotations

from msgspec import Struct

from doorstep.views.frame import Frame
from doorstep.views.parts import CardList


class PrintView(Struct, frozen=True, kw_only=True):
    """All sheets, by what they are for."""

    frame: Frame
    """What stands around the page."""
    heading: str
    """Print."""
    intro: str
    """What all sheets have in common."""
    sheets: tuple[CardList, ...]
    """The sheets, each with a sentence."""
    others_heading: str
    """What stands over the sheets that have many."""
    others: tuple[str, ...]
    """Where to find a poster for one thing, a door sheet for one building, a sheet of one topic."""
