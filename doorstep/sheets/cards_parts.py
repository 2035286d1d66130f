"""What layouts/sheets/cards.html may read: one card, ten times."""

from __future__ import annotations

from msgspec import Struct

from doorstep.sheets.parts import AboutSheet
from doorstep.views.frame import Frame


class CardLine(Struct, frozen=True):
    """One number to phone."""

    name: str
    """Who answers, or "" where the name leaves no room."""
    way: str
    """That it is a number to text, or ""."""
    number: str
    """The number."""


class WalletCard(Struct, frozen=True, kw_only=True):
    """A card as large as a bank card."""

    is_copy: bool
    """Whether another card before it says the same."""
    lines: tuple[CardLine, ...]
    """The numbers, the guide's own first."""
    address: str
    """The short address in words."""
    valid_to: str
    """Until when it is right."""


class CardsView(Struct, frozen=True, kw_only=True):
    """Ten cards on one page."""

    frame: Frame
    """What stands around the page."""
    about: AboutSheet
    """How to print it."""
    label: str
    """What the cards are, for those who do not see them."""
    cards: tuple[WalletCard, ...]
    """The cards."""
