"""An entry and the diary -> its series and its single dates: together, just what the diary has."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.occurrences import State, Window
from doorstep.occurrences.days import days_of
from doorstep.occurrences.hours import times_of
from doorstep.occurrences.wall_clock import moment
from doorstep.recurrences.rrules import can_repeat, is_one_part, parts_of
from doorstep.recurrences.series import (
    Series,
    clocks_change_about,
    original,
    series_of,
    with_changes,
)
from doorstep.schedules.rules import DateSpan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorstep.diary import Diary
    from doorstep.entries import Entry
    from doorstep.occurrences import Occurrence
    from doorstep.schedules.rules import Rule


class Timeline(Struct, frozen=True):
    """All there is to tell of when an entry happens."""

    series: tuple[Series, ...]
    """What comes round again."""
    singles: tuple[Occurrence, ...]
    """Every other date, by the day its schedule says; the cancelled ones too."""


def timeline_of(diary: Diary, entry: Entry) -> Timeline:
    """Return when an entry happens."""
    return _timeline_named(diary, entry.slug)


@lru_cache(maxsize=64)
def _timeline_named(diary: Diary, slug: str) -> Timeline:
    """Return a timeline by its entry's slug; its page and its calendars all ask for it."""
    entry = diary.catalogue.by_slug[slug]
    occurrences = _looked_at(diary, entry)
    series: list[Series] = []
    singles: list[Occurrence] = []
    for number, rule in enumerate(entry.rules):
        mine = [one for one in occurrences if one.rule == number]
        made = _repeated(diary, entry, rule, mine)
        series += made.series
        singles += made.singles
    kept = (one for one in singles if one.state is not State.MOVED)
    return Timeline(tuple(series), tuple(sorted(kept, key=lambda one: (one.on, original(one)))))


def repeats_of(diary: Diary, entry: Entry) -> tuple[Series, ...]:
    """Return what of an entry comes round again; of what is never changed, by its rule alone.

    That is worked out once for all that has the same rule: no date of theirs has to be looked at.
    """
    if not _is_plain(entry):
        return timeline_of(diary, entry).series
    series = series_of(diary, entry.rules[0])
    return (series,) if series else ()


def _is_plain(entry: Entry) -> bool:
    """Say whether an entry comes round by one rule, once on its days, and is never changed."""
    has_one_rule = len(entry.rules) == 1 and not entry.changes
    return has_one_rule and can_repeat(entry.rules[0]) and is_one_part(entry.rules[0])


def _looked_at(diary: Diary, entry: Entry) -> tuple[Occurrence, ...]:
    """Return what a timeline has to look at.

    Of what comes round by one rule and is never changed, that is the days about a change of
    clocks: every other date is as the rule says. (From Jan 1 on no date is before the series.)
    """
    begins_the_year = (diary.window.first.month, diary.window.first.day) == (1, 1)
    if begins_the_year or not _is_plain(entry):
        return diary.of(entry)
    return tuple(
        one
        for window in _turns_of_clocks(diary)
        for one in diary.within(entry, window)
        if one.start.date() >= window.first and one.last_day >= diary.window.first
    )


@lru_cache(maxsize=4)
def _turns_of_clocks(diary: Diary) -> tuple[Window, ...]:
    """Return the days of the diary about each change of clocks."""
    # What began the day before may still go on when the diary begins.
    first, last = diary.window.first.toordinal() - 1, diary.window.last.toordinal()
    days = map(date.fromordinal, range(first, last + 1))
    by_turn = groupby(days, lambda day: clocks_change_about(day, diary.zone))
    found = (list(some) for is_turn, some in by_turn if is_turn)
    return tuple(Window(some[0], some[-1]) for some in found)


def _repeated(diary: Diary, entry: Entry, rule: Rule, mine: list[Occurrence]) -> Timeline:
    """Return a rule as series, or each of its dates alone where no series would be true."""
    made: list[Series] = []
    parts = list(parts_of(rule)) if can_repeat(rule) else []
    left = mine
    for part in parts:
        own, left = (left, []) if len(parts) == 1 else _parted(diary, part, left)
        # Where another rule says the same start, this one would say it a second time.
        may_clash = len(parts) > 1 or len(entry.rules) > 1
        if may_clash and not _days(diary, part, ()) <= {one.on for one in own}:
            return Timeline((), tuple(mine))
        if series := series_of(diary, part):
            left += (one for one in own if not series.has(one.on))
            inside = [one for one in own if series.has(one.on)]
            made.append(with_changes(diary, entry, series, inside))
    return Timeline(tuple(made), tuple(left))


def _parted(
    diary: Diary, part: Rule, occurrences: list[Occurrence]
) -> tuple[list[Occurrence], list[Occurrence]]:
    """Return what happens by a part of its rule, and the rest."""
    days = _days(diary, part, [one.on for one in occurrences])
    own: list[Occurrence] = []
    rest: list[Occurrence] = []
    for one in occurrences:
        start, _ = times_of(part, one.on)[0]
        is_its = one.on in days and original(one) == moment(start, diary.zone)
        (own if is_its else rest).append(one)
    return own, rest


def _days(diary: Diary, part: Rule, among: Sequence[date]) -> set[date]:
    """Return the days of a part of a rule in the diary's window, and among these days."""
    days = (*among, diary.window.first, diary.window.last)
    return set(days_of(part, DateSpan(min(days), max(days)), diary.almanac))
