"""What layouts/sheets/door.html may read: all that happens in one building, by day of the week."""

from __future__ import annotations

from msgspec import Struct

from doorstep.sheets.parts import AboutSheet, SheetFoot
from doorstep.views.frame import Frame


class DoorRow(Struct, frozen=True, kw_only=True):
    """One thing that happens here."""

    time: str
    """When it is: a time of the day, or a date and its time."""
    title: str
    """What it is; "Cancelled:" and "Moved:" come first."""
    is_name: bool
    """Whether the title is a name, which nobody translates."""
    details: str
    """On which weeks, what it costs, whom to phone."""
    number: str
    """No. 127, or ""."""


class DoorDay(Struct, frozen=True):
    """What happens on one day of the week, or on single dates."""

    heading: str
    """The day of the week, Every day, or what the single dates are called."""
    rows: tuple[DoorRow, ...]
    """What happens, in the order of the clock or of the calendar."""


class DoorSheetView(Struct, frozen=True, kw_only=True):
    """A sheet for the door of one building."""

    frame: Frame
    """What stands around the page."""
    about: AboutSheet
    """How to print it."""
    guide: str
    """The name of the guide."""
    title: str
    """What the building is called."""
    title_points: int
    """How large that is: smaller only where a long name does not fit."""
    points: int
    """How large the letters are of what happens here."""
    number: str
    """No. 31, or ""."""
    lines: tuple[str, ...]
    """When it is open, on which days it is not, whom to phone."""
    days: tuple[DoorDay, ...]
    """What happens here."""
    nothing: str
    """What is said where nothing is known to happen here, or ""."""
    foot: SheetFoot
    """What every sheet carries."""
