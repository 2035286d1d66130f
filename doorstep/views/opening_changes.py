"""A place's opening times and changes -> the days to come on which it is not open as usual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.entries import Opening
from doorstep.occurrences import has_date
from doorstep.views.changes import sentences
from doorstep.views.endings import end_of
from doorstep.views.parts import Passing
from doorstep.views.time_words import day_words
from doorstep.views.wording import as_sentence

if TYPE_CHECKING:
    from doorstep.details import Change
    from doorstep.entries import Entry
    from doorstep.guide import Guide


def changes_of_opening(guide: Guide, entry: Entry) -> tuple[Change, ...]:
    """Return what is not as usual on days to come of `open`, unless `when` has the day as well."""
    if not isinstance(entry, Opening):
        return ()
    almanac, by_day = guide.diary.almanac, {change.on: change for change in entry.changes}
    return tuple(
        by_day[day]
        for day in sorted(by_day)
        if day >= guide.today
        and has_date(entry.opening_rules, day, almanac)
        and not has_date(entry.rules, day, almanac)
    )


def opening_notes(guide: Guide, entry: Entry) -> tuple[Passing, ...]:
    """Return on which days to come a place is shut, or not as usual, and why."""
    return tuple(_note(guide, change) for change in changes_of_opening(guide, entry))


def _note(guide: Guide, change: Change) -> Passing:
    say, day = guide.words.say, day_words(change.on, guide.words, guide.today)
    if change.cancelled:
        what = say("Closed on {day}", day=day)
    else:
        what = say("Not as usual on {day}: phone to ask", day=day)
    text = sentences((what, as_sentence(change.because)))
    return Passing(text, end_of(change.on, guide.diary.zone))
