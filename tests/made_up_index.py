"""A number and a seed -> the search files of a made-up guide, and what somebody types there."""

from __future__ import annotations

import json
import random
from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any

from doorstep.search.bodies import bodies_text
from doorstep.search.index import SearchIndex, SearchRow, index_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DIFFERENT_WORDS = 6000
STARTS = ("b", "c", "ch", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "w")
VOWELS = ("a", "e", "i", "o", "u", "ea", "oo")
ENDS = ("n", "r", "l", "ck", "ng", "s", "t", "m")
LAST = ("er", "y", "ing", "ed", "es", "ton", "le", "", "", "")
FACETS = 60
PLACES = 80


def made_up_words(dice: random.Random) -> list[str]:
    """Return so many words that look like English ones, each once."""
    syllables = ["".join(parts) for parts in product(STARTS, VOWELS, ENDS)]
    words: dict[str, None] = {}
    while len(words) < DIFFERENT_WORDS:
        count = dice.choice((1, 1, 2, 2, 2, 3))
        words["".join(dice.choices(syllables, k=count)) + dice.choice(LAST)] = None
    return list(words)


def made_up_files(number: int, seed: int = 1) -> tuple[Any, Any]:
    """Return the two files, read; a few words are everywhere and most are rare, as in a guide."""
    dice = random.Random(seed)  # noqa: S311
    words = made_up_words(dice)
    weights = [1 / (rank + 5) for rank in range(len(words))]

    def text(count: int) -> str:
        return " ".join(dict.fromkeys(dice.choices(words, weights, k=count)))

    rows = tuple(_row(dice, place, text) for place in range(number))
    index = SearchIndex(
        today=date(2026, 11, 22),
        kinds=(("groups/", "Groups", "group groups"), ("events/", "Events", "event events")),
        facets=tuple((f"topic-{place}", f"Topic {place}", text(6)) for place in range(FACETS)),
        places=tuple(text(2) for _ in range(PLACES)),
        stale=number * 9 // 10,
        gone=(),
        synonyms=tuple(_synonyms(dice, words)),
        rows=rows,
    )
    bodies = bodies_text(text(70).split() for _ in rows)
    return json.loads(index_text(index)), json.loads(bodies)


def _row(dice: random.Random, place: int, text: Any) -> SearchRow:
    return SearchRow(
        kind=dice.randrange(2),
        slug="",
        number=place + 101,
        title=text(dice.randrange(2, 6)),
        summary=text(dice.randrange(7, 14)),
        place=dice.randrange(PLACES + 1),
        facets=tuple(sorted(dice.sample(range(FACETS), 6))),
        days=dice.getrandbits(21),
    )


def _synonyms(dice: random.Random, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    for _ in range(300):
        typed = " ".join(dice.sample(words, dice.choice((1, 1, 2))))
        yield typed, " ".join(dice.sample(words[:500], dice.choice((1, 1, 2))))


def typed_texts(files: tuple[Any, Any]) -> list[str]:
    """Return what somebody types in such a guide: a title, two with slips, a question, no word."""
    titles = _titles(files)
    question = "is there a group near me"
    return [titles[3], slipped(titles[5]), slipped(titles[8]), question, "zzzzzzzz"]


def long_texts(files: tuple[Any, Any]) -> list[str]:
    """Return what nobody types, but may well paste."""
    many = " ".join(_titles(files)[:200])
    return [many, slipped(many), "a" * 10_000, "co " * 500]


def typing(text: str) -> list[str]:
    """Return what is in the box after each key."""
    return [text[: end + 1] for end in range(len(text))]


def slipped(title: str) -> str:
    """Return a title with the third letter of each word left out."""
    return " ".join(word[:2] + word[3:] for word in title.split())


def _titles(files: tuple[Any, Any]) -> list[str]:
    return [row[3] for row in files[0]["entries"]]
