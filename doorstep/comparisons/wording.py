"""What something was and what it is -> a sentence that says so, in the few forms there are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SAYS_ITSELF = re.compile(r"[+()£\d][\d ()+.,-]*|[^\s;]*[^\s;.]")
"""A number, a sum or a single word: it needs no quotation marks."""


def shown(text: str) -> str:
    """Return words of a page as a sentence shows them."""
    return text if _SAYS_ITSELF.fullmatch(text) else f"“{text}”"


def changes_of(noun: str, title: str, before: str, after: str) -> Iterator[str]:
    """Yield the sentence for something that differs, such as the "cost of"; else nothing."""
    if before == after:
        return
    if not before:
        yield f"The {noun} {title} is new: {shown(after)}"
    elif not after:
        yield f"The {noun} {title} is taken out. It was {shown(before)}"
    else:
        yield f"The {noun} {title} changes from {shown(before)} to {shown(after)}"


def more_and_less(
    before: Iterable[str], after: Iterable[str], more: str, less: str
) -> Iterator[str]:
    """Yield what is new in a list, in words with {names}, and what has gone from it."""
    was, now = list(before), list(after)
    for words, names in ((more, _not_in(was, now)), (less, _not_in(now, was))):
        if names:
            yield words.format(names=" and ".join(filter(None, (", ".join(names[:-1]), names[-1]))))


def _not_in(some: Iterable[str], others: Iterable[str]) -> list[str]:
    known = set(some)
    return [one for one in dict.fromkeys(others) if one not in known]
