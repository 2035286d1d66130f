"""What layouts/sheets/check_up.html may read: what to make sure of, row by row."""

from __future__ import annotations

from msgspec import Struct

from doorstep.sheets.parts import AboutSheet, SheetFoot
from doorstep.views.frame import Frame


class CheckUpRow(Struct, frozen=True, kw_only=True):
    """One entry to make sure of, with room to write beside it."""

    number: str
    """Its number alone, or ""."""
    title: str
    """What it is called."""
    is_name: bool
    """Whether the title is a name, which nobody translates."""
    when: str
    """When it happens, in short; "" for a safe space."""
    phone: str
    """Whom to ask; "" for a safe space."""
    checked: str
    """When somebody last made sure; "" for a safe space."""


class CheckUpSection(Struct, frozen=True):
    """Something else the meeting looks at."""

    heading: str
    """What it is about."""
    lines: tuple[str, ...]
    """What there is to say."""


class CheckUpHead(Struct, frozen=True, kw_only=True):
    """What stands over the columns."""

    number: str
    """No."""
    name: str
    """Name."""
    when: str
    """When."""
    phone: str
    """Phone."""
    checked: str
    """Last checked."""
    right: str
    """Right: tick it if nothing has changed."""
    gone: str
    """Gone: tick it if there is no such thing any more."""
    change: str
    """Change to: what to write instead."""


class CheckUpPage(Struct, frozen=True, kw_only=True):
    """One side of paper."""

    rows: tuple[CheckUpRow, ...]
    """What to make sure of."""
    sections: tuple[CheckUpSection, ...]
    """What else there is, after the last row."""
    foot: SheetFoot | None
    """What every sheet carries; None on all pages but the last."""
    place: str
    """Which of the pages this is."""
    phone: str
    """Whom to phone."""
    address: str
    """Where the guide is."""


class CheckUpView(Struct, frozen=True, kw_only=True):
    """What the forum's meeting makes sure of."""

    frame: Frame
    """What stands around the page."""
    about: AboutSheet
    """How to print it."""
    title: str
    """Whose sheet this is, and of which day."""
    ask: str
    """What to ask of each; where nothing has to be asked, that this is so."""
    head: CheckUpHead
    """What stands over the columns of every page."""
    pages: tuple[CheckUpPage, ...]
    """At least one."""
