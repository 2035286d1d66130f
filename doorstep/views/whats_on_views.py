"""What the layouts of What's on may read: one small value for each layout."""

from __future__ import annotations

from msgspec import Struct

from doorstep.views.frame import Frame
from doorstep.views.parts import Invitation, Link, LinkList, Run, Stars
from doorstep.views.whats_on_parts import Day, Filters, FilterWords, OldPage, Timetable


class WhatsOnView(Struct, frozen=True, kw_only=True):
    """layouts/whats_on.html: what is on, by day."""

    frame: Frame
    """What stands around the page."""
    heading: str
    """What is listed."""
    intro: str
    """From which day to which, or ""."""
    lists_label: str
    """What the links to the other lists are called."""
    lists: tuple[Link, ...]
    """Today, This weekend, This week, Next week, Every week, this month."""
    count: str
    """How many things are listed, in words, or ""."""
    stars: Stars | None
    """What puts them on a shortlist."""
    to_filters: Link | None
    """The way down to the filters."""
    jump_label: str
    """What the links to the days of a long page are called."""
    jumps: tuple[Link, ...]
    """Links to the days of a long page."""
    weekly: tuple[Run, ...]
    """That what comes round every week stands in the timetable, or ()."""
    days: tuple[Day, ...]
    """What is on, by day."""
    empty: tuple[Run, ...]
    """That there is nothing, and what is next; or ()."""
    until: str
    """The last day for which that holds (YYYY-MM-DD)."""
    old: OldPage
    """What a script says when the page has grown old."""
    around: LinkList | None
    """The month before and the month after."""
    filters: Filters
    """Links to what is on of one sort."""
    months: LinkList
    """Links to what is on in each month."""
    paper: LinkList
    """Links to the sheets that have the same on paper."""
    words: FilterWords
    """What scripts say."""
    invitation: Invitation
    """To say what is missing."""


class TimetableView(Struct, frozen=True, kw_only=True):
    """layouts/timetable.html: what comes round, by day of the week."""

    frame: Frame
    """What stands around the page."""
    heading: str
    """What is listed."""
    intro: str
    """How to read it."""
    lists_label: str
    """What the links to the other lists are called."""
    lists: tuple[Link, ...]
    """Today, This weekend, This week, Next week, Every week, this month."""
    timetable: Timetable
    """What comes round."""
    empty: str
    """That nothing does, or ""."""
    invitation: Invitation
    """To say what is missing."""
