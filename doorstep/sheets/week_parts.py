"""What layouts/sheets/week.html may read: seven days, a few lines each, and what a script says."""

from __future__ import annotations

from msgspec import Struct

from doorstep.sheets.parts import AboutSheet, SheetFoot
from doorstep.views.frame import Frame
from doorstep.views.whats_on_parts import Filters, FilterWords


class WeekRow(Struct, frozen=True, kw_only=True):
    """One thing on one day."""

    time: str
    """At what time, or "" when nobody said."""
    title: str
    """What it is, with a full stop; "Cancelled:" and "Moved:" come first."""
    is_name: bool
    """Whether the title is a name, which nobody translates."""
    number: str
    """No. 127, or ""."""
    details: str
    """Where it is, what it costs, whom to phone; or why it is not, and when it is instead."""
    rank: str
    """Its place in the order of choice, 0 being the first."""
    facets: str
    """What a script may choose it by: "free step-free lang-english"."""
    is_spare: bool
    """Whether there was no room for it: then it is hidden, for a script to choose."""


class WeekDay(Struct, frozen=True):
    """One day of the week."""

    heading: str
    """The day: Monday 23 November."""
    rows: tuple[WeekRow, ...]
    """What is on, in the order of the clock."""
    without: str
    """What is said when nothing of it is shown."""
    is_without: bool
    """Whether that is so."""


class WeekWords(Struct, frozen=True):
    """What a script says on a sheet that it fills anew, in the language of the page."""

    none_more: str
    """Where the guide is."""
    one_more: str
    """That 1 more is in the guide, and where."""
    many_more: str
    """That {number} more are in the guide, and where."""
    nothing: str
    """That nothing is on that day."""
    elsewhere: str
    """That what is on that day is in the guide."""
    only: str
    """Only: {choices}."""


class WeekSheetView(Struct, frozen=True, kw_only=True):
    """One week on one page."""

    frame: Frame
    """What stands around the page."""
    about: AboutSheet
    """How to print it."""
    filters: Filters
    """What somebody may want on paper alone: free things, step-free ones, a language."""
    filter_words: FilterWords
    """What the form says in which that is chosen."""
    title: str
    """What stands at the top of the paper: What's on in Harbour Row."""
    days_words: str
    """Which week: Monday 23 to Sunday 29 November 2026."""
    letters: str
    """How large its letters are, in points: the largest in which everything fits."""
    gap: str
    """How much more space there is after each day, in millimetres."""
    empty: str
    """That nothing is on, and what is next; or ""."""
    days: tuple[WeekDay, ...]
    """The seven days; none of them where nothing is on."""
    beyond: str
    """What is not even hidden on the page: how many things have which facets, as JSON."""
    words: WeekWords
    """What a script says."""
    foot: SheetFoot
    """What every sheet carries."""
