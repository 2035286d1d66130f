"""Lines as they are typed -> the same lines as a person reads them, every figure from 0 to 9."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable

GAP = r"(?>\s{0,2}[-.·_/]?\s{0,9})"
"""What may stand between two figures of one number; a line may end there and the next be set in."""

_UNSEEN = re.compile(
    r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u20e3\ufe0e\ufe0f\ufeff]"
)
_DASH = re.compile(r"[\u2010-\u2015\u2212\u30fb]")
_EMPHASIS = "*~`\\"

_SPELLED = {"zero": "0", "nought": "0", "oh": "0", "one": "1", "two": "2", "three": "3"}
_SPELLED |= {"four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9"}
_SPELLED_FIGURE = re.compile(
    rf"\b(?:(double|treble|triple)\s+)?({'|'.join(_SPELLED)})\b", re.IGNORECASE
)
_TIMES = {"": 1, "double": 2, "treble": 3, "triple": 3}


def legible(lines: Iterable[str]) -> str:
    """Return lines as they are read, one below the other and as many as there were."""
    text = "\n".join(lines)
    if "&" in text or "%" in text:
        text = "\n".join(_decoded(line) for line in text.split("\n"))
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    for letter in set(text) - _PLAIN:
        if (plain := _plain(letter)) != letter:
            text = text.replace(letter, plain)
    return text


_PLAIN = frozenset(map(chr, range(128))) - frozenset(_EMPHASIS)


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    if letter in _EMPHASIS or _UNSEEN.match(letter):
        return ""
    if _DASH.match(letter):
        return "-"
    return str(unicodedata.digit(letter, letter))


def line_at(text: str, start: int) -> int:
    """Return which line a place in a text is on, counted from 0."""
    return text.count("\n", 0, start)


def _decoded(line: str) -> str:
    return unescape(unquote(line)).replace("\n", " ")


def with_figures(text: str) -> str:
    """Return words in which figures that are spelled out, such as double seven, are figures."""
    return _SPELLED_FIGURE.sub(_figures, text)


def _figures(found: re.Match[str]) -> str:
    return _SPELLED[found[2].lower()] * _TIMES[(found[1] or "").lower()]
