"""“All day”, “day and night”, “dawn to dusk” -> what is said in place of hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.schedules.cursor import attempt
from doorstep.schedules.parts import Closed, PartOfDay
from doorstep.schedules.rules import DayPart
from doorstep.schedules.tokens import Kind

if TYPE_CHECKING:
    from doorstep.schedules.cursor import Cursor

_PHRASES = {
    DayPart.ALL_DAY: ("all day long", "all day", "the whole day"),
    DayPart.ANY_TIME: (
        *("at any time of day or night", "any time of day or night", "at any time", "any time"),
        *("anytime", "day and night", "24 hours a day", "24 hours", "always open"),
    ),
    DayPart.DAYLIGHT: (
        *("from dawn to dusk", "dawn to dusk", "dawn till dusk", "dawn until dusk"),
        *("sunrise to sunset", "sunrise till sunset", "sunrise until sunset"),
        *("during daylight hours", "in daylight hours", "daylight hours", "during daylight"),
    ),
}


def read_part_of_day(cursor: Cursor) -> PartOfDay | None:
    """Read what is said in place of hours."""
    if _read_day_and_week(cursor):
        return PartOfDay(DayPart.ANY_TIME)
    for part, phrases in _PHRASES.items():
        if cursor.any_of(*phrases):
            if part is DayPart.ANY_TIME:
                _read_or_night(cursor)
            return PartOfDay(part)
    return None


@attempt
def _read_day_and_week(cursor: Cursor) -> bool | None:
    """Read "24/7"."""
    pieces = (cursor.skip().text, cursor.skip().text, cursor.skip().text)
    return pieces == ("24", "/", "7") or None


@attempt
def _read_or_night(cursor: Cursor) -> bool | None:
    cursor.take(Kind.COMMA)
    return bool(cursor.any_of("day or night", "day and night", "night or day")) or None


def read_closed(cursor: Cursor) -> Closed | None:
    """Read "closed" where it is said of the days before it."""
    return Closed() if cursor.word("closed") else None
