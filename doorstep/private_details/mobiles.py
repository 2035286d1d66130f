"""Words -> the mobile numbers in them, however they are written, each as 11 figures.

Which numbers are mobiles is in Ofcom's National Telephone Numbering Plan: those that begin 071 to
075 and 077 to 079, and 07624 on the Isle of Man.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doorstep.patterns import late_pattern
from doorstep.private_details.legible import line_at, with_figures

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = r"(?>[\s().,·_/\[\]-]{0,4}\s{0,8})"
_NOUGHT = "[0Oo]"
_ABROAD = rf"(?:\+{_GAP}|{_NOUGHT}{_GAP}{_NOUGHT}{_GAP})?4{_GAP}4{_GAP}(?:{_NOUGHT}{_GAP})?"
_NUMBER = late_pattern(rf"(?<![0-9])(?:{_ABROAD}|{_NOUGHT}{_GAP})7(?:{_GAP}[0-9Oo]){{9}}(?![0-9])")
_MOBILE = late_pattern(r"07(?:[1-57-9]|624)[0-9]+")


def mobiles_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield each mobile number, after the line that it begins on, as it is dialled here."""
    # Lines stay as many, so a number that is spelled out is found on its own.
    words = with_figures(text)
    for found in _NUMBER.finditer(words):
        number = national(found[0])
        if _MOBILE.fullmatch(number):
            yield line_at(words, found.start()), number


def national(phone: str) -> str:
    """Return the figures of a British number as they are dialled here: 07700900123."""
    figures = re.sub(r"[^0-9]", "", re.sub(_NOUGHT, "0", phone))
    is_abroad = re.match(r"(?:00)?44", figures) is not None
    return f"0{figures[-10:]}" if is_abroad else figures
