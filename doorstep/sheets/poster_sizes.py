"""The words of a poster and the room there is -> how large its letters are, and what fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from doorstep.sheets.fitting import fitted
from doorstep.sheets.measuring import Lettering

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doorstep.sheets.poster_parts import PosterFact

WIDE = 190.0
"""Millimetres between the margins."""

TITLES = (48, 40, 34, 28, 24, 20)
"""Points of the title: smaller only where a long one does not fit."""

TITLE_ROOM = 40.0
"""Millimetres a title may be high: more of it, and nobody sees when and where."""

FACTS = (20, 18, 16, 14)
"""Points of the facts; more facts than fit in large letters are still worth reading."""

LONG_TITLES = (20, 14, 12)
"""Points of a title as long as a paragraph."""

AFTER_TITLE, AROUND_FACT = 2.0, 2.4
"""Millimetres of space and rules that are no letters."""


class Sizes(Struct, frozen=True):
    """How large the letters of a poster are, in points."""

    title: int
    facts: int


class PosterText(Struct, frozen=True):
    """What has to fit on a poster."""

    title: str
    """Its title."""
    sentences: tuple[str, ...]
    """What stands between the title and the facts."""
    facts: tuple[PosterFact, ...]
    """The facts."""
    extras: tuple[PosterFact, ...] = ()
    """Those of them that are left out before the letters get smaller."""

    @property
    def needed(self) -> tuple[PosterFact, ...]:
        """The facts without which nobody sets out."""
        return tuple(fact for fact in self.facts if fact not in self.extras)


def sizes_of(text: PosterText, room: float) -> Sizes:
    """Return the largest letters in which a poster fits into a room of so many millimetres."""
    choices = tuple(_choices(text.title))
    return next((sizes for sizes in choices if poster_height(text, sizes) <= room), choices[-1])


def _choices(title: str) -> Iterator[Sizes]:
    """Yield sizes to try, the largest title that is short in it first."""
    short = [points for points in TITLES if is_short(title, points)]
    if short:
        yield from (Sizes(short[0], points) for points in FACTS)
        yield from (Sizes(points, FACTS[-1]) for points in short[1:])
    else:
        yield from (Sizes(points, FACTS[-1]) for points in LONG_TITLES)


def is_short(title: str, points: int) -> bool:
    """Say whether a title in these letters stands at the top of the page, in whole words."""
    letters = title_letters(points)
    is_whole = all(letters.width(word) <= WIDE for word in title.split(" "))
    return is_whole and letters.height(title, WIDE) <= TITLE_ROOM


def with_sentences_that_fit(text: PosterText, instead: str, room: float) -> PosterText:
    """Return a poster whose sentences leave room for its facts; `instead` stands for the others."""
    sizes = Sizes(LONG_TITLES[-1], FACTS[-1])
    if poster_height(text, sizes) <= room:
        return text
    kept = fitted(
        text.sentences,
        lambda some: _height_above(replace(text, sentences=(*some, instead)), sizes),
        room / 2,
    )
    is_whole = len(kept) == len(text.sentences)
    return replace(text, sentences=tuple(kept) if is_whole else (*kept, instead))


def facts_that_fit(text: PosterText, sizes: Sizes, room: float) -> tuple[PosterFact, ...]:
    """Return the facts there is room for, whole, in the order people learn them."""
    left = room - _height_above(text, sizes)
    in_turn = (*text.needed, *text.extras)
    kept = fitted(in_turn, lambda facts: _facts_height(facts, sizes), left)
    return tuple(fact for fact in text.facts if fact in kept)


def poster_height(text: PosterText, sizes: Sizes) -> float:
    """Return how high title, sentences and needed facts are, in millimetres."""
    return _height_above(text, sizes) + _facts_height(text.needed, sizes)


def _height_above(text: PosterText, sizes: Sizes) -> float:
    bold = Lettering(sizes.facts, 1.2, is_bold=True)
    sentences = sum(bold.height(sentence, WIDE) + AFTER_TITLE for sentence in text.sentences)
    return title_letters(sizes.title).height(text.title, WIDE) + AFTER_TITLE + sentences


def _facts_height(facts: Sequence[PosterFact], sizes: Sizes) -> float:
    letters = Lettering(sizes.facts, 1.2)
    said = (f"{fact.label} {fact.text}" for fact in facts)
    return sum(letters.height(words, WIDE) + AROUND_FACT for words in said)


def title_letters(points: int) -> Lettering:
    """Return the letters of a title."""
    return Lettering(points, 1.1, is_bold=True)
