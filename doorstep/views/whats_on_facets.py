"""An entry on one day -> its facets: the words it is filtered by.

A facet is one plain word, so that a page can carry all of a row's in one attribute.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from doorstep.limits import SLUG
from doorstep.parts_of_day import part_of_day
from doorstep.promises import is_free, is_open_to_all_comers, is_step_free
from doorstep.tracing import kept, question

if TYPE_CHECKING:
    from datetime import date

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence

FREE = "free"
STEP_FREE = "step-free"
TURN_UP = "turn-up"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def facets_of(guide: Guide, occurrence: Occurrence, day: date) -> tuple[str, ...]:
    """Return what a happening can be filtered by, on one of its days."""
    part = part_of_day(occurrence.start.time()) if occurrence.is_timed else ""
    lasting = lasting_facets(guide, occurrence.slug)
    if occurrence.where:
        lasting = _getting_in_there(guide, occurrence, lasting)
    return (*lasting, WEEKDAYS[day.weekday()], *((part,) if part else ()))


def _getting_in_there(
    guide: Guide, occurrence: Occurrence, lasting: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the facets with what getting in is like at the other place of one date."""
    entry = guide.catalogue.by_slug[occurrence.slug]
    others = tuple(facet for facet in lasting if facet != STEP_FREE)
    return (STEP_FREE, *others) if is_step_free(guide, entry, occurrence.where) else others


@question
@kept(20_000)
def lasting_facets(guide: Guide, slug: str) -> tuple[str, ...]:
    """Return what an entry can be filtered by whenever it is."""
    entry = guide.catalogue.by_slug[slug]
    area = guide.catalogue.area_of(entry)
    return (
        *_promises(guide, entry),
        *(topic_facet(topic) for topic in entry.topics),
        *((area_facet(area),) if area else ()),
        *(language_facet(language) for language in entry.languages),
        *(audience_facet(audience) for audience in entry.audiences),
    )


def _promises(guide: Guide, entry: Entry) -> list[str]:
    promised = {
        FREE: is_free(entry),
        STEP_FREE: is_step_free(guide, entry),
        TURN_UP: is_open_to_all_comers(entry),
    }
    return [facet for facet, holds in promised.items() if holds]


def topic_facet(topic: str) -> str:
    """Return the facet of a topic."""
    return f"topic-{topic}"


def area_facet(area: str) -> str:
    """Return the facet of a part of the neighbourhood."""
    return f"area-{area}"


def audience_facet(audience: str) -> str:
    """Return the facet of an audience."""
    return f"for-{audience}"


def language_facet(language: str) -> str:
    """Return the facet of a language, whatever the script its name is written in."""
    return f"lang-{language_slug(language)}"


@lru_cache(1000)  # every row on every list is asked for its languages
def language_slug(language: str) -> str:
    """Return the name of a language in addresses: ASCII, whatever its script."""
    plain = unicodedata.normalize("NFKD", language.casefold()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    slug = slug or "-".join(f"u{ord(letter):x}" for letter in language if not letter.isspace())
    return slug if len(slug) <= SLUG.most else _shortened(slug)


def _shortened(slug: str) -> str:
    """Return a name that a file system can keep, and that no other long name has."""
    return f"{slug[:40].rstrip('-')}-{sha256(slug.encode()).hexdigest()[:8]}"
