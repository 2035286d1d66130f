"""SearchIndex: what search knows of each entry at a glance, and the file that holds it."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

Labelled = tuple[str, str, str]
"""A folder of addresses or a facet: its name, what people call it, and its folded words."""


ALWAYS_THERE = 4
"""Cells of a row that are never left off: kind, slug, number and title."""


class SearchRow(Struct, frozen=True):
    """What the index has of an entry; of a safe space only what is always there."""

    kind: int
    """Its place among the kinds."""
    slug: str
    """Its name in addresses; "" where that is the words of its title with hyphens."""
    number: int
    """Its number, or 0."""
    title: str
    """The folded words of its title, all of them in order."""
    summary: str = ""
    """The folded words of its summary that tell more than the title, each once."""
    place: int = 0
    """The place it happens at: 1 for the first of the places, 0 for none."""
    facets: tuple[int, ...] = ()
    """The places of its facets among the facets, ascending."""
    days: int = 0
    """A bit for each day on which it happens; the lowest is the day of the build."""

    @property
    def packed(self) -> list[Any]:
        """The row as a list, without what is empty at its end."""
        facets = list(self.facets)
        cells = [self.kind, self.slug, self.number, self.title, self.summary, self.place, facets]
        cells.append(self.days)
        while len(cells) > ALWAYS_THERE and not cells[-1]:
            cells.pop()
        return cells


class SearchIndex(Struct, frozen=True):
    """What search knows before it has to ask for the words of the bodies."""

    today: date
    """The day of the build."""
    kinds: tuple[Labelled, ...]
    """The folders in the addresses of entries."""
    facets: tuple[Labelled, ...]
    """What a list can be narrowed by."""
    places: tuple[str, ...]
    """The folded names of places where things happen."""
    stale: int
    """The place of the first entry that nobody has checked lately; the others after it too."""
    gone: tuple[int, ...]
    """Numbers of entries that are in no list any more."""
    synonyms: tuple[tuple[str, str], ...]
    """What people type, and what is looked for as well; both folded."""
    rows: tuple[SearchRow, ...]
    """The entries."""

    def words_of(self, row: SearchRow) -> frozenset[str]:
        """Return every word by which an entry is found without its body."""
        texts = [row.title, row.summary, self.kinds[row.kind][2]]
        texts += [self.places[row.place - 1]] if row.place else []
        texts += [self.facets[facet][2] for facet in row.facets]
        return frozenset(word for text in texts for word in text.split())


def index_text(index: SearchIndex) -> str:
    """Return the file of an index (JSON)."""
    return compact(
        {
            "today": index.today.isoformat(),
            "kinds": index.kinds,
            "facets": index.facets,
            "places": index.places,
            "stale": index.stale,
            "gone": index.gone,
            "synonyms": _by_what_is_meant(index.synonyms),
            "entries": [row.packed for row in index.rows],
        }
    )


def _by_what_is_meant(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return what is looked for as well, each once, followed by all that people type for it."""
    typed: defaultdict[str, list[str]] = defaultdict(list)
    for words, meant in pairs:
        typed[meant].append(words)
    return [[meant, *words] for meant, words in typed.items()]


def compact(value: object) -> str:
    """Return a value as JSON with no byte to spare."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
