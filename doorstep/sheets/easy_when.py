"""When an entry happens -> short sentences: what is not as usual, its rule, its next date."""

from __future__ import annotations

from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING

from doorstep.occurrences import State
from doorstep.schedules.rules import Weekly
from doorstep.schedules.wording import plainly_worded
from doorstep.schedules.wording_times import moment_words
from doorstep.sheets.easy_rules import rule_sentences
from doorstep.sheets.easy_wording import easily_said, extra, first_easy, needed
from doorstep.sheets.feet import good_until
from doorstep.sheets.panel_entries import MOST_DATES
from doorstep.views.changes import place_of_change, when_of
from doorstep.views.time_words import day_words
from doorstep.views.wording import as_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence
    from doorstep.schedules.rules import Rule
    from doorstep.sheets.easy_wording import Sentence

MOST_CHANGES = 2
"""Dates that are not as usual; whoever needs more has to phone."""

MOST_RULES = 2

MOST_DAYS = 5
"""Days a week from which on nobody needs to be told the next one."""


def when_sentences(guide: Guide, entry: Entry) -> Iterator[Sentence]:
    """Yield when it is, one idea in a sentence; what is not as usual comes first."""
    yield from _changes(guide, entry)
    yield from needed(_usual(guide, entry))


def _usual(guide: Guide, entry: Entry) -> Iterator[str]:
    dated = [rule for rule in entry.rules if rule.is_dated]
    rules = [rule_sentences(guide, rule) for rule in dated]
    is_short = len(rules) <= MOST_RULES and all(rules)
    if is_short:
        yield from dict.fromkeys(chain(*rules))
    if not (is_short and len(rules) == 1 and _is_most_days(dated[0])):
        yield from _next_date(guide, entry, told=rules if is_short else [])
    yield from _whenever(guide, entry)


def _is_most_days(rule: Rule) -> bool:
    days = rule.days
    return isinstance(days, Weekly) and days.every == 1 and len(days.weekdays) >= MOST_DAYS


def _next_date(guide: Guide, entry: Entry, told: list[tuple[str, ...]]) -> Iterator[str]:
    """Yield the next date; its time as well, where what was told before does not say it."""
    say, coming = guide.words.say, guide.diary.next_on(entry)
    if coming is None:
        return
    day, when = _day_of(guide, coming), when_of(guide, coming)
    if not told and _is_the_only_one(guide, entry):
        yield first_easy(say("It is on {when}.", when=when), say("It is on {when}.", when=day))
        return
    is_told = len(told) == 1 and coming.usual is None
    yield first_easy(
        "" if is_told else say("The next time is {when}.", when=when),
        say("The next time is {when}.", when=day),
    )
    if not told:
        yield say("There are other dates too.")


def _is_the_only_one(guide: Guide, entry: Entry) -> bool:
    to_come = guide.diary.to_come(entry, MOST_DATES)
    return sum(one.state is State.ON for one in to_come) == 1


def _whenever(guide: Guide, entry: Entry) -> Iterator[str]:
    """Yield what is said of things without a date: any time, by appointment."""
    for rule in entry.rules:
        if rule.by_appointment and not rule.is_dated:
            yield guide.words.say("You have to book a time first.")
        elif not rule.is_dated:
            yield first_easy(f"{plainly_worded(rule, guide.words)}.")


def _changes(guide: Guide, entry: Entry) -> Iterator[Sentence]:
    """Yield what is not as usual while the sheet is good: somebody might set out for it."""
    last = good_until(guide)
    to_come = islice(guide.diary.coming(entry), MOST_DATES)
    dates = takewhile(lambda one: one.start.date() <= last, to_come)
    unusual = (one for one in dates if one.state is not State.ON or one.where)
    for one in islice(unusual, MOST_CHANGES):
        yield from needed(_change(guide, one))
        yield from extra(easily_said(as_sentence(one.because)))


def _change(guide: Guide, one: Occurrence) -> Iterator[str]:
    say, day = guide.words.say, _day_of(guide, one)
    match one.state:
        case State.CANCELLED:
            yield say("It is cancelled on {day}.", day=day)
        case State.MOVED:
            yield from _moved(guide, one)
        case State.ON:
            place = place_of_change(guide, one)
            yield first_easy(
                say("On {day} it is at {place}.", day=day, place=place),
                say("On {day} it is at another place.", day=day),
            )


def _moved(guide: Guide, one: Occurrence) -> Iterator[str]:
    """Yield when it is not, and when it is instead."""
    say, new = guide.words.say, one.instead
    if new is None or new.date() != one.start.date():
        yield say("It is not on {day}.", day=_day_of(guide, one))
    if new is not None:
        day = day_words(new.date(), guide.words, guide.today)
        time = new.time() if one.is_timed else None
        yield say("The new time is {when}.", when=moment_words(day, time, guide.words))


def _day_of(guide: Guide, one: Occurrence) -> str:
    return day_words(one.start.date(), guide.words, guide.today)
