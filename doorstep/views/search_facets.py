"""Topics, areas, languages and audiences -> what results are narrowed by, with their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.search.stop_words import telling_words
from doorstep.views.whats_on_choices import in_both
from doorstep.views.whats_on_facets import (
    FREE,
    STEP_FREE,
    TURN_UP,
    area_facet,
    audience_facet,
    language_facet,
    lasting_facets,
    topic_facet,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.search.index import Labelled


def search_facets(guide: Guide, entries: Sequence[Entry]) -> tuple[Labelled, ...]:
    """Return every facet that any of these entries has, in the order of the filters."""
    used = {facet for entry in entries for facet in lasting_facets(guide, entry.slug)}
    known: dict[str, Labelled] = {}
    for facet in _every_facet(guide, entries):
        # A language that is spelt in two ways is one facet.
        known.setdefault(facet[0], facet)
    return tuple(facet for name, facet in known.items() if name in used)


def _every_facet(guide: Guide, entries: Sequence[Entry]) -> Iterator[Labelled]:
    say, config = guide.words.say, guide.config
    for name, label in (
        (FREE, say("Free")),
        (STEP_FREE, say("Step-free")),
        (TURN_UP, say("Just turn up")),
    ):
        yield _facet(name, label)
    for topic in config.topics:
        yield _facet(topic_facet(topic.id), topic.label, topic.id, *topic.words)
    for area in config.areas:
        yield _facet(area_facet(area.id), area.label, area.id)
    for language in sorted({language for entry in entries for language in entry.languages}):
        yield _facet(language_facet(language), in_both(guide, language), language)
    for audience in config.audiences:
        yield _facet(audience_facet(audience.id), audience.label, audience.id)


def _facet(name: str, label: str, *more: str) -> Labelled:
    return name, label, " ".join(telling_words(" ".join([label, *more])))
