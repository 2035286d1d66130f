"""What comes round -> the week of a booklet: each thing once a day, most days' things together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from doorstep.schedules.rules import EVERY_DAY
from doorstep.sheets.booklet_parts import BookletRow
from doorstep.views.whats_on_timetable import timetable_of
from doorstep.views.wording import href_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.views.whats_on_parts import Column, Slot

MOST_DAYS = 4
"""Days of the week; what is on as many of them would fill a page with itself."""


class Round(Struct, frozen=True):
    """Something that comes round, and whose it is."""

    slug: str
    """The entry."""
    row: BookletRow
    """What is said of it, but for its page."""


class Weekday(Struct, frozen=True):
    """What is on every week on one day, on most days, or on every day."""

    heading: str
    """The day."""
    rounds: tuple[Round, ...]
    """What is on, in the order of the clock."""


def week_of(guide: Guide, entries: Sequence[Entry]) -> tuple[Weekday, ...]:
    """Return what of these comes round, by days; where it is says the page of the entry."""
    slugs = {href_of(guide, entry): entry.slug for entry in entries}
    timetable = timetable_of(guide, "", entries, lambda _guide, _entry: "")
    found = Counter(slot for column in timetable.columns for slot in _slots(column))
    often = [slot for slot, days in found.items() if days >= MOST_DAYS]
    usual = (
        Weekday(column.heading, _rounds(slugs, (one for one in _slots(column) if one not in often)))
        for column in (*timetable.columns, *timetable.others)
    )
    noted = [_with_days(guide, slot, timetable.columns) for slot in often]
    most = Weekday(guide.words.say("Most days"), _rounds(slugs, noted))
    return tuple(day for day in (*usual, most) if day.rounds)


def _slots(column: Column) -> Iterator[Slot]:
    return (slot for cell in column.cells for slot in cell.slots)


def _rounds(slugs: dict[str, str], slots: Iterable[Slot]) -> tuple[Round, ...]:
    return tuple(Round(slugs[slot.href], _row(slot)) for slot in slots)


def _row(slot: Slot) -> BookletRow:
    return BookletRow(
        lead=slot.time, text=slot.title, is_name=slot.is_name, details=slot.note.rstrip(".")
    )


def _with_days(guide: Guide, slot: Slot, columns: Iterable[Column]) -> Slot:
    """Return what is on most days with the days it is on, unless it says so itself."""
    if slot.note:
        return slot
    headings = {column.heading for column in columns if slot in _slots(column)}
    names = [guide.words.weekday_name(day) for day in EVERY_DAY]
    on = [place for place, name in enumerate(names) if name in headings]
    if on[-1] - on[0] == len(on) - 1:
        return replace(slot, note=guide.words.from_to(names[on[0]], names[on[-1]]))
    return replace(slot, note=guide.words.all_of([names[place] for place in on]))
