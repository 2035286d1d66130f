"""What layouts/sheets/poster.html may read: one entry in large letters, and strips to tear off."""

from __future__ import annotations

from msgspec import Struct

from doorstep.sheets.parts import AboutSheet, QrCode
from doorstep.views.frame import Frame


class PosterFact(Struct, frozen=True):
    """One row of the facts."""

    label: str
    """What it is about: Next on, Where, Cost."""
    text: str
    """What is known."""


class PosterTab(Struct, frozen=True):
    """One strip to tear off."""

    name: str
    """What it is called and when it is, or ""."""
    phone: str
    """Whom to phone, and the number to ask about."""
    is_again: bool
    """Whether it says what the first strip has said already, so that nobody hears it twice."""


class PosterFoot(Struct, frozen=True, kw_only=True):
    """What stands beside the code of a poster."""

    qr: QrCode
    """The code of the entry's page."""
    phone: str
    """Phone Pat, 020 7946 0456: the largest letters after the title."""
    hours: str
    """When somebody answers, or ""."""
    address: str
    """The short address in words."""
    formats: str
    """Whom to ask for large print or another language."""
    lines: tuple[str, ...]
    """Until when it may hang; when it was checked; who made it."""


class PosterSheetView(Struct, frozen=True, kw_only=True):
    """A poster with strips to tear off."""

    frame: Frame
    """What stands around the page."""
    about: AboutSheet
    """How to print it."""
    guide: str
    """The name of the guide."""
    number: str
    """No. 127, or ""."""
    title: str
    """What it is called; "Cancelled:" comes first where no other date is left."""
    is_name: bool
    """Whether the title is a name, which nobody translates."""
    title_points: int
    """How large the title is: smaller only where a long one does not fit."""
    points: int
    """How large the facts are."""
    alerts: tuple[str, ...]
    """What is cancelled or moved before it is on next; that nobody checked a neighbour's offer."""
    summary: str
    """What it is, in one sentence, where there is room for it; or ""."""
    facts: tuple[PosterFact, ...]
    """When, where, come along, cost, getting in, you can help."""
    foot: PosterFoot
    """Whom to phone, and what every sheet carries."""
    tabs_label: str
    """What the strips are, for whoever reads the page on a phone."""
    tabs: tuple[PosterTab, ...]
    """The strips."""
