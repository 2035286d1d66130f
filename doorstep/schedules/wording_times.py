"""The hours of a rule -> words: “10am to midday and 2pm to 4pm”, “all day”, “dawn to dusk”."""

from __future__ import annotations

from datetime import time
from functools import lru_cache
from typing import TYPE_CHECKING

from doorstep.schedules.rules import DayPart

if TYPE_CHECKING:
    from doorstep.schedules.rules import Hours, Rule
    from doorstep.words import Words

MIDNIGHT = time(0)


def hours_words(hours: Hours, words: Words) -> str:
    """Return one stretch of the day: 10:30am to midday, 7pm, 10pm to 2am the next day."""
    return stretch_words(hours.start, hours.end, words)


@lru_cache(1024)  # most things are at the same few times of day
def stretch_words(start: time, end: time | None, words: Words) -> str:
    """Return the same of its two ends."""
    first = start_words(start, words)
    if end is None:
        return first
    # Everybody knows that midnight is the end of the day: it needs no "next day".
    if start < end or end == MIDNIGHT:
        return words.say("{start} to {end}", start=first, end=words.time(end))
    return words.say("{start} to {end} the next day", start=first, end=words.time(end))


def start_words(moment: time, words: Words) -> str:
    """Return a time at which something starts: "Saturday, midnight" could be either of two."""
    if moment == MIDNIGHT:
        return words.say("midnight at the start of the day")
    return words.time(moment)


def times_words(rule: Rule, words: Words) -> str:
    """Return at what times of its days a rule happens, "" when nobody said."""
    if rule.hours:
        return words.all_of([hours_words(hours, words) for hours in rule.hours])
    return part_words(rule.part, words)


def part_words(part: DayPart, words: Words) -> str:
    """Return what is said in place of hours."""
    parts = {
        DayPart.NOT_SAID: "",
        DayPart.ALL_DAY: words.say("all day"),
        DayPart.ANY_TIME: words.say("any time, day or night"),
        DayPart.DAYLIGHT: words.say("dawn to dusk"),
    }
    return parts[part]


def moment_words(day: str, moment: time | None, words: Words) -> str:
    """Return a time on a day, which is in words already: Friday 6 March 2026, 6pm."""
    if moment is None:
        return day
    return words.say("{day}, {time}", day=day, time=start_words(moment, words))
