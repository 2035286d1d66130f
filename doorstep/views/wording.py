"""Facts of an entry -> the few fixed words and short lines the guide has for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doorstep.fields import Answer
from doorstep.freshness import Step
from doorstep.geography import distance, walking_minutes
from doorstep.kinds import Kind
from doorstep.permalinks import entry_path
from doorstep.showing import State
from doorstep.views.parts import Number, Tag

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.geography import Position
    from doorstep.guide import Guide

NO_BREAK_SPACE = "\u00a0"
"""A number never stands alone at the start of a line."""

MOST_TAGS = 3

AT_ONCE = 40
"""Metres: the library is not a minute's walk from the library."""

FARTHEST = 40
"""Minutes: beyond this nobody walks, and nothing is said."""


def number_of(guide: Guide, entry: Entry) -> Number | None:
    """Return an entry's number, for the eye and for the ear."""
    if entry.number is None:
        return None
    say = guide.words.say
    seen = say("No. {number}", number=entry.number).replace(" ", NO_BREAK_SPACE)
    return Number(seen, say("Number {number}", number=entry.number))


def title_of(guide: Guide, entry: Entry) -> str:
    """Return the title, after the word for what has become of it."""
    prefixes = {
        State.CLOSED: guide.words.say("Closed: {title}", title=entry.title),
        State.ENDED: guide.words.say("Ended: {title}", title=entry.title),
        State.PAUSED: guide.words.say("Paused: {title}", title=entry.title),
        State.TAKEN_DOWN: guide.words.say("This story has been taken down"),
    }
    return prefixes.get(guide.catalogue.showing(entry).state, entry.title)


NAMES = frozenset({Kind.GROUP, Kind.PLACE, Kind.GREEN_SPACE})
"""Kinds whose titles are names, which nobody translates."""


def as_sentence(text: str) -> str:
    """Return words with a capital at their start, where they stand alone on a line."""
    return text[:1].upper() + text[1:]


def href_of(guide: Guide, entry: Entry) -> str:
    """Return the address of an entry's page, for a link."""
    return guide.permalinks.href(entry_path(entry.kind, entry.slug))


def is_free(entry: Entry) -> bool:
    """Say whether the cost is nothing, for everyone: "Free for under-fives, then £2" is not."""
    return bool(re.match(r"free\b", entry.cost, re.IGNORECASE)) and not re.search(
        r"[£€$\d]", entry.cost
    )


def is_open_to_all_comers(entry: Entry) -> bool:
    """Say whether one can just turn up."""
    return bool(re.match(r"(yes,?\s+)?just turn up\b", entry.come_along, re.IGNORECASE))


def tags_of(guide: Guide, entry: Entry) -> tuple[Tag, ...]:
    """Return at most three words about an entry: what may spoil a journey first."""
    say, showing = guide.words.say, guide.catalogue.showing(entry)
    alerts = (
        (say("Closed"), showing.state is State.CLOSED),
        (say("Paused"), showing.state is State.PAUSED),
        (say("Not checked lately"), showing.has_facts and showing.step is Step.STALE),
    )
    promises = (
        (say("Free"), is_free(entry)),
        (say("Step-free"), guide.catalogue.access_of(entry).step_free is Answer.YES),
        (say("Just turn up"), is_open_to_all_comers(entry)),
    )
    tags = [Tag(text, "alert") for text, holds in alerts if holds]
    if showing.has_facts:
        tags += [Tag(text, "plain") for text, holds in promises if holds]
    return tuple(tags[:MOST_TAGS])


def walk_from_landmark(guide: Guide, here: Position) -> str:
    """Return how long it takes from the nearest landmark; "" at the landmark, or far from all."""
    if not guide.landmarks:
        return ""
    nearest = min(guide.landmarks, key=lambda landmark: distance(landmark.position, here))
    metres = distance(nearest.position, here)
    minutes = walking_minutes(nearest.position, here)
    return (
        walk_words(guide, minutes, nearest.name) if metres > AT_ONCE and minutes <= FARTHEST else ""
    )


def walk_words(guide: Guide, minutes: int, landmark: str) -> str:
    """Return minutes on foot in words."""
    return guide.words.count(
        "about {number} minute’s walk from {landmark}",
        "about {number} minutes’ walk from {landmark}",
        minutes,
        landmark=landmark,
    )
