"""What layouts/handover.html may read: all that whoever looks after the guide next has to know."""

from __future__ import annotations

from msgspec import Struct

from doorstep.views.frame import Frame
from doorstep.views.parts import Run


class HandoverSection(Struct, frozen=True):
    """One thing to know."""

    heading: str
    """What it is about."""
    lines: tuple[tuple[Run, ...], ...]
    """What there is to say, a sentence or two a line."""


class HandoverView(Struct, frozen=True):
    """The page for the next person."""

    frame: Frame
    """What stands around the page."""
    heading: str
    """The h1."""
    intro: str
    """Whom it is for."""
    sections: tuple[HandoverSection, ...]
    """What there is to know, in the order to read it."""
