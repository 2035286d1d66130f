"""A month -> its dates in the order in which they are chosen for paper, then the weekly things."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.sheets.choosing import rows_in_order
from doorstep.sheets.fitting import turn_about
from doorstep.sheets.month_parts import MonthRow
from doorstep.sheets.wording import number_words
from doorstep.views.changes import sentences
from doorstep.views.time_words import day_words
from doorstep.views.whats_on_listing import is_as_every_week
from doorstep.views.whats_on_rows import happening
from doorstep.views.wording import as_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence, Window
    from doorstep.views.whats_on_listing import Row

DATE, EVERY_WEEK = 0, 1


class Item(Struct, frozen=True, dict=True):
    """One row of a month, and where it belongs."""

    block: tuple[int, int]
    """A date or a day of the week; dates come first."""
    heading: str
    """What that is called."""
    start: datetime
    """When it starts, by which rows of a block are sorted."""
    slug: str
    """The entry's."""
    row: MonthRow
    """Its words."""

    @cached_property
    def words(self) -> str:
        """All of it, as it stands on one line."""
        return " ".join(filter(None, (self.row.time, self.row.title, self.row.number)))


def month_items(guide: Guide, window: Window) -> list[Item]:
    """Return what is on in the order of choice: what is only now before what is every week."""
    found = guide.diary.between(window.first, window.last)
    once = [one for one in found if not is_as_every_week(guide, one)]
    weekly = _first_of_each(one for one in found if is_as_every_week(guide, one))
    dates = rows_in_order(guide, _rows(once, window))
    # A day of the week in turn: all days are in every week alike.
    weekdays = turn_about(rows_in_order(guide, _rows(weekly, window)), lambda row: row[0].weekday())
    return [
        *(_on_date(guide, row) for row in dates),
        *(_every_week(guide, row) for row in weekdays),
    ]


def _rows(occurrences: Iterable[Occurrence], window: Window) -> list[Row]:
    """Return each once, on its first day that is in the month."""
    return [(max(one.start.date(), window.first), one) for one in occurrences]


def _first_of_each(occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    """Return the first of what comes round on the same day of the week at the same time."""
    found: dict[object, Occurrence] = {}
    for one in occurrences:
        found.setdefault((one.slug, one.start.weekday(), one.start.time()), one)
    return list(found.values())


def _on_date(guide: Guide, row: Row) -> Item:
    day, one = row
    heading = day_words(day, guide.words, guide.today)
    return Item((DATE, day.toordinal()), heading, one.start, one.slug, _month_row(guide, row))


def _every_week(guide: Guide, row: Row) -> Item:
    _, one = row
    weekday = one.start.weekday()
    name = guide.words.weekday_name(weekday)
    heading = guide.words.say("Every week: {weekday}", weekday=name)
    at_its_time = one.start.replace(year=2000, month=1, day=1)
    return Item((EVERY_WEEK, weekday), heading, at_its_time, one.slug, _month_row(guide, row))


def _month_row(guide: Guide, row: Row) -> MonthRow:
    day, one = row
    said = happening(guide, one, day)
    return MonthRow(
        time=_start(guide, one, said.time),
        title=sentences((said.title,)),
        is_name=said.is_name,
        number=number_words(guide, guide.catalogue.by_slug[one.slug]),
    )


def _start(guide: Guide, one: Occurrence, whole: str) -> str:
    """Return when it starts; of what goes on for days, all of it."""
    is_one_day = one.last_day == one.start.date()
    if one.is_timed and is_one_day:
        return as_sentence(guide.words.time(one.start.time()))
    return whole
