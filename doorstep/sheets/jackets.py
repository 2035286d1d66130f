"""The guide and what a folded sheet shows -> its front and its back, which fit on their panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from doorstep import permalinks as at
from doorstep.entries import Page, Story
from doorstep.sheets.choosing import printable
from doorstep.sheets.feet import (
    checked_words,
    formats_words,
    help_line_words,
    maker_words,
    more_words,
    valid_to,
)
from doorstep.sheets.panel_parts import Cover
from doorstep.sheets.parts import SheetFoot
from doorstep.sheets.qr_codes import qr_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.sheets.measuring import Lettering

CODE = 25.0
"""Millimetres that a code is wide, which is held in the hand."""


class Style(Struct, frozen=True):
    """The letters of one sort of paragraph, and the space around it."""

    letters: Lettering
    """Its letters."""
    space: float
    """Millimetres above and below it."""

    def height(self, text: str, wide: float) -> float:
        """Return how high a paragraph is in a column of this width, in millimetres; 0 for ""."""
        return self.letters.height(text, wide) + self.space if text else 0.0


class Jacket(Struct, frozen=True, kw_only=True):
    """How the front and the back of a sheet are set; the same numbers as in its style sheet."""

    wide: float
    """How wide both are inside their padding, in millimetres."""
    high: float
    """How high they are, a little to spare."""
    name: Style
    """The name of the guide."""
    large: Style
    """What else stands on the front."""
    phone: Style
    """Whom to phone, beside the code."""
    small: Style
    """What stands on the back."""
    formats: Style
    """Whom to ask for large print."""
    beside_code: float
    """Millimetres between the code and the phone."""


def cover_of(guide: Guide, intro: str, example: str, jacket: Jacket) -> Cover:
    """Return the front; where the guide's name takes much room, other lines give way."""
    whole = Cover(
        name=guide.config.name,
        tagline=guide.config.tagline,
        intro=intro,
        phone=help_line_words(guide),
        valid_to=valid_to(guide),
        example=example,
    )
    for cover in (whole, replace(whole, intro="")):
        if _cover_height(cover, jacket) <= jacket.high:
            return cover
    return replace(whole, intro="", tagline="")


def _cover_height(cover: Cover, jacket: Jacket) -> float:
    large = (cover.tagline, cover.intro, cover.phone, cover.valid_to)
    words = sum(jacket.large.height(line, jacket.wide) for line in large)
    small = jacket.small.height(cover.example, jacket.wide)
    return jacket.name.height(cover.name, jacket.wide) + words + small


def back_of(guide: Guide, shown: Sequence[Entry], jacket: Jacket) -> SheetFoot:
    """Return the back of a sheet with these entries: what the foot of a full sheet says.

    Where there is no room, it leaves out until when the sheet is right, as the front says it too.
    """
    more = sum(not isinstance(one, Page | Story) for one in printable(guide)) - len(shown)
    lines = (more_words(guide, more, at.HOME), checked_words(guide, shown))
    short = _back(guide, lines)
    whole = _back(guide, (lines[0], f"{valid_to(guide)}.", lines[1]))
    return whole if back_height(whole, jacket) <= jacket.high else short


def _back(guide: Guide, lines: Iterable[str]) -> SheetFoot:
    return SheetFoot(
        qr=qr_code(guide, at.HOME),
        phone=help_line_words(guide),
        lines=tuple(filter(None, lines)),
        formats=formats_words(guide),
        maker=maker_words(guide),
    )


def back_height(back: SheetFoot, jacket: Jacket) -> float:
    """Return how high the words on a back are, in millimetres."""
    beside = jacket.wide - CODE - jacket.beside_code
    phone = jacket.phone.letters.height(back.phone, beside)
    words = sum(jacket.small.height(line, jacket.wide) for line in (*back.lines, back.maker))
    formats = jacket.formats.height(back.formats, jacket.wide)
    return max(CODE, phone) + jacket.phone.space + words + formats
