"""Letters on paper -> what is wrong with where they stand: off it, on each other, or elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations, groupby, product
from math import dist
from statistics import quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paper import Letter, Side

MARKS = "⟦⟧"
"""What marks the words of the made-up language; turned, it is measured wrong."""

EDGE = 4.9
"""Millimetres that printers do not reach, and as high as a line: what runs over ends in them, for
what is wholly off the paper is not in the file's letters at all."""

BUCKET = 10.0
"""Millimetres: larger than a letter, so that letters on each other share a square of this size."""

COVERED = 0.4
"""How much of a letter another one may cover, as accents and slanting letters do."""

HALO = 0.3
"""Millimetres: less than from one letter to the next, so that it is the same one drawn again."""

FEW = 8
"""Words on a side by which nothing can be said about how far most of them have moved."""


def off_paper(side: Side) -> list[str]:
    """Return the letters that are not on the paper, or too near to its edge."""
    right, bottom = side.wide - EDGE, side.high - EDGE
    return [
        letter.text
        for letter in _seen(side)
        if min(letter.left, letter.top) < EDGE or letter.right > right or letter.bottom > bottom
    ]


def printed_over(side: Side) -> list[str]:
    """Return the pairs of letters that stand on each other, so that neither can be read."""
    squares: dict[tuple[int, int], list[Letter]] = defaultdict(list)
    for letter in _drawn_once(side):
        squares[_square(letter, BUCKET)].append(letter)
    return [
        one.text + other.text
        for letters in squares.values()
        for one, other in combinations(letters, 2)
        if _shared(one, other) > COVERED * min(_size(one), _size(other))
    ]


def moved(side: Side, other: Side) -> float:
    """Return how far words of one print are from where another has them, but for the last quarter.

    A word that goes to the next line in one of them takes few with it; a part that stands in
    another place takes all of its words.
    """
    here, there = _places(side), _places(other)
    far = [dist(place, there[word]) for word, place in here.items() if word in there]
    return quantiles(far, n=4)[2] if len(far) >= FEW else 0.0


def _seen(side: Side) -> Iterator[Letter]:
    return (one for one in side.letters if one.text.strip() and one.text not in MARKS)


def _drawn_once(side: Side) -> Iterator[Letter]:
    """Yield the letters that have no white under them, as the names on a map have."""
    drawn = Counter((letter.text, *_square(letter, HALO)) for letter in _seen(side))
    for letter in _seen(side):
        across, down = _square(letter, HALO)
        near = product((letter.text,), (across - 1, across, across + 1), (down - 1, down, down + 1))
        if sum(drawn[place] for place in near) == 1:
            yield letter


def _square(letter: Letter, size: float) -> tuple[int, int]:
    """Return in which square of this size the middle of a letter is."""
    across, down = letter.left + letter.right, letter.top + letter.bottom
    return int(across / 2 / size), int(down / 2 / size)


def _size(letter: Letter) -> float:
    return (letter.right - letter.left) * (letter.bottom - letter.top)


def _shared(one: Letter, other: Letter) -> float:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0.0, across) * max(0.0, down)


def _places(side: Side) -> dict[str, tuple[float, float]]:
    """Return where each word begins that is on this side once."""
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for is_word, letters in groupby(side.letters, lambda letter: letter.text.isalnum()):
        if is_word:
            word = list(letters)
            place = (word[0].left, word[0].top)
            found["".join(letter.text for letter in word)].append(place)
    return {word: places[0] for word, places in found.items() if len(places) == 1}
