"""One happening -> when it is, in words: “Tuesday 3 March, 10:30am to midday”."""

from __future__ import annotations

from datetime import time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from doorstep.schedules.rules import DayPart
from doorstep.schedules.wording_times import moment_words, part_words, stretch_words
from doorstep.views.wording import as_sentence

if TYPE_CHECKING:
    from datetime import date

    from doorstep.occurrences import Occurrence
    from doorstep.words import Words

NEAR = timedelta(days=183)
"""Six months: a day as near as that needs no year."""

MIDNIGHT = time(0)


@lru_cache(1024)  # many things are on the same days
def day_words(day: date, words: Words, today: date) -> str:
    """Return a date, with its year only when it is over or more than six months away."""
    return words.short_day(day) if _are_near(day, day, today) else words.weekday(day)


def occurrence_when(occurrence: Occurrence, words: Words, today: date) -> str:
    """Return the day and the time: Tuesday 3 March, 10:30am to midday."""
    first, last = occurrence.start.date(), occurrence.last_day
    if first == last:
        when = _after(day_words(first, words, today), _times(occurrence, words), words)
    elif occurrence.is_timed:
        when = _from_moment_to_moment(occurrence, words, today)
    else:
        when = _after(_days(first, last, words, today), _times(occurrence, words), words)
    return _arranged(when, occurrence, words)


def occurrence_time(occurrence: Occurrence, words: Words) -> str:
    """Return the time alone, for a list under its day: 10:30am to midday; "" when nobody said."""
    return as_sentence(_arranged(_times(occurrence, words), occurrence, words))


def _times(occurrence: Occurrence, words: Words) -> str:
    if occurrence.is_timed:
        is_one_day = occurrence.last_day == occurrence.start.date()
        end = occurrence.end.time() if occurrence.end and is_one_day else None
        return stretch_words(occurrence.start.time(), end, words)
    return part_words(DayPart.ALL_DAY, words) if occurrence.is_all_day else ""


def _from_moment_to_moment(occurrence: Occurrence, words: Words, today: date) -> str:
    start, end = occurrence.start, occurrence.end or occurrence.start
    # Nobody says at midnight of which two days it is: the last whole day says it all.
    at_midnight = end.time() == MIDNIGHT
    last = occurrence.last_day if at_midnight else end.date()
    named = words.short_day if _are_near(start.date(), last, today) else words.weekday
    return words.from_to(
        moment_words(named(start.date()), start.time(), words),
        moment_words(named(last), None if at_midnight else end.time(), words),
    )


def _days(first: date, last: date, words: Words, today: date) -> str:
    is_near = _are_near(first, last, today)
    return words.short_days(first, last) if is_near else words.days(first, last)


def _arranged(when: str, occurrence: Occurrence, words: Words) -> str:
    """Return when it is, and that it has to be arranged first where that is so."""
    return _after(when, words.say("by appointment"), words) if occurrence.by_appointment else when


def _after(when: str, more: str, words: Words) -> str:
    if not (when and more):
        return when or more
    return words.say("{sentence}, {more}", sentence=when, more=more)


def _are_near(first: date, last: date, today: date) -> bool:
    """Say whether days are not over and close enough to today to need no year."""
    return today - NEAR <= first and today <= last <= today + NEAR
