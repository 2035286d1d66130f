"""Letters as they were typed -> what a person sees of them: no escapes, no joiners, our figures."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters of other alphabets that nothing is drawn for."""

_DASHES = frozenset("\u2212\u30fb")
"""What looks like a dash and is none to Unicode."""


def decoded(words: str) -> str:
    """Return words without the escapes of web pages and web addresses, one within another too."""
    # Nearly all words have none, and are left as they are.
    return unescape(unquote(unquote(words))) if "&" in words or "%" in words else words


@lru_cache(maxsize=4096)
def seen(letter: str) -> str:
    """Return what there is to see of a letter: nothing of a joiner or a mark, 4 of a ٤."""
    kind = unicodedata.category(letter)
    if kind in ("Cf", "Mn", "Mc", "Me") or letter in _BLANK:
        return ""
    if kind == "Pd" or letter in _DASHES:
        return "-"
    return str(unicodedata.digit(letter, letter))
