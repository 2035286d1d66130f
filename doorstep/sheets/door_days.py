"""A building -> what happens in it: by day of the week, and on single dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.occurrences import State
from doorstep.sheets.choosing import entries_in_order
from doorstep.sheets.door_parts import DoorDay, DoorRow
from doorstep.sheets.wording import as_line, contact_words, cost_words, number_words
from doorstep.views.changes import at_another_place, when_of
from doorstep.views.whats_on_rows import happening
from doorstep.views.whats_on_timetable import comes_round, timetable_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence
    from doorstep.views.whats_on_parts import Slot

MOST_DATES = 4
"""Single dates that are shown of one thing."""


class Told(Struct, frozen=True):
    """What there is to tell of one entry at one building."""

    entry: Entry
    """The entry."""
    week: tuple[DoorDay, ...]
    """Its days of the week."""
    dates: tuple[Occurrence, ...]
    """Its single dates."""
    rows: tuple[DoorRow, ...]
    """Its single dates in words."""


def told_at(guide: Guide, place: Entry) -> list[Told]:
    """Return what happens at a building, in the order it is chosen for a sheet."""
    catalogue = guide.catalogue
    visiting = (one for one in catalogue.visiting(place) if catalogue.place_of(one) is not place)
    here = (place, *catalogue.happening_at(place), *visiting)
    told = (_told(guide, place, entry) for entry in entries_in_order(guide, here))
    return [one for one in told if one.week or one.dates]


def _told(guide: Guide, place: Entry, entry: Entry) -> Told:
    is_usual = entry is place or guide.catalogue.place_of(entry) is place
    week = _week(guide, (entry,)) if is_usual else ()
    dates = _single_dates(guide, entry) if is_usual else _visits(guide, entry, place)
    return Told(entry, week, dates, tuple(date_row(guide, one, place) for one in dates))


def door_days(guide: Guide, told: Sequence[Told]) -> tuple[DoorDay, ...]:
    """Return the days of the week with what comes round on each, and then the single dates."""
    dates = [pair for one in told for pair in zip(one.dates, one.rows, strict=True)]
    in_order = sorted(dates, key=lambda pair: (pair[0].start, pair[0].slug))
    week = _week(guide, [one.entry for one in told if one.week])
    return (*week, single_dates(guide, [row for _, row in in_order])) if dates else week


def single_dates(guide: Guide, rows: Iterable[DoorRow]) -> DoorDay:
    """Return single dates under their heading."""
    return DoorDay(guide.words.say("Dates"), tuple(rows))


def _week(guide: Guide, entries: Sequence[Entry]) -> tuple[DoorDay, ...]:
    """Return what comes round among these, under its days."""
    timetable = timetable_of(guide, "", entries, _facts)
    return tuple(
        DoorDay(
            column.heading,
            tuple(_row(slot) for cell in column.cells for slot in cell.slots),
        )
        for column in (*timetable.columns, *timetable.others)
    )


def _row(slot: Slot) -> DoorRow:
    return DoorRow(
        time=slot.time,
        title=slot.title,
        is_name=slot.is_name,
        details=" ".join(filter(None, (slot.note, slot.where))),
        number=slot.number.seen if slot.number else "",
    )


def date_row(guide: Guide, one: Occurrence, place: Entry) -> DoorRow:
    """Return one date of one thing; of what is off, why, and when it is instead."""
    entry = guide.catalogue.by_slug[one.slug]
    said = happening(guide, one, one.start.date())
    is_here = not one.where or guide.catalogue.place_named(one.where) is place
    elsewhere = "" if is_here else at_another_place(guide, one)
    facts = _facts(guide, entry) if one.state is State.ON else ""
    return DoorRow(
        time=when_of(guide, one),
        title=said.title,
        is_name=said.is_name,
        details=" ".join(filter(None, (as_line((elsewhere, said.note)), facts))),
        number=number_words(guide, entry),
    )


def _facts(guide: Guide, entry: Entry) -> str:
    """Return what it costs and whom to phone, which stands where a list has the place."""
    return as_line((cost_words(guide, entry), contact_words(guide, entry)))


def _single_dates(guide: Guide, entry: Entry) -> tuple[Occurrence, ...]:
    """Return the next dates that no day of the week tells of."""
    dates = guide.diary.to_come(entry, MOST_DATES)
    return tuple(one for one in dates if not comes_round(entry.rules[one.rule], guide.today))


def _visits(guide: Guide, entry: Entry, place: Entry) -> tuple[Occurrence, ...]:
    dates = guide.diary.to_come(entry, MOST_DATES)
    named = guide.catalogue.place_named
    return tuple(one for one in dates if one.where and named(one.where) is place)
