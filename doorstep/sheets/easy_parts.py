"""What layouts/sheets/easy.html may read: pages of pictures with short sentences beside them."""

from __future__ import annotations

from msgspec import Struct

from doorstep.sheets.parts import AboutSheet, QrCode
from doorstep.views.frame import Frame
from doorstep.views.parts import Picture


class EasyEntry(Struct, frozen=True, kw_only=True):
    """A picture, and beside it what there is to say, one idea in a sentence."""

    picture: Picture | None = None
    """The entry's photo, or the drawing for what it is about."""
    qr: QrCode | None = None
    """A code to scan, which stands once in place of a picture."""
    title: str
    """What it is called."""
    is_name: bool = False
    """Whether the title is a name, which nobody translates."""
    number: str = ""
    """No. 127, or ""."""
    sentences: tuple[str, ...]
    """Up to 15 words each."""


class EasyPage(Struct, frozen=True):
    """One side of paper."""

    number: str
    """Page 5."""
    entries: tuple[EasyEntry, ...]
    """What stands on it, from the top."""


class EasyView(Struct, frozen=True, kw_only=True):
    """The guide in Easy Read."""

    frame: Frame
    """What stands around the page."""
    about: AboutSheet
    """How to print it."""
    title: str
    """What stands at the top of the first page."""
    pages: tuple[EasyPage, ...]
    """The pages."""
