"""One time as people write it -> the times of day it can be."""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from doorstep.patterns import late_pattern
from doorstep.schedules.cursor import attempt
from doorstep.schedules.tokens import Kind
from doorstep.schedules.unread import UNDERSTOOD, ScheduleNotRead

if TYPE_CHECKING:
    from doorstep.schedules.cursor import Cursor

NOON = time(12)
MIDNIGHT = time(0)
_NAMED = {"noon": NOON, "midday": NOON, "midnight": MIDNIGHT}
_FIGURES = late_pattern(r"([0-9]{1,2}?)[:.]?([0-9]{2})?\s*([ap]?)[.\sm]*", re.IGNORECASE)
_YEARS = range(2000, 2100)
_EARLY = range(1, 7)
_COUNTED = ("day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "hour")


class Clock(Struct, frozen=True, kw_only=True):
    """A time as it was written."""

    choices: tuple[time, ...]
    """The times it can be: one, or before and after midday."""
    on_24_hours: bool = False
    """Whether it can only have been written by the 24-hour clock."""
    is_day_start: bool = False
    """00:00, which is sure to be the midnight before a day."""
    is_day_end: bool = False
    """24:00, which ends a day and starts none."""
    is_early: bool = False
    """02:00, which a list that has lost its pm may show for the afternoon."""
    is_four_figures: bool = False
    """1900, which is a time but for what stands beside it."""
    looks_like_year: bool = False
    is_named: bool = False
    """Midday or midnight in words, which nobody mistakes for the other."""

    @property
    def is_certain(self) -> bool:
        """Whether it is one time, unless it is early, whatever stands beside it."""
        return len(self.choices) == 1


def read_on_24_hours(clock: Clock) -> time:
    """Return what a time is by the 24-hour clock."""
    return NOON.replace(minute=clock.choices[0].minute) if _is_twelve(clock) else clock.choices[0]


def _is_twelve(clock: Clock) -> bool:
    return len(clock.choices) > 1 and clock.choices[0].hour == 0


@attempt
def read_clock(cursor: Cursor) -> Clock | None:
    """Read one time: 10.30am, 1030, 7 o'clock, 12 noon, midnight."""
    clock = _read_named(cursor) or _read_figures(cursor)
    if clock and cursor.any_of("at the start of the day"):
        return replace(clock, is_day_start=True)
    return clock


def _read_named(cursor: Cursor) -> Clock | None:
    named = cursor.word(*_NAMED)
    return Clock(choices=(_NAMED[named.word],), is_named=True) if named else None


def _read_figures(cursor: Cursor) -> Clock | None:
    if cursor.here.kind is Kind.NUMBER and not _may_be_an_hour(cursor):
        return None
    token = cursor.take(Kind.CLOCK, Kind.NUMBER)
    return _with_words_after(cursor, token.text) if token else None


def _may_be_an_hour(cursor: Cursor) -> bool:
    """Say whether a bare number can be a time, by its figures and by what follows it."""
    figures, after = cursor.here.text, cursor.ahead()
    if len(figures) > 4 or after.kind is Kind.MONTH or after.word in _COUNTED:
        return False
    hour, minute = (int(figures), 0) if len(figures) < 3 else divmod(int(figures), 100)
    return hour <= 24 and minute < 60


def _with_words_after(cursor: Cursor, figures: str) -> Clock:
    if re.fullmatch(r"12([:.]?00)?", figures) and (named := _read_named(cursor)):
        return named
    cursor.any_of("o'clock", "oclock", "hrs", "h")
    if cursor.any_of("in the morning"):
        return _clock(f"{figures}am")
    if cursor.any_of("in the afternoon", "in the evening"):
        return _clock(f"{figures}pm")
    return _clock(figures)


def _clock(written: str) -> Clock:
    found = _FIGURES.fullmatch(written)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (25, 0)
    if not found or hour > 24 or minute > 59 or (hour == 24 and minute):
        raise _no_time(written)
    if found[3]:
        return _in_half(hour, minute, found[3].lower(), written)
    if hour == 24:
        return Clock(choices=(MIDNIGHT,), on_24_hours=True, is_day_end=True)
    if hour > 12 or found[1].startswith("0"):
        return _by_24_hours(time(hour, minute), written)
    return Clock(choices=(time(hour % 12, minute), time(hour % 12 + 12, minute)))


def _by_24_hours(clock: time, written: str) -> Clock:
    return Clock(
        choices=(clock,),
        on_24_hours=True,
        is_day_start=clock == MIDNIGHT,
        is_early=clock.hour in _EARLY,
        is_four_figures=written.isdecimal(),
        looks_like_year=written.isdecimal() and int(written) in _YEARS,
    )


def _in_half(hour: int, minute: int, half: str, written: str) -> Clock:
    """Return a time with am or pm; "13.30pm" says the same thing twice, "13.30am" does not."""
    if hour == 24 or (hour > 12 and half == "a") or (hour == 0 and half == "p"):
        raise _no_time(written)
    in_half = hour if hour > 12 else hour % 12 + 12 * (half == "p")
    return Clock(choices=(time(in_half, minute),))


def _no_time(written: str) -> ScheduleNotRead:
    return ScheduleNotRead(
        UNDERSTOOD,
        f"“{written}” is not a time of day.",
        "Write it like this: 10:30am, 7pm or midday",
        wrong=written,
    )
