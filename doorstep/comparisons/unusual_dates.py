"""An entry -> what is not as usual on dates to come, as words that follow its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.occurrences import State as Happens
from doorstep.showing import Face
from doorstep.views.changes import place_of_change, when_of
from doorstep.views.opening_changes import changes_of_opening
from doorstep.views.time_words import day_words

if TYPE_CHECKING:
    from datetime import date

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence


def unusual_dates(guide: Guide, entry: Entry) -> dict[date, str]:
    """Return what follows "Tea and talk", such as "is cancelled on Tuesday 24 November", by day."""
    if not guide.catalogue.shows(entry, Face.COMPARED):
        return {}
    happening = {
        one.on: _what_happens(guide, entry, one)
        for one in guide.diary.of(entry)
        if one.last_day >= guide.today and _is_unusual(one)
    }
    return dict(sorted((_openings(guide, entry) | happening).items()))


def day_of(guide: Guide, day: date) -> str:
    """Return a day as the page would say it."""
    return day_words(day, guide.words, guide.today)


def _openings(guide: Guide, entry: Entry) -> dict[date, str]:
    told: dict[date, str] = {}
    for change in changes_of_opening(guide, entry):
        what = "is closed on" if change.cancelled else "is not open as usual on"
        told[change.on] = _because(f"{what} {day_of(guide, change.on)}", change.because)
    return told


def _is_unusual(one: Occurrence) -> bool:
    # The date that takes the place of a moved one is told with the one that was moved.
    return one.usual is None and (one.state is not Happens.ON or bool(one.where))


def _what_happens(guide: Guide, entry: Entry, one: Occurrence) -> str:
    day = day_of(guide, one.on)
    if one.state is Happens.CANCELLED:
        return _because(f"is cancelled on {day}", one.because)
    if one.state is Happens.ON:
        return _because(f"is at {place_of_change(guide, one)} on {day}", one.because)
    new = next((other for other in guide.diary.of(entry) if _takes_its_place(other, one)), None)
    if new is None:
        return _because(f"is not on {day}, but later", one.because)
    place = place_of_change(guide, new)
    there = f", at {place}" if place else ""
    return _because(f"moves from {day} to {when_of(guide, new)}{there}", one.because)


def _takes_its_place(other: Occurrence, moved: Occurrence) -> bool:
    return other.usual is not None and other.on == moved.on


def _because(what: str, reason: str) -> str:
    return f"{what}: {reason}" if reason else what
