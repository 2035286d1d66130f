"""The diary and a window of days -> what goes on each day, and how much of it a page can hold."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.occurrences import Occurrence, State, Window
from doorstep.schedules.rules import Rule, Weekly
from doorstep.tracing import kept, question
from doorstep.views.whats_on_days import DAYS_A_WEEK, days_in, this_week

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorstep.entries import Entry
    from doorstep.guide import Guide

MANY = 1000
"""Rows of a page; beyond this, what comes round every week stands in the timetable alone."""

Row = tuple[date, Occurrence]
"""A happening, on one of its days."""


class Listing(Struct, frozen=True):
    """What a page of What's on lists."""

    rows: tuple[Row, ...]
    """What goes on, by day and then in the order of the clock."""
    is_whole: bool
    """Whether what comes round every week is among them."""


def listing(guide: Guide, window: Window) -> Listing:
    """Return what goes on in a window; when that is very much, only what is not so every week."""
    weeks = len(days_in(window)) // DAYS_A_WEEK
    if weeks * _rows_each_week(guide) > MANY:
        return Listing(_not_so_every_week(guide, window), is_whole=False)
    rows = tuple(dated_rows(guide, window))
    if len(rows) <= MANY:
        return Listing(rows, is_whole=True)
    return Listing(tuple(row for row in rows if not is_as_every_week(guide, row[1])), False)


@question
@kept(4)
def _rows_each_week(guide: Guide) -> int:
    """Return how many rows there are in every week for certain, by the rules alone."""
    return sum(_rows_in_any_week(rule) for entry in guide.catalogue.public for rule in entry.rules)


def _rows_in_any_week(rule: Rule) -> int:
    """Return how many rows a rule has in every week; 0 if there are weeks without it."""
    if not isinstance(rule.days, Weekly) or not rule.is_dated:
        return 0
    plain = Rule(days=Weekly(rule.days.weekdays), hours=rule.hours, part=rule.part)
    return len(rule.days.weekdays) * max(1, len(rule.hours)) if rule == plain else 0


@question
@kept(4)
def _sometimes_unusual(guide: Guide) -> tuple[Entry, ...]:
    """Return entries with dates that are not so every week, few where a guide is very large."""
    return tuple(
        entry
        for entry in guide.catalogue.public
        if entry.changes or not all(is_every_week(rule) for rule in entry.rules)
    )


def _not_so_every_week(guide: Guide, window: Window) -> tuple[Row, ...]:
    """Return the rows of a window that are not so every week, and work out no others."""
    found = guide.diary.between_for(_sometimes_unusual(guide), window.first, window.last)
    unusual = (one for one in found if not is_as_every_week(guide, one))
    return tuple(_by_day(unusual, window))


@kept(4)
def rows_this_week(guide: Guide) -> tuple[Row, ...]:
    """Return what goes on in the seven days from today on, which many pages ask for."""
    return tuple(dated_rows(guide, this_week(guide.today)))


def dated_rows(guide: Guide, window: Window) -> Iterator[Row]:
    """Yield what goes on each day of a window, in the order of the clock."""
    return _by_day(guide.diary.between(window.first, window.last), window)


def _by_day(occurrences: Iterable[Occurrence], window: Window) -> Iterator[Row]:
    """Yield occurrences by day; what lasts longer is there on each of its days."""
    found: dict[date, list[Occurrence]] = {day: [] for day in days_in(window)}
    for occurrence in occurrences:
        for day in days_of(occurrence, window):
            found[day].append(occurrence)
    for day, rows in found.items():
        yield from ((day, occurrence) for occurrence in rows)


def days_of(occurrence: Occurrence, window: Window) -> list[date]:
    """Return the days of a window on which it goes on."""
    first = max(occurrence.start.date(), window.first)
    return days_in(Window(first, min(occurrence.last_day, window.last)))


def is_as_every_week(guide: Guide, occurrence: Occurrence) -> bool:
    """Say whether it comes round every week, and is as usual this time."""
    is_usual = occurrence.state is State.ON and not (occurrence.usual or occurrence.where)
    return is_usual and _has_every_week(guide, occurrence.slug, occurrence.rule)


@question
def _has_every_week(guide: Guide, slug: str, rule: int) -> bool:
    return is_every_week(guide.catalogue.by_slug[slug].rules[rule])


def is_every_week(rule: Rule) -> bool:
    """Say whether it comes round every week, if only in term time or for some months."""
    return isinstance(rule.days, Weekly) and rule.days.every == 1
