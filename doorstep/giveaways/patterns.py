"""Several ways to write a thing -> one pattern that finds any of them."""

from __future__ import annotations

import re

CAPITAL = "[A-ZÆÐØÞĐĦŁŊŒŦ]"
"""A capital letter: those here that nobody writes as another with a mark above or below it."""


def any_of(*ways: str) -> re.Pattern[str]:
    """Return a pattern that finds any of these, in capitals or not unless they say otherwise."""
    return re.compile("|".join(f"(?:{way})" for way in ways), re.IGNORECASE)


def alternatives(words: str) -> str:
    """Return words, listed with commas between them, as the alternatives of a pattern."""
    return "|".join(word.strip() for word in words.split(","))
