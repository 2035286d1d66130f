"""Lines as they are typed -> the same lines as a person reads them, every figure from 0 to 9."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from doorstep.legible_letters import decoded, seen
from doorstep.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

GAP = r"(?>\s{0,2}[-.·_/]?\s{0,9})"
"""What may stand between two figures of one number; a line may end there and the next be set in."""

_EMPHASIS = "*~`\\"
_AS_THEY_ARE = frozenset(map(chr, range(128)))

_SPELLED = {"zero": "0", "nought": "0", "oh": "0", "one": "1", "two": "2", "three": "3"}
_SPELLED |= {"four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9"}
_WORDS = "|".join(_SPELLED)
_SPELLED_FIGURE = late_pattern(
    rf"\b(?:(?P<times>double|treble|triple)[\s-]+(?P<many>{_WORDS}|[0-9])|(?P<one>{_WORDS}))\b",
    re.IGNORECASE,
)
_TIMES = {"double": 2, "treble": 3, "triple": 3}


def legible(lines: Iterable[str]) -> str:
    """Return lines as they are read, one below the other and as many as there were."""
    text = "\n".join(lines)
    if "&" in text or "%" in text:
        text = "\n".join(decoded(line).replace("\n", " ") for line in text.split("\n"))
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        for letter in set(text) - _AS_THEY_ARE:
            if (plain := seen(letter)) != letter:
                text = text.replace(letter, plain)
    for mark in _EMPHASIS:
        text = text.replace(mark, "")
    return text


def line_at(text: str, start: int) -> int:
    """Return which line a place in a text is on, counted from 0."""
    return text.count("\n", 0, start)


def with_figures(text: str) -> str:
    """Return words in which figures that are spelled out, such as double seven, are figures."""
    return _SPELLED_FIGURE.sub(_figures, text)


def _figures(found: re.Match[str]) -> str:
    if found["one"]:
        return _SPELLED[found["one"].lower()]
    figure = found["many"].lower()
    return _SPELLED.get(figure, figure) * _TIMES[found["times"].lower()]
