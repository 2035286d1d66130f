"""A week and a subject -> what is on, in the order in which it is chosen for paper."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from doorstep.occurrences import State as Happens
from doorstep.sheets.choosing import is_printable, rows_in_order
from doorstep.sheets.fitting import turn_about
from doorstep.sheets.unchecked import unchecked_words
from doorstep.sheets.week_wording import is_long, week_row
from doorstep.sheets.wording import as_line, number_words
from doorstep.showing import Face
from doorstep.tracing import kept, question
from doorstep.views.changes import when_of
from doorstep.views.list_pages import BANDS
from doorstep.views.whats_on_days import next_week, this_week
from doorstep.views.whats_on_facets import facets_of, lasting_facets
from doorstep.views.whats_on_listing import dated_rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from doorstep.config import Landmark
    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence, Window
    from doorstep.sheets.week_subjects import Subject
    from doorstep.views.whats_on_listing import Row


def window_of(guide: Guide, *, is_next: bool) -> Window:
    """Return the days of a sheet: seven from today on, or those of the next week."""
    return (next_week if is_next else this_week)(guide.today)


def rows_about(guide: Guide, subject: Subject, *, is_next: bool) -> list[Row]:
    """Return what is on about a subject in the order of choice, a day in turn.

    Otherwise the end of the week would be emptier than its beginning. What is very long comes
    last: it would take the room of several others.
    """
    window = window_of(guide, is_next=is_next)
    here = subject.landmark.position if subject.landmark else None
    in_order = turn_about(
        rows_in_order(guide, _found(guide, subject, window), here), lambda row: row[0]
    )
    return sorted(in_order, key=lambda row: is_long(week_row(guide, row)))


def _found(guide: Guide, subject: Subject, window: Window) -> Iterable[Row]:
    if subject.landmark:
        near = _near(guide, subject.landmark)
        # What is somewhere else this once may well be far from here.
        return (row for row in _rows(guide, window) if row[1].slug in near and not row[1].where)
    return _by_facet(guide, window)[subject.facet]


@kept(4)
def _rows(guide: Guide, window: Window) -> tuple[Row, ...]:
    """Return what is on in a week and may be printed; forty sheets are about the same week."""
    found = dated_rows(guide, window)
    return tuple(row for row in found if _may_be_printed(guide, row[1].slug))


@question
def _may_be_printed(guide: Guide, slug: str) -> bool:
    return is_printable(guide, guide.catalogue.by_slug[slug])


@kept(4)
def _by_facet(guide: Guide, window: Window) -> dict[str, list[Row]]:
    """Return the same by each of its facets, and all of it under ""."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(guide, window):
        for facet in {"", *facets_of(guide, row[1], row[0])}:
            found[facet].append(row)
    return found


def _near(guide: Guide, landmark: Landmark) -> set[str]:
    near = guide.catalogue.near(landmark.position, BANDS[-1])
    return {one.thing.slug for one in near}


def nothing_words(guide: Guide, subject: Subject, *, is_next: bool) -> str:
    """Return that nothing is on in a week, and what is next about the subject all the same."""
    say = guide.words.say
    nothing = unchecked_words(guide, _about(guide, subject)) or (
        say("Nothing next week that we know of")
        if is_next
        else say("Nothing this week that we know of")
    )
    coming = _next_about(guide, subject, window_of(guide, is_next=is_next).last)
    if coming is None:
        return as_line((nothing,))
    entry = guide.catalogue.by_slug[coming.slug]
    after = say("Next: {when}, {title}", when=when_of(guide, coming), title=entry.title)
    return as_line((nothing, after, number_words(guide, entry)))


def _next_about(guide: Guide, subject: Subject, last: date) -> Occurrence | None:
    printed = (entry for entry in _about(guide, subject) if is_printable(guide, entry))
    found = (_next_after(guide, entry, last) for entry in printed)
    return min(filter(None, found), key=lambda one: (one.start, one.slug), default=None)


def _about(guide: Guide, subject: Subject) -> Iterable[Entry]:
    dated = (entry for entry in guide.catalogue.seen_on(Face.ITS_OWN) if entry.when)
    if subject.landmark:
        near = _near(guide, subject.landmark)
        return (entry for entry in dated if entry.slug in near)
    facet = subject.facet
    return (entry for entry in dated if not facet or facet in lasting_facets(guide, entry.slug))


def _next_after(guide: Guide, entry: Entry, last: date) -> Occurrence | None:
    coming = guide.diary.next_on(entry)
    if coming is None or coming.start.date() > last:
        return coming
    later = (one for one in guide.diary.of(entry) if one.start.date() > last)
    return next((one for one in later if one.state is Happens.ON), None)
