"""What the partials of sheets may read: how to print, the code, the foot, a line of what is on."""

from __future__ import annotations

from msgspec import Struct

from doorstep.views.parts import Link, LinkList


class QrCode(Struct, frozen=True):
    """A square that a phone reads an address from."""

    path: str
    """Its dark modules, as an SVG path in modules, the white border left free."""
    size: str
    """How many modules it has on a side, the border of four on each side counted."""
    label: str
    """Where it leads, for those who do not see it."""


class AboutSheet(Struct, frozen=True, kw_only=True):
    """What the page says about its sheet; none of it is printed."""

    heading: str
    """What the sheet is called: the heading of the page."""
    intro: str
    """What it is for, in one sentence."""
    print_label: str
    """Print: what the button says that a script puts there."""
    pdf: Link | None
    """The same as a PDF, with its size; None where none was made."""
    steps_heading: str
    """How to print it."""
    steps: tuple[str, ...]
    """Paper, sides, folds and cuts, a step each."""
    preview: str
    """What stands over the preview."""
    others: tuple[LinkList, ...]
    """Other sheets."""


class SheetFoot(Struct, frozen=True, kw_only=True):
    """What every full-size sheet carries at its foot."""

    qr: QrCode
    """The code of the page that has it all."""
    phone: str
    """Phone 020 7946 0123: the first thing one reads."""
    lines: tuple[str, ...]
    """The address in words, how much more there is, until when it is right, when it was checked."""
    formats: str
    """Whom to ask for large print or another language, in larger letters."""
    maker: str
    """Who made it, and when."""
