"""Words of any length -> sentences that are short enough for Easy Read, or none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_WORDS = 15
"""In a sentence (Department of Health: Making written information easier to understand)."""


class Sentence(NamedTuple):
    """One thing to say."""

    text: str
    """The sentence."""
    is_extra: bool
    """Whether it may be left out where there is no room for it."""


def needed(texts: Iterable[str]) -> Iterator[Sentence]:
    """Yield what there is of these, which must be said."""
    return (Sentence(text, is_extra=False) for text in texts if text)


def extra(texts: Iterable[str]) -> Iterator[Sentence]:
    """Yield what there is of these, which is only said where there is room."""
    return (Sentence(text, is_extra=True) for text in texts if text)


def is_easy(sentence: str) -> bool:
    """Say whether a sentence is short enough."""
    return len(sentence.split()) <= MOST_WORDS


def first_easy(*sentences: str) -> str:
    """Return the first of several ways to say something that is short enough, or ""."""
    return next((one for one in sentences if one and is_easy(one)), "")


def easily_said(text: str) -> tuple[str, ...]:
    """Return what somebody wrote, sentence by sentence; () where one of them is too long."""
    found = tuple(_ended(one) for one in re.split(r"(?<=[.?!])\s+", text.strip()) if one)
    return found if all(map(is_easy, found)) else ()


def inside(label: str) -> str:
    """Return a label as it stands inside a sentence: older people, but LGBTQ+ people."""
    first, rest = label[:1], label[1:]
    return first.lower() + rest if rest[:1].islower() else label


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith(("?", "!")) else f"{sentence.rstrip('.')}."
