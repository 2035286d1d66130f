"""Several ways to write a thing -> one pattern that finds any of them."""

from __future__ import annotations

import re

from doorstep.patterns import late_pattern

CAPITAL = "[A-ZÆÐØÞĐĦŁŊŒŦ]"
"""A capital letter: those here that nobody writes as another with a mark above or below it."""


def any_of(*ways: str) -> re.Pattern[str]:
    """Return a pattern that finds any of these, in capitals or not unless they say otherwise."""
    return late_pattern("|".join(f"(?:{way})" for way in ways), re.IGNORECASE)
