"""Synonyms: what people type, and what the guide calls the same thing."""

from __future__ import annotations

from msgspec import Struct


class Synonyms(Struct, frozen=True):
    """The forum's own list of words that mean other words."""

    pairs: tuple[tuple[str, str], ...] = ()
    """What somebody types, and what is looked for as well; both folded, each pair once."""


NO_SYNONYMS = Synonyms()
"""What a forum has that writes none down."""
