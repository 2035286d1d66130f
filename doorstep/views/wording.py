"""Facts of an entry -> the few fixed words and short lines the guide has for them."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from doorstep.freshness import Step
from doorstep.geography import distance, walking_minutes
from doorstep.kinds import BUILDINGS, Kind
from doorstep.occurrences import State as Happens
from doorstep.permalinks import entry_path
from doorstep.promises import is_free, is_open_to_all_comers, is_step_free
from doorstep.showing import State
from doorstep.tracing import kept
from doorstep.views.endings import ends_at
from doorstep.views.parts import Number, Tag

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.geography import Position
    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence
    from doorstep.words import Words

NO_BREAK_SPACE = "\u00a0"
"""A number never stands alone at the start of a line."""

MOST_TAGS = 3

FAR_AHEAD = 6
"""Dates that are looked at for being cancelled one after the other."""

AT_ONCE = 40
"""Metres: the library is not a minute's walk from the library."""

FARTHEST = 40
"""Minutes: beyond this nobody walks, and nothing is said."""


def number_of(guide: Guide, entry: Entry) -> Number | None:
    """Return an entry's number, for the eye and for the ear."""
    return None if entry.number is None else _number(guide.words, entry.number)


@lru_cache(4096)  # a page, its card, its rows and its sheets all have it
def _number(words: Words, number: int) -> Number:
    seen = words.say("No. {number}", number=number).replace(" ", NO_BREAK_SPACE)
    return Number(seen, words.say("Number {number}", number=number))


def title_of(guide: Guide, entry: Entry) -> str:
    """Return the title, after "Cancelled:" or the word for what has become of it."""
    if off_until(guide, entry):
        return guide.words.say("Cancelled: {title}", title=entry.title)
    return standing_title_of(guide, entry)


def standing_title_of(guide: Guide, entry: Entry) -> str:
    """Return the title as it stands whatever becomes of a single date."""
    say = guide.words.say
    match guide.catalogue.showing(entry).state:
        case State.CLOSED:
            return say("Closed: {title}", title=entry.title)
        case State.ENDED:
            return say("Ended: {title}", title=entry.title)
        case State.PAUSED:
            return say("Paused: {title}", title=entry.title)
        case State.TAKEN_DOWN:
            return say("This story has been taken down")
    return entry.title


def next_date(guide: Guide, entry: Entry) -> Occurrence | None:
    """Return its next date, cancelled or not; None for a safe space and for what is paused."""
    showing = guide.catalogue.showing(entry)
    if not entry.when or not showing.is_public or showing.state is not State.OPEN:
        return None
    return next(iter(guide.diary.to_come(entry, 1)), None)


def off_until(guide: Guide, entry: Entry) -> str:
    """Return the instant up to which its very next dates are cancelled (RFC 3339), or ""."""
    soonest = next_date(guide, entry)
    # A building is still there when what happens in it is off.
    if soonest is None or soonest.state is not Happens.CANCELLED or entry.kind in BUILDINGS:
        return ""
    coming = guide.diary.to_come(entry, FAR_AHEAD)
    off = tuple(takewhile(lambda date: date.state is Happens.CANCELLED, coming))
    return ends_at(off[-1])


def _moved_until(guide: Guide, entry: Entry) -> str:
    """Return the instant at which its next date is over, if that was moved, or ""."""
    soonest = None if entry.kind in BUILDINGS else next_date(guide, entry)
    if soonest and (soonest.state is Happens.MOVED or soonest.usual is not None):
        return ends_at(soonest)
    return ""


NAMES = frozenset({Kind.GROUP, Kind.PLACE, Kind.GREEN_SPACE})
"""Kinds whose titles are names, which nobody translates."""


def as_sentence(text: str) -> str:
    """Return words with a capital at their start, where they stand alone on a line."""
    return text[:1].upper() + text[1:]


def href_of(guide: Guide, entry: Entry) -> str:
    """Return the address of an entry's page, for a link."""
    return guide.permalinks.href(entry_path(entry.kind, entry.slug))


def tags_of(guide: Guide, entry: Entry) -> tuple[Tag, ...]:
    """Return at most three words about an entry: what may spoil a journey first."""
    say, showing = guide.words.say, guide.catalogue.showing(entry)
    off, moved = off_until(guide, entry), _moved_until(guide, entry)
    tags = [Tag(say("Cancelled"), "alert", off)] if off else []
    if showing.state is State.CLOSED:
        tags.append(Tag(say("Closed"), "alert"))
    if moved:
        tags.append(Tag(say("Moved"), "alert", moved))
    if showing.state is State.PAUSED:
        tags.append(Tag(say("Paused"), "alert"))
    if showing.has_facts:
        tags += standing_tags_of(guide, entry, _elsewhere_next(guide, entry))
    return tuple(tags[:MOST_TAGS])


def _elsewhere_next(guide: Guide, entry: Entry) -> str:
    """Return the other place of the next date that will be; "" for the usual one."""
    coming = guide.diary.next_on(entry) if next_date(guide, entry) else None
    return coming.where if coming else ""


def unchecked_words(guide: Guide, entry: Entry) -> str:
    """Return what to do before going where nobody asked for long, or ""."""
    is_stale = guide.catalogue.showing(entry).step is Step.STALE
    return guide.words.say("Not checked lately. Phone before you go") if is_stale else ""


def standing_tags_of(guide: Guide, entry: Entry, elsewhere: str = "") -> tuple[Tag, ...]:
    """Return the words about an entry that go for every date of it at its place, or elsewhere."""
    is_stale = guide.catalogue.showing(entry).step is Step.STALE
    stale = (Tag(guide.words.say("Not checked lately"), "alert"),) if is_stale else ()
    return (*stale, *promises_of(guide, entry, elsewhere))


def promises_of(guide: Guide, entry: Entry, elsewhere: str = "") -> tuple[Tag, ...]:
    """Return what an entry promises to whoever comes; what is not known is no promise."""
    free, step_free, turn_up = _words_of_promises(guide.words)
    promises = (
        (free, is_free(entry)),
        (step_free, is_step_free(guide, entry, elsewhere)),
        (turn_up, is_open_to_all_comers(entry)),
    )
    return tuple(tag for tag, holds in promises if holds)


@lru_cache(4)
def _words_of_promises(words: Words) -> tuple[Tag, Tag, Tag]:
    """Return the tags for: free, step-free, just turn up."""
    free, step_free, turn_up = words.say("Free"), words.say("Step-free"), words.say("Just turn up")
    return Tag(free, "plain"), Tag(step_free, "plain"), Tag(turn_up, "plain")


@kept(4096)  # much is at the same place
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
