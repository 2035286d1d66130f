"""The guide's own lists of words -> what people read for each, and the ids they mean by it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from doorstep.fields import folded
from doorstep.slugs import slugified

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from doorstep.config import SiteConfig

Labels = dict[str, dict[str, str]]
"""For the boxes topics, audiences and area: what people read for each id."""

NO_LABELS: Labels = {}
"""A guide whose words are their own labels."""

_BETWEEN = re.compile(r"[,;\n]")


def labels_of(config: SiteConfig) -> Labels:
    """Return what people read for the topics, audiences and areas of a guide."""
    return {
        "topics": {topic.id: topic.label for topic in config.topics},
        "audiences": {audience.id: audience.label for audience in config.audiences},
        "area": {area.id: area.label for area in config.areas},
    }


def as_called(name: str) -> str:
    """Return a name as names are compared: without capitals, accents and apostrophes."""
    return slugified(name) or folded(name)


def labelled(word: str, labels: Mapping[str, str]) -> str:
    """Return the label of an id, if it is one and nothing else has that label."""
    label = labels.get(word, word)
    return label if meant_by(label, labels) == word else word


def meant_by(words: str, labels: Mapping[str, str]) -> str:
    """Return the id that words stand for, or ""."""
    return _ids(tuple(labels.items())).get(folded(words), "")


@lru_cache(maxsize=16)
def _ids(labels: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return the id for each label and each id, folded; asked for by every word of every entry."""
    by_label = {folded(label): one for one, label in labels}
    return by_label | {folded(one): one for one, _ in labels}


def listed(words: str, labels: Mapping[str, str]) -> list[str]:
    """Return the ids that words between commas stand for; an unknown word stays as it is.

    A label may hold commas of its own (“Music, film and shows”), so the longest is tried first.
    """
    return list(_listed(_BETWEEN.split(words), labels))


def _listed(pieces: Sequence[str], labels: Mapping[str, str]) -> Iterator[str]:
    longest = 1 + max((label.count(",") for label in labels.values()), default=0)
    at = 0
    while at < len(pieces):
        for width in range(min(longest, len(pieces) - at), 0, -1):
            words = ",".join(pieces[at : at + width]).strip()
            if width == 1 or meant_by(words, labels):
                break
        at += width
        if words:
            yield meant_by(words, labels) or words
