"""What the partials of What's on may read: rows, days, filters, timetables, lists of dates."""

from __future__ import annotations

from msgspec import Struct

from doorstep.views.parts import Link, Number, Tag


class Happening(Struct, frozen=True, kw_only=True):
    """One thing on one day."""

    title: str
    """Its title, the words of the link; "Cancelled:" and "Moved:" come first."""
    href: str
    """Its page."""
    number: Number | None
    """Its number, when it has one."""
    time: str
    """At what time it is, in words, or "" when nobody said."""
    starts: str
    """When it starts, as machines write it (HTML, the time element)."""
    where: str
    """Where it is and how far that is to walk, or ""."""
    note: str
    """Why it is cancelled or moved, and when it is instead, or ""."""
    tags: tuple[Tag, ...]
    """At most three."""
    ends: str
    """The instant from which it is over (RFC 3339), for a script that hides what has passed."""
    facets: str
    """What it can be filtered by but for its weekday: free topic-food; "" where nothing filters."""
    is_name: bool
    """Whether the title is a name, which nobody translates."""
    is_spare: bool = False
    """Whether it is kept hidden until a script has hidden others that are over."""
    has_star: bool = False
    """Whether a script may put it on a shortlist, by its number."""


class Day(Struct, frozen=True):
    """What is on one day."""

    date: str
    """The day (YYYY-MM-DD)."""
    heading: str
    """The day in words, after "Today" or "Tomorrow" where that is true."""
    plain: str
    """The day in words alone, for a script that moves "Today" on."""
    happenings: tuple[Happening, ...]
    """What is on, in the order of the clock."""
    is_later: bool = False
    """Whether it is kept hidden until a script finds that it has come."""
    page_heading: str = ""
    """What the page is called on that day, where each day has the page to itself."""
    facet: str = ""
    """What all of its rows can be filtered by, such as "monday", or "" where nothing filters."""


class OldPage(Struct, frozen=True, kw_only=True):
    """What a script says of lists by day when the page has grown old, and what it goes by."""

    last_day: str
    """The last day the page tells of (YYYY-MM-DD)."""
    today: str
    """The heading of today: Today, {day}."""
    tomorrow: str
    """The heading of tomorrow: Tomorrow, {day}."""
    nothing: str
    """That nothing more is to come in these days."""
    beyond: str
    """That these days are over."""
    script: str
    """The script itself: it stands above the lists and looks at what comes before it is drawn."""
    heading: str = ""
    """What the page is called when its days are over, where a day was in its heading."""
    most: str = ""
    """How many rows of a day are shown at once, or "" for all."""


class Filters(Struct, frozen=True):
    """Links to what is on of one sort: the filters for everyone, and what a script reads."""

    heading: str
    """What they are for."""
    groups: tuple[FilterGroup, ...]
    """Days, cost, topics and so on."""


class FilterGroup(Struct, frozen=True):
    """Filters of one sort, such as all days of the week."""

    heading: str
    """What they have in common."""
    filters: tuple[Filter, ...]
    """The filters with something behind them."""
    are_needs: bool = False
    """Whether somebody who chooses two needs both at once: free, step-free, just turn up."""


class Filter(Struct, frozen=True):
    """One filter: a link to a page of its own, and the facet a script looks for."""

    link: Link
    """Its words, its page, and how much is there."""
    facet: str
    """The facet of happenings that it keeps."""


class FilterWords(Struct, frozen=True):
    """What a script that filters a list says, in the language of the page."""

    one: str
    """How many are shown when it is one."""
    many: str
    """How many are shown: {number} things."""
    none: str
    """That nothing is left to show."""
    open: str
    """Filter this list."""
    apply: str
    """Apply filters."""
    clear: str
    """Clear all filters."""
    remove: str
    """Remove: {name}."""


class Slot(Struct, frozen=True, kw_only=True):
    """One thing that comes round, in a timetable."""

    time: str
    """At what time, in words, or ""."""
    title: str
    """Its title, the words of the link."""
    href: str
    """Its page."""
    number: Number | None
    """Its number, when it has one."""
    where: str
    """The place, or "" where all are in one place."""
    note: str
    """What a weekday alone does not say: Every Tuesday in term time; or ""."""
    is_name: bool
    """Whether the title is a name, which nobody translates."""


class Cell(Struct, frozen=True):
    """One part of one day of the week, in a timetable."""

    heading: str
    """Morning, Afternoon, Evening, or what stands for no time at all."""
    part: str
    """day, morning, afternoon or evening: the row it stands in where there is room."""
    slots: tuple[Slot, ...]
    """What comes round then, in the order of the clock."""


class Column(Struct, frozen=True):
    """One day of the week, in a timetable."""

    heading: str
    """The day of the week, or what comes round on no one day of it."""
    cells: tuple[Cell, ...]
    """The parts of the day that have something."""


class Timetable(Struct, frozen=True):
    """What comes round, by day of the week."""

    heading: str
    """The heading, or "" when the page's own is enough."""
    columns: tuple[Column, ...]
    """The days of the week, Monday first."""
    others: tuple[Column, ...]
    """What is on every day; what comes round by its date in the month."""


class DateRow(Struct, frozen=True):
    """One date of an entry."""

    words: str
    """The date and time in words."""
    starts: str
    """The same as machines write it (HTML, the time element)."""
    note: str
    """That it is cancelled or moved, why, and when it is instead, or ""."""
    tag: Tag | None
    """Cancelled or Moved."""
    is_off: bool
    """Whether nothing is on then after all."""
    ends: str
    """The instant from which it is over (RFC 3339), for a script that hides what has passed."""


class DateList(Struct, frozen=True):
    """The next dates of an entry."""

    heading: str
    """What they are."""
    dates: tuple[DateRow, ...]
    """The dates, in order."""
