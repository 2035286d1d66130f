"""The occurrences of an entry -> "Next on", what is cancelled or moved, and its next dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.occurrences import State
from doorstep.schedules.as_of import as_of
from doorstep.schedules.rules import Dates, Stretch
from doorstep.schedules.wording import plainly_worded
from doorstep.showing import Face
from doorstep.showing import State as Showing
from doorstep.views.changes import (
    at_another_place,
    change_words,
    changed_words,
    next_on_words,
    sentences,
    tag_of,
    when_of,
    which_and_why,
)
from doorstep.views.endings import ends_at
from doorstep.views.parts import Passing
from doorstep.views.whats_on_parts import DateList, DateRow
from doorstep.views.wording import next_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence
    from doorstep.schedules.rules import Rule

NEXT_DATES = 6


def rules_in_words(
    guide: Guide, rules: Iterable[Rule], next_on: date | None = None
) -> tuple[str, ...]:
    """Return each rule in words, once, without what no longer matters."""
    current = (as_of(rule, guide.today, next_on) for rule in rules)
    return tuple(dict.fromkeys(plainly_worded(rule, guide.words) for rule in current))


def rules_beside_next(guide: Guide, entry: Entry) -> tuple[str, ...]:
    """Return each rule in words, but for one that says no more than "Next on" does."""
    coming = guide.diary.next_on(entry)
    said = coming.rule if coming and coming.usual is None else None
    kept = (
        rule for place, rule in enumerate(entry.rules) if place != said or not _is_one_date(rule)
    )
    return rules_in_words(guide, kept, coming.start.date() if coming else None)


def _is_one_date(rule: Rule) -> bool:
    is_one = isinstance(rule.days, Stretch) or (
        isinstance(rule.days, Dates) and len(rule.days.dates) == 1
    )
    return is_one and len(rule.hours) < 2 and not rule.by_appointment


def next_words(guide: Guide, entry: Entry) -> str:
    """Return when it is on next: "Next on Tuesday 3 March, 10:30am to midday", or ""."""
    coming = guide.diary.next_on(entry)
    return next_on_words(guide, coming) if coming else ""


def passing_lines(guide: Guide, entry: Entry) -> tuple[Passing, ...]:
    """Return what a list says of the soonest dates: what is off, and when it is next."""
    soonest, coming = next_date(guide, entry), guide.diary.next_on(entry)
    change = before_next(guide, entry, soonest) if soonest else ""
    over = "" if rules_beside_next(guide, entry) else none_to_come(guide)
    said = ((change, soonest, ""), (next_words(guide, entry), coming, over))
    return tuple(Passing(text, ends_at(date), after) for text, date, after in said if text and date)


def none_to_come(guide: Guide) -> str:
    """Return what is said of something whose last date has passed."""
    return guide.words.say("No dates to come are known")


def when_lines(guide: Guide, entry: Entry) -> tuple[str, ...]:
    """Return what a list says of when for good: the rule, and that no date is left."""
    rules = "; ".join(rules_beside_next(guide, entry))
    over = none_to_come(guide) if is_over(guide, entry) else ""
    return tuple(filter(None, (over, rules)))


def before_next(guide: Guide, entry: Entry, occurrence: Occurrence) -> str:
    """Return what is not as usual about a date, without the new date where "Next on" says it."""
    coming = guide.diary.next_on(entry)
    says_it = coming is not None and coming.start == occurrence.instead
    return (which_and_why if says_it else changed_words)(guide, occurrence)


def is_over(guide: Guide, entry: Entry) -> bool:
    """Say whether it goes on no more, although it had dates; what is paused may come back."""
    if guide.catalogue.showing(entry).state is not Showing.OPEN or guide.diary.next_on(entry):
        return False
    has_dates = any(rule.is_dated for rule in entry.rules)
    return has_dates and not _is_moved_far_off(guide, entry)


def _is_moved_far_off(guide: Guide, entry: Entry) -> bool:
    """Say whether a date was moved to after all that the diary knows of."""
    last = guide.diary.window.last
    return any(one.instead and one.instead.date() > last for one in guide.diary.of(entry))


def dates_of(guide: Guide, entry: Entry) -> DateList | None:
    """Return the next dates of what comes round; None when "Next on" says all there is."""
    dates = guide.diary.to_come(entry, NEXT_DATES)
    if len(dates) < 2 or not guide.catalogue.shows(entry, Face.DATES):
        return None
    return DateList(guide.words.say("Next dates"), tuple(_date_row(guide, date) for date in dates))


def _date_row(guide: Guide, occurrence: Occurrence) -> DateRow:
    return DateRow(
        words=when_of(guide, occurrence),
        starts=moment_of(occurrence),
        note=_not_as_usual(guide, occurrence),
        tag=tag_of(guide, occurrence),
        is_off=occurrence.state is not State.ON,
        ends=ends_at(occurrence),
    )


def _not_as_usual(guide: Guide, occurrence: Occurrence) -> str:
    if occurrence.is_usual:
        return ""
    return sentences((at_another_place(guide, occurrence), change_words(guide, occurrence)))


def moment_of(occurrence: Occurrence) -> str:
    """Return when it starts as machines write it: with the time only where there is one."""
    start = occurrence.start
    return start.isoformat(timespec="minutes") if occurrence.is_timed else start.date().isoformat()


def marked_dates(guide: Guide, entry: Entry) -> Iterator[Occurrence]:
    """Yield what is cancelled or moved before it is on next, the soonest first."""
    coming = guide.diary.next_on(entry)
    for occurrence in guide.diary.to_come(entry, NEXT_DATES):
        if coming is not None and occurrence.start >= coming.start:
            return
        yield occurrence
