"""What layouts/sheets/month.html may read: the dates of a month, in columns."""

from __future__ import annotations

from msgspec import Struct

from doorstep.sheets.parts import AboutSheet, SheetFoot
from doorstep.views.frame import Frame


class MonthRow(Struct, frozen=True):
    """One thing on one date, or on one day of every week."""

    time: str
    """When it starts, or ""."""
    title: str
    """What it is, with a full stop; "Cancelled:" and "Moved:" come first."""
    is_name: bool
    """Whether the title is a name, which nobody translates."""
    number: str
    """No. 127, or ""."""


class MonthDay(Struct, frozen=True):
    """One date, or one day of every week."""

    heading: str
    """Tuesday 1 December; Every week: Tuesday."""
    rows: tuple[MonthRow, ...]
    """What is on, in the order of the clock."""


class MonthColumn(Struct, frozen=True):
    """One column of the paper."""

    days: tuple[MonthDay, ...]
    """The days in it, each whole."""


class MonthSheetView(Struct, frozen=True, kw_only=True):
    """One month on one page."""

    frame: Frame
    """What stands around the page."""
    about: AboutSheet
    """How to print it."""
    title: str
    """What stands at the top of the paper: What's on in December 2026."""
    days_words: str
    """Whose guide it is, and from which day to which."""
    letters: str
    """How large its letters are, in points."""
    empty: str
    """That nothing is on, and what is next; or ""."""
    columns: tuple[MonthColumn, ...]
    """The dates in order, then the days of every week."""
    foot: SheetFoot
    """What every sheet carries."""
