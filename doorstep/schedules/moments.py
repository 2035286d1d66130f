"""“Wednesday 25 November, 10:30am” -> the day and the hours that something is moved to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.schedules.dated import read_one_day, starts_dates
from doorstep.schedules.hours import read_hours
from doorstep.schedules.rules import DateSpan, Hours
from doorstep.schedules.tokens import Kind
from doorstep.schedules.unread import CLEAR, UNDERSTOOD, ScheduleNotRead, other_weekday, write_one
from doorstep.schedules.wording_times import hours_words
from doorstep.schedules.years import nearest_to

if TYPE_CHECKING:
    from datetime import date

    from doorstep.schedules.cursor import Cursor
    from doorstep.schedules.parts import HoursSaid, SpansSaid

_EXAMPLE = "Wednesday 25 November 2026, 10:30am to midday"


class Moment(Struct, frozen=True):
    """When something is instead."""

    day: date
    hours: Hours | None
    """None for the usual ones."""


def moment_of(cursor: Cursor, on: date) -> Moment:
    """Read a date, a time or both; without its year the date is the one nearest to `on`."""
    hours = _read_hours(cursor)
    cursor.take(Kind.COMMA)
    cursor.word("on")
    mark = cursor.at
    said = read_one_day(cursor)
    text = cursor.since(mark)
    if hours is None:
        cursor.take(Kind.COMMA)
        hours = _read_hours(cursor)
    if cursor.here.kind is not Kind.END or not (said or hours):
        raise ScheduleNotRead(
            UNDERSTOOD, f"“{cursor.line}” is not a date and a time.", write_one([_EXAMPLE])
        )
    return Moment(_day(said, text, on) if said else on, hours)


def _read_hours(cursor: Cursor) -> Hours | None:
    mark = cursor.at
    said = None if starts_dates(cursor) else read_hours(cursor)
    return _only(said, cursor.since(mark)) if said else None


def _only(said: HoursSaid, text: str) -> Hours:
    if len(said.readings) == 1 and len(said.readings[0]) == 1:
        return said.readings[0][0]
    from doorstep.words import english  # late: only what is not clear is said back

    choices = [hours_words(hours, english()) for reading in said.readings for hours in reading]
    several = "is more than one time" if len(said.readings) == 1 else "can mean two things"
    raise ScheduleNotRead(CLEAR, f"“{text}” {several}.", write_one(choices), wrong=text)


def _day(said: SpansSaid, text: str, on: date) -> date:
    span = said.spans[0]
    if isinstance(span, DateSpan):
        return span.first
    near = nearest_to(span.first, on)
    if said.weekday not in (None, near.weekday()):
        raise other_weekday(near, said.weekday or 0, text)
    return near
