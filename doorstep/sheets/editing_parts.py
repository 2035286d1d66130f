"""What layouts/sheets/editing.html may read: steps to follow, with the words to look for."""

from __future__ import annotations

from msgspec import Struct

from doorstep.sheets.parts import AboutSheet, SheetFoot
from doorstep.views.frame import Frame
from doorstep.views.parts import Picture


class EditingStep(Struct, frozen=True):
    """One thing to do."""

    number: str
    """Its number and a full stop, counted through the whole sheet."""
    before: str
    """What to do, up to the words to press."""
    press: str
    """The words to press, as they stand on the screen; or ""."""
    after: str
    """What to do after that."""


class EditingPart(Struct, frozen=True):
    """What to do in one case."""

    heading: str
    """The case, such as somebody tells you something."""
    picture: Picture
    """A small drawing beside the heading."""
    steps: tuple[EditingStep, ...]
    """The steps."""


class EditingView(Struct, frozen=True, kw_only=True):
    """A card for people who keep the guide, to pin up beside the computer."""

    frame: Frame
    """What stands around the page."""
    about: AboutSheet
    """How to print it."""
    title: str
    """What stands at the top of the paper."""
    never: str
    """What never to write, in bold."""
    safe_spaces: str
    """What to do for a safe space."""
    parts: tuple[EditingPart, ...]
    """The cases, in the order they come up."""
    foot: SheetFoot
    """Whom to phone, the address and its code, who made it."""
