"""The guide -> what the folded sheets choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.entries import Help, Page, Story
from doorstep.sheets.choosing import entries_in_order, printable
from doorstep.sheets.feet import good_until
from doorstep.sheets.fitting import turn_about
from doorstep.sheets.qr_codes import address_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from doorstep.entries import Entry, Side
    from doorstep.guide import Guide


def whats_on(guide: Guide) -> list[Entry]:
    """Return what is on while the sheet is good, in the order of choice, a day in turn.

    What comes round stands before what is on once, which may be over when the sheet is read.
    """
    coming = {one.slug for one in guide.diary.between(guide.today, good_until(guide))}
    found = (entry for entry in _outings(guide) if entry.slug in coming)
    by_need = _by_need(guide, found)
    by_day = turn_about(by_need, lambda entry: _weekday(guide, entry))
    return sorted(by_day, key=lambda entry: len(guide.diary.to_come(entry, 2)) == 1)


def _weekday(guide: Guide, entry: Entry) -> int | None:
    coming = guide.diary.next_on(entry)
    return coming.start.weekday() if coming else None


def where_to_go(guide: Guide) -> list[Entry]:
    """Return groups and places that say no date, in the order of choice."""
    return _by_need(guide, (entry for entry in _outings(guide) if not entry.when))


def help_on(guide: Guide, side: Side) -> list[Entry]:
    """Return the help one can get, or give, in the order of choice."""
    return _by_need(guide, guide.catalogue.help_on(side))


def _outings(guide: Guide) -> Iterable[Entry]:
    return (one for one in printable(guide) if not isinstance(one, Help | Page | Story))


def _by_need(guide: Guide, entries: Iterable[Entry]) -> list[Entry]:
    """Return entries in the order of choice, a topic in turn, so that every need is seen."""
    return turn_about(entries_in_order(guide, entries), lambda one: next(iter(one.topics), ""))


def without(entries: Iterable[Entry], shown: Sequence[Entry]) -> list[Entry]:
    """Return entries but for those that are shown already."""
    slugs = {entry.slug for entry in shown}
    return [entry for entry in entries if entry.slug not in slugs]


def more_here(guide: Guide, number: int, path: str) -> str:
    """Return how many more there are at an address; "" for none."""
    if not number:
        return ""
    return guide.words.count(
        "{number} more is at {address}",
        "{number} more are at {address}",
        number,
        address=address_words(guide, path),
    )
