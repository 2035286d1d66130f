"""Dates as people write them, alone, in lists and from one to another -> spans of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.dates import DateNotRead, read_date
from doorstep.schedules.cursor import attempt
from doorstep.schedules.spans import Day, FromTo, no_date, spans_of
from doorstep.schedules.tokens import Kind
from doorstep.schedules.unread import other_weekday

if TYPE_CHECKING:
    from datetime import date

    from doorstep.schedules.cursor import Cursor
    from doorstep.schedules.parts import SpansSaid

_MOST_BARE = 31
"""No more days than these can wait for the month they are in."""


def read_spans(cursor: Cursor, *also: str) -> SpansSaid | None:
    """Read dates: "Saturday 3 July 2027", "3 and 10 July 2027", "24 December to 2 January".

    Dates without a year are days of every year. `also` are words that may stand between two.
    """
    mark = cursor.at
    items = _read_items(cursor, *also)
    return _said(items, cursor, mark) if items else None


def starts_dates(cursor: Cursor) -> bool:
    """Say whether dates come next."""
    mark = cursor.at
    items = _read_items(cursor)
    cursor.at = mark
    return bool(items)


def read_span_here(cursor: Cursor) -> SpansSaid | None:
    """Read one date, or one to another, and leave a list that goes on after it."""
    mark = cursor.at
    item = _read_from_to(cursor)
    if item is None or not item.last.has_month:
        cursor.at = mark
        return None
    return _said([item], cursor, mark)


def read_one_day(cursor: Cursor) -> SpansSaid | None:
    """Read one date, and leave whatever it goes on to."""
    mark = cursor.at
    day = _read_day(cursor)
    if day is None or not day.has_month:
        cursor.at = mark
        return None
    return _said([FromTo(day, day)], cursor, mark)


def _read_items(cursor: Cursor, *also: str) -> list[FromTo]:
    """Read dates with commas and the like between them, up to the last that has its month."""
    items: list[FromTo] = []
    end, found = cursor.at, 0
    while len(items) - found < _MOST_BARE and (item := _read_from_to(cursor)) is not None:
        if item.first.whole and len(items) > found:
            # "3 and tomorrow": only a month that is named is that of the days before it.
            break
        items.append(item)
        if item.last.has_month:
            end, found = cursor.at, len(items)
        comma = cursor.take(Kind.COMMA)
        joined = cursor.take(Kind.AND, Kind.SLASH) or cursor.word(*also)
        if not (joined or comma):
            break
        items[-1] = replace(item, before_comma=not joined)
    cursor.at = end
    return items[:found]


@attempt
def _read_from_to(cursor: Cursor) -> FromTo | None:
    first = _read_day(cursor)
    if first is None:
        return None
    mark = cursor.at
    last = _read_day(cursor) if cursor.to() else None
    if last is None or (last.whole and not first.has_month):
        cursor.at = mark
        return FromTo(first, first)
    return FromTo(first, last)


@attempt
def _read_day(cursor: Cursor) -> Day | None:
    mark = cursor.at
    if counted := _read_relative(cursor):
        return counted
    weekday = cursor.take(Kind.WEEKDAY)
    if weekday:
        cursor.take(Kind.COMMA)
    if written := cursor.take(Kind.DATE):
        in_figures = _date(written.text, cursor)
        if weekday and weekday.value != in_figures.weekday():
            raise other_weekday(in_figures, weekday.value, cursor.since(mark))
        return Day(cursor.since(mark), whole=in_figures)
    found = _read_day_month(cursor) or _read_month_day(cursor)
    if found is None:
        return None
    day, month, year = found
    return Day(cursor.since(mark), day, month, year, weekday.word if weekday else "")


@attempt
def _read_day_month(cursor: Cursor) -> tuple[int, int, int] | None:
    cursor.word("the")
    day = cursor.take(Kind.NUMBER, Kind.ORDINAL)
    if day is None or not 0 <= day.value < 100:
        return None
    mark = cursor.at
    cursor.word("of")
    if month := cursor.take(Kind.MONTH):
        return day.value, month.value, _read_year(cursor) or 0
    cursor.at = mark
    return day.value, 0, 0


@attempt
def _read_month_day(cursor: Cursor) -> tuple[int, int, int] | None:
    """Read "March 3, 2027"; without its year the 3 could be an hour."""
    month = cursor.take(Kind.MONTH)
    day = cursor.take(Kind.NUMBER, Kind.ORDINAL) if month else None
    year = _read_year(cursor) if day else None
    return (day.value, month.value, year) if month and day and year else None


@attempt
def _read_year(cursor: Cursor) -> int | None:
    cursor.take(Kind.COMMA)
    year = cursor.take(Kind.NUMBER)
    return year.value if year and len(year.text) == 4 and year.text[:2] in ("20", "21") else None


_UNITS = ("day", "days", "week", "weeks", "month", "months", "year", "years")


@attempt
def _read_relative(cursor: Cursor) -> Day | None:
    """Read a date that is counted from today: "the Saturday after next", "in 10 days"."""
    mark = cursor.at
    if not (_is_counted(cursor) or _is_named(cursor)):
        return None
    return Day(cursor.since(mark), whole=_date(cursor.since(mark), cursor))


def _is_named(cursor: Cursor) -> bool:
    if cursor.word("today", "tomorrow", "yesterday"):
        return True
    which = cursor.word("next", "this")
    cursor.word("the")
    if not cursor.take(Kind.WEEKDAY):
        return False
    return bool(cursor.any_of("after next")) or which is not None


def _is_counted(cursor: Cursor) -> bool:
    mark = cursor.at
    ahead = cursor.word("in")
    count = cursor.take(Kind.NUMBER, Kind.COUNT) or cursor.word("a", "an")
    if count and cursor.word(*_UNITS) and (ahead or cursor.any_of("from now", "ago")):
        return True
    cursor.at = mark
    return False


def _date(text: str, cursor: Cursor) -> date:
    try:
        return read_date(text, cursor.today, relative=cursor.relative)
    except DateNotRead as reason:
        raise no_date(text, reason) from reason


def _said(items: list[FromTo], cursor: Cursor, mark: int) -> SpansSaid:
    return spans_of(items, cursor.since(mark), cursor.today)
