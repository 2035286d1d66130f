"""Name -> the letters that are drawn of it, how wide they are, and how they break into two rows."""

from __future__ import annotations

import unicodedata
from functools import cache

_WIDTHS = {
    0.22: "'’ijl|",
    0.28: " ,./:;I[]ft",
    0.34: "!()-`r{}“”",
    0.50: "Jcksvxyz",
    0.56: "0123456789?L_abdeghnopqu",
    0.61: "FTZ",
    0.67: "&ABEKPSVXY",
    0.72: "CDHNRUw",
    0.78: "GOQ",
    0.83: "Mm",
    0.94: "W",
}
"""Widths of letters as a share of their size, as in Arial, Helvetica and Liberation Sans."""

_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}

UNKNOWN = 0.67
"""What a letter of another alphabet is taken to be wide."""

SEPARATE = ("LATIN ", "CYRILLIC ", "GREEK ")
"""Alphabets whose letters may be set one by one; those of others join or stack."""

_UNDRAWABLE = frozenset({"Cc", "Cs", "Cn", "Co", "Zl", "Zp"})
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def drawable(name: str) -> str:
    """Return a name without what cannot stand in a drawing, its spaces single."""
    composed = unicodedata.normalize("NFC", name)
    kept = (" " if _is_undrawable(letter) else letter for letter in composed)
    return " ".join("".join(kept).split())


def _is_undrawable(letter: str) -> bool:
    return unicodedata.category(letter) in _UNDRAWABLE or letter in _OVERRIDES


@cache
def letter_width(letter: str) -> float:
    """Return about how wide a letter is, as a share of its size."""
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    plain = unicodedata.normalize("NFD", letter)[0]
    return _WIDTH_OF.get(letter) or _WIDTH_OF.get(plain) or UNKNOWN


@cache
def text_width(text: str, spacing: float = 0.0) -> float:
    """Return about how wide a text is, as a share of the size of its letters."""
    return sum(letter_width(letter) + spacing for letter in text)


def stands_letter_by_letter(text: str) -> bool:
    """Say whether each letter of a text keeps its shape when it is set apart from the others."""
    return all(_is_separate(letter) for letter in text)


@cache
def _is_separate(letter: str) -> bool:
    if letter.isalpha():
        return unicodedata.name(letter, "").startswith(SEPARATE)
    return not unicodedata.combining(letter) and letter < "\u2100"


def two_rows(text: str) -> tuple[str, ...]:
    """Return a text as two rows of about the same width; as one where it is a single word."""
    words = text.split(" ")
    breaks = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return min(breaks, key=_wider, default=(text,))


def _wider(rows: tuple[str, ...]) -> float:
    return max(map(text_width, rows))
