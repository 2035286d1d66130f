"""An entry -> the few lines it has on a sheet that is folded, which is good for some weeks."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from doorstep.occurrences import State
from doorstep.sheets.feet import LONGEST, good_until
from doorstep.sheets.panel_parts import PanelEntry
from doorstep.sheets.wording import as_line, contact_words, cost_words, number_words
from doorstep.tracing import kept
from doorstep.views.cards import card_when, place_name
from doorstep.views.changes import changed_words, next_on_words, sentences, when_of, which_and_why
from doorstep.views.opening_changes import opening_notes
from doorstep.views.wording import NAMES, as_sentence, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence

MOST_DATES = 2 * LONGEST.days
"""Dates that are looked at for being cancelled or moved: two on each day a sheet is good for."""


def panel_entry(guide: Guide, entry: Entry) -> PanelEntry:
    """Return an entry as folded sheets show it."""
    return _entry_named(guide, entry.slug)


@kept(20_000)
def _entry_named(guide: Guide, slug: str) -> PanelEntry:
    """Return an entry by its slug; each sheet asks for it many times over."""
    entry = guide.catalogue.by_slug[slug]
    title = title_of(guide, entry)
    facts = (when_words(guide, entry), place_name(guide, entry), cost_words(guide, entry))
    lines = (*_changes(guide, entry), as_line(facts), as_sentence(contact_words(guide, entry)))
    return PanelEntry(
        title=title,
        is_name=entry.kind in NAMES and title == entry.title,
        number=number_words(guide, entry),
        lines=tuple(filter(None, lines)),
    )


def when_words(guide: Guide, entry: Entry) -> str:
    """Return the rule by which it comes round, its one date, or when it is open."""
    if rules := "; ".join(filter(None, card_when(guide, entry))):
        return rules
    coming = guide.diary.next_on(entry) if entry.when else None
    return when_of(guide, coming) if coming else ""


def _changes(guide: Guide, entry: Entry) -> Iterator[str]:
    """Yield what is not as usual while the sheet is good: somebody might set out for it."""
    last = good_until(guide)
    to_come = islice(guide.diary.coming(entry), MOST_DATES)
    dates = list(takewhile(lambda one: one.start.date() <= last, to_come))
    moved = {one.on for one in dates if one.state is State.MOVED}
    for one in dates:
        # The date it was moved away from says where to.
        if one.usual is None or one.on not in moved:
            yield _change(guide, one)
    yield from (note.text for note in opening_notes(guide, entry))


def _change(guide: Guide, occurrence: Occurrence) -> str:
    """Return which date is not as usual; "" for a usual one."""
    if occurrence.usual is None:
        return changed_words(guide, occurrence)
    now = next_on_words(guide, occurrence)
    return sentences((which_and_why(guide, occurrence), now))
