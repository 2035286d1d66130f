"""Words so common that finding an entry by them would help nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.search.folding import folded_words

if TYPE_CHECKING:
    from collections.abc import Container

STOP_WORDS = frozenset(
    """
    a about all an and any are as at be been but by can do for from had has have he her here him
    his how i if in into is it its just like me my no not of off on or our out she so some than
    that the their them then there these they this those to too up us very was we were what when
    where which who will with would you your
    """.split()  # noqa: SIM905 - a list to be read as one
)


def telling_words(text: str, known: Container[str] = ()) -> tuple[str, ...]:
    """Return the folded words of a text, each once and in order, without these and the known."""
    words = dict.fromkeys(folded_words(text))
    return tuple(word for word in words if word not in STOP_WORDS and word not in known)
