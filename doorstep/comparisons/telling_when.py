"""A schedule and another one -> what moves, in a sentence: from 10:30am to 11am."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.comparisons.reader_facts import OPEN
from doorstep.comparisons.unusual_dates import day_of, unusual_dates
from doorstep.entries import Opening
from doorstep.occurrences import State as Happens
from doorstep.schedules.rules import Arranged, DayPart
from doorstep.schedules.wording import plainly_worded
from doorstep.schedules.wording_times import hours_words, start_words, times_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from doorstep.comparisons.pairs import FactChange, Pair
    from doorstep.schedules.rules import Hours, Rule
    from doorstep.words import Words


def told_when(pair: Pair, change: FactChange) -> Iterator[str]:
    """Yield what becomes of the days and the times of something that happens."""
    was, now = pair.was.rules, pair.now.rules
    words = pair.after.words
    if not was or not now:
        yield _only_one_side(pair, change)
    elif len(was) == len(now) == 1 and (moves := _moves(was[0], now[0], words)):
        yield f"{pair.title} {moves}"
    else:
        yield f"{pair.title} moves from “{change.before}” to “{change.after}”"


def _only_one_side(pair: Pair, change: FactChange) -> str:
    what = "when it is open" if change.label == OPEN else "when"
    if change.after:
        return f"{pair.title} now says {what}: {change.after}"
    return f"{pair.title} no longer says {what}. It was “{change.before}”"


def _moves(was: Rule, now: Rule, words: Words) -> str:
    """Return what moves where only the days or only the times do, or ""."""
    if replace(was, hours=now.hours, part=now.part) == now:
        return _other_times(was, now, words)
    has_same_times = (was.hours, was.part) == (now.hours, now.part)
    if has_same_times and _days_alone(was) and _days_alone(now):
        days = _days(was, words), _days(now, words)
        # Days with an exception, after a comma, are told in quotation marks with their times.
        return "" if any("," in one for one in days) else f"moves from {days[0]} to {days[1]}"
    return ""


def _other_times(was: Rule, now: Rule, words: Words) -> str:
    if len(was.hours) == len(now.hours) == 1:
        return _other_hours(was.hours[0], now.hours[0], words)
    times = times_words(was, words), times_words(now, words)
    if not all(times):
        return ""
    return f"moves from “{times[0]}” to “{times[1]}”"


def _other_hours(was: Hours, now: Hours, words: Words) -> str:
    starts = start_words(was.start, words), start_words(now.start, words)
    moves = f"moves from {starts[0]} to {starts[1]}"
    if was.end == now.end:
        return moves
    if was.end is None or now.end is None:
        return f"moves from “{hours_words(was, words)}” to “{hours_words(now, words)}”"
    ends = f"{words.time(now.end)} instead of {words.time(was.end)}"
    return f"ends at {ends}" if was.start == now.start else f"{moves}, and ends at {ends}"


def _days_alone(rule: Rule) -> bool:
    return not isinstance(rule.days, Arranged)


def _days(rule: Rule, words: Words) -> str:
    sentence = plainly_worded(replace(rule, hours=(), part=DayPart.NOT_SAID), words)
    return sentence[:1].lower() + sentence[1:] if sentence.startswith("Every") else sentence


def told_opening(pair: Pair, change: FactChange) -> Iterator[str]:
    """Yield what becomes of the opening times."""
    if not isinstance(pair.now, Opening) or not change.before or not change.after:
        yield _only_one_side(pair, change)
    else:
        yield f"{pair.title} was open “{change.before}”, and is now open “{change.after}”"


def told_dates(pair: Pair, _: FactChange) -> Iterator[str]:
    """Yield what is new of single dates, and which are as usual after all."""
    before, after = unusual_dates(pair.before, pair.was), unusual_dates(pair.after, pair.now)
    for day, what in after.items():
        if before.get(day) != what:
            yield f"{pair.title} {what}"
    for day in before:
        if day not in after and _is_on(pair, day):
            yield f"{pair.title} is on as usual on {day_of(pair.after, day)} after all"


def _is_on(pair: Pair, day: date) -> bool:
    found = pair.after.diary.of(pair.now)
    return any(one.on == day and one.state is Happens.ON for one in found) or isinstance(
        pair.now, Opening
    )
