"""Headings as written -> levels with none skipped, and ids by which others can link to them."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote, unquote

LOWEST = 6
PREFIX = "s-"
"""Keeps the ids of a body apart from those of the page around it."""


class Outline:
    """The headings of one body so far."""

    def __init__(self, offset: int) -> None:
        self._offset = offset
        self._above: list[int] = []
        self._uses: dict[str, int] = {}

    def level(self, written: int) -> int:
        """Return the level to publish: one below the nearest heading that ranks above."""
        while self._above and self._above[-1] >= written:
            self._above.pop()
        self._above.append(written)
        return min(self._offset + len(self._above), LOWEST)

    def identify(self, words: str) -> str:
        """Return an id for the next heading, numbered where two have the same words."""
        slug = base = _slug(words)
        while slug in self._uses:
            self._uses[base] += 1
            slug = f"{base}-{self._uses[base]}"
        self._uses[slug] = 0
        return PREFIX + slug

    def address_of(self, fragment: str) -> str:
        """Return where a link such as `#opening-times`, good on GitHub, finds its heading here."""
        slug = unquote(fragment.removeprefix("#"))
        return f"#{PREFIX}{quote(slug)}" if slug in self._uses else fragment


def _slug(words: str) -> str:
    kept = (letter for letter in words.strip().lower() if letter in " -_" or _is_word(letter))
    return "".join(kept).replace(" ", "-") or "section"


def _is_word(letter: str) -> bool:
    # Marks count: without its vowel signs a Gujarati word is another word.
    return unicodedata.category(letter)[0] in "LMN"
