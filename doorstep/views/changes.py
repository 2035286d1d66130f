"""A date that is cancelled, moved or elsewhere -> words: which one, why, and when instead."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import takewhile
from typing import TYPE_CHECKING

from doorstep.occurrences import State
from doorstep.showing import Face
from doorstep.views.parts import Tag
from doorstep.views.time_words import day_words, occurrence_when
from doorstep.views.wording import as_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence


def when_of(guide: Guide, occurrence: Occurrence) -> str:
    """Return the day and the time of a date: Tuesday 3 March, 10:30am to midday."""
    return occurrence_when(occurrence, guide.words, guide.today)


def next_on_words(guide: Guide, occurrence: Occurrence) -> str:
    """Return when it is next: "Next on Tuesday 3 March, 10:30am to midday"."""
    return guide.words.say("Next on {when}", when=when_of(guide, occurrence))


def change_words(guide: Guide, occurrence: Occurrence) -> str:
    """Return, under its date, why it is not as usual and when it is instead; "" when it is."""
    if occurrence.is_usual:
        return ""
    because = as_sentence(occurrence.because)
    match occurrence.state:
        case State.CANCELLED:
            return sentences((because, _next_after(guide, occurrence)))
        case State.MOVED:
            return sentences((_now_on(guide, occurrence), because))
    return sentences((_moved_from(guide, occurrence), _not_at(guide, occurrence), because))


def changed_words(guide: Guide, occurrence: Occurrence) -> str:
    """Return, where no date stands above it, which date is not as usual, why, and when instead."""
    if occurrence.state is State.MOVED:
        now_on = _now_on(guide, occurrence)
        return sentences((_which(guide, occurrence), now_on, as_sentence(occurrence.because)))
    return which_and_why(guide, occurrence)


def which_and_why(guide: Guide, occurrence: Occurrence) -> str:
    """Return which date is not as usual and why, where "Next on" follows; "" for a usual one."""
    if occurrence.is_usual:
        return ""
    which, elsewhere = _which(guide, occurrence), _elsewhere(guide, occurrence)
    return sentences((which, elsewhere, as_sentence(occurrence.because)))


def _which(guide: Guide, occurrence: Occurrence) -> str:
    say, day = guide.words.say, _day_of(guide, occurrence.start)
    match occurrence.state:
        case State.CANCELLED:
            return say("Cancelled on {day}", day=day)
        case State.MOVED:
            return _not_then(guide, occurrence)
    return _moved_from(guide, occurrence)


def _not_then(guide: Guide, occurrence: Occurrence) -> str:
    """Return when it is not after all; of a date that only has another time, the old time."""
    say, start, new = guide.words.say, occurrence.start, occurrence.instead
    day = _day_of(guide, start)
    if new is None or new.date() != start.date():
        return say("Moved: not on {day}", day=day)
    if not occurrence.is_timed:
        return say("Another time on {day}", day=day)
    return say("Moved: not at {time} on {day}", time=guide.words.time(start.time()), day=day)


def tag_of(guide: Guide, occurrence: Occurrence) -> Tag | None:
    """Return the word for a date that is not as usual."""
    if occurrence.state is State.CANCELLED:
        return Tag(guide.words.say("Cancelled"), "alert")
    is_moved = occurrence.state is State.MOVED or occurrence.usual is not None
    return Tag(guide.words.say("Moved"), "alert") if is_moved else None


def place_of_change(guide: Guide, occurrence: Occurrence) -> str:
    """Return what the other place of a date is called; "" for the usual one."""
    place = guide.catalogue.place_named(occurrence.where) if occurrence.where else None
    if place is None:
        return occurrence.where
    # Somebody may name a safe space without knowing that it is one.
    is_told = guide.catalogue.shows(place, Face.PLACE)
    return place.title if is_told else guide.words.say("another place: phone to ask")


def at_another_place(guide: Guide, occurrence: Occurrence) -> str:
    """Return at which other place a date is; "" for the usual one."""
    place = place_of_change(guide, occurrence)
    return guide.words.say("At {place}", place=place) if place else ""


def sentences(parts: Iterable[str]) -> str:
    """Return what there is of these as sentences, each with one mark at its end."""
    return " ".join(_ended(part) for part in parts if part)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith(("?", "!", "…")) else f"{sentence.rstrip('.')}."


def _next_after(guide: Guide, occurrence: Occurrence) -> str:
    every = _all_of(guide, occurrence)
    later = _from(every, bisect_right(every, occurrence.start, key=_start))
    again = next((other for other in later if other.state is State.ON), None)
    return next_on_words(guide, again) if again else ""


def _now_on(guide: Guide, occurrence: Occurrence) -> str:
    """Return when a date is that was moved away, and where when that is new as well."""
    new = _moved_here(_all_of(guide, occurrence), occurrence)
    if new is None:
        return _now_far_off(guide, occurrence)
    say, when, place = guide.words.say, when_of(guide, new), place_of_change(guide, new)
    if place:
        return say("Now on {when}, at {place}", when=when, place=place)
    return say("Now on {when}", when=when)


def _now_far_off(guide: Guide, occurrence: Occurrence) -> str:
    """Return the new day of a date that was moved to a day the diary does not know of."""
    if occurrence.instead is None:
        return ""
    return guide.words.say("Now on {when}", when=_day_of(guide, occurrence.instead))


def _moved_here(every: Sequence[Occurrence], moved: Occurrence) -> Occurrence | None:
    """Return the new date of one that was moved, among all dates in the order of their starts."""
    if moved.instead is None:
        return None
    later = _from(every, bisect_left(every, moved.instead, key=_start))
    there = takewhile(lambda one: one.start == moved.instead, later)
    return next((one for one in there if one.usual is not None and one.on == moved.on), None)


def _from(every: Sequence[Occurrence], place: int) -> Iterator[Occurrence]:
    """Yield dates from a place on, without a walk there: some entries have thousands."""
    return (every[at] for at in range(place, len(every)))


def _start(occurrence: Occurrence) -> datetime:
    return occurrence.start


def _moved_from(guide: Guide, occurrence: Occurrence) -> str:
    """Return from when a date was moved to here."""
    say, usual = guide.words.say, occurrence.usual
    if usual is None:
        return ""
    if usual.date() == occurrence.start.date():
        had_time = bool(guide.catalogue.by_slug[occurrence.slug].rules[occurrence.rule].hours)
        time = guide.words.time(usual.time())
        return (
            say("Moved from {time}", time=time) if had_time else say("At another time than usual")
        )
    return say("Moved from {day}", day=_day_of(guide, usual))


def _elsewhere(guide: Guide, occurrence: Occurrence) -> str:
    place = place_of_change(guide, occurrence)
    day = _day_of(guide, occurrence.start)
    return guide.words.say("On {day} at {place}", day=day, place=place) if place else ""


def _not_at(guide: Guide, occurrence: Occurrence) -> str:
    """Return the usual place of a date that is somewhere else."""
    usual = guide.catalogue.place_of(guide.catalogue.by_slug[occurrence.slug])
    if usual is None or not occurrence.where:
        return ""
    return guide.words.say("Not at {place} this time", place=usual.title)


def _day_of(guide: Guide, moment: datetime) -> str:
    return day_words(moment.date(), guide.words, guide.today)


def _all_of(guide: Guide, occurrence: Occurrence) -> tuple[Occurrence, ...]:
    return guide.diary.of(guide.catalogue.by_slug[occurrence.slug])
