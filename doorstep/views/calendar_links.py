"""An entry with dates -> the ways to have them in a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.views.calendar_feeds import goes_on
from doorstep.views.parts import Link

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide


def calendar_links(guide: Guide, entry: Entry) -> tuple[Link, ...]:
    """Return the ways to have an entry's dates in a calendar; () where none are to come."""
    if not goes_on(guide, entry) or guide.diary.next_on(entry) is None:
        return ()
    say, links = guide.words.say, guide.permalinks
    whole = at.dates_path(entry.kind, entry.slug)
    coming = at.next_date_path(entry.kind, entry.slug)
    # What is very far off is not among all the dates yet.
    all_dates = (
        Link(say("Add all dates on this phone"), links.webcal(whole)),
        Link(say("Download all dates"), links.href(whole)),
    )
    return (
        *(all_dates if guide.diary.to_come(entry, 1) else ()),
        Link(say("Download the next date"), links.href(coming)),
        Link(say("How calendars work"), links.href(at.CALENDAR)),
    )
