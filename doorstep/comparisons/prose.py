"""Two texts -> the sentences that differ between them, few enough for a comment."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*[”’\"')\]]*|[.!?]+")

MOST_LETTERS = 400
"""What a person reads of each side on a phone; the page itself has the rest."""

MOST_SENTENCES = 400
"""Beyond this the whole text counts as another one: telling them apart would take too long."""


def differing(before: str, after: str) -> tuple[str, str]:
    """Return the sentences that only one of two texts has, each side shortened."""
    was, now = _sentences(before), _sentences(after)
    if max(len(was), len(now)) > MOST_SENTENCES:
        return _shortened(was), _shortened(now)
    gone: list[str] = []
    come: list[str] = []
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    for what, old, old_end, new, new_end in matcher.get_opcodes():
        if what != "equal":
            gone += was[old:old_end]
            come += now[new:new_end]
    return _shortened(gone), _shortened(come)


def _sentences(text: str) -> list[str]:
    return [found for one in _SENTENCE.findall(text) if (found := " ".join(one.split()))]


def _shortened(sentences: list[str]) -> str:
    return shortened(" ".join(sentences), MOST_LETTERS)


def shortened(text: str, most: int) -> str:
    """Return as many whole words of a text as fit, and say when there is more."""
    if len(text) <= most:
        return text
    return f"{text[:most].rpartition(' ')[0] or text[:most]} (and more)"
