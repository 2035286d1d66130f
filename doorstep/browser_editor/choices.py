"""A guide's topics, places and groups -> what can be chosen from in the browser editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.kinds import Kind
from doorstep.showing import Face

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.catalogue import Catalogue
    from doorstep.config import Area, Audience, SiteConfig, Topic
    from doorstep.entries import Entry

Choice = dict[str, str]
"""What is shown, and what is written in the file."""

Choices = dict[str, list[Choice]]
"""What there is to choose from, by the key it is for."""


def choices_of(config: SiteConfig, catalogue: Catalogue) -> Choices:
    """Return what can be chosen in this guide; a safe space is never among it."""
    # What is closed is still named in the files of others, and those are to stay open for editing.
    named = catalogue.seen_on(Face.FORMS)
    places = [entry for entry in named if entry.kind in (Kind.PLACE, Kind.GREEN_SPACE)]
    return {
        "topics": _labelled(config.topics),
        "area": _labelled(config.areas),
        "for": _labelled(config.audiences),
        "where": _titled(places),
        "organiser": _titled(entry for entry in named if entry.kind is Kind.GROUP),
        "works_with": _titled(named),
    }


def words_to_choose(words: Iterable[str]) -> list[Choice]:
    """Return choices that are written as they are shown, but for a capital."""
    return [{"label": word.capitalize(), "value": word} for word in words]


def _labelled(items: Iterable[Topic | Area | Audience]) -> list[Choice]:
    return [{"label": item.label, "value": item.id} for item in items]


def _titled(entries: Iterable[Entry]) -> list[Choice]:
    by_title = sorted(entries, key=lambda entry: (entry.title.casefold(), entry.slug))
    return [{"label": entry.title, "value": entry.slug} for entry in by_title]
