"""Names and postcodes as mappers typed them -> as they can be written on a map."""

from __future__ import annotations

import re
import unicodedata

LONGEST_NAME = 80
"""Letters of a name that are kept."""

_JOINERS = "\u200c\u200d"
"""Persian and Indian scripts are written with these; all else that cannot be seen is left out."""


def tidy_name(text: str) -> str:
    """Return a name on one line without what cannot be seen, cut after a word if it is long."""
    seen = "".join(filter(_is_seen, unicodedata.normalize("NFC", " ".join(text.split()))))
    name = " ".join(seen.split())
    if len(name) <= LONGEST_NAME:
        return name
    cut = name[: LONGEST_NAME - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def _is_seen(letter: str) -> bool:
    return letter in _JOINERS or unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn")


_IN_BRITAIN = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][A-Z]{2})")
_ELSEWHERE = re.compile(r"(?=.*[0-9])[A-Z0-9][A-Z0-9 -]{2,10}")


def tidy_postcode(text: str) -> str:
    """Return a postcode as people write it; "" where it is none, or several."""
    text = tidy_name(text).upper()
    if found := _IN_BRITAIN.fullmatch(text):
        return f"{found[1]} {found[2]}"
    return text if _ELSEWHERE.fullmatch(text) else ""
