"""Days by their place in the month as people say them -> those days, and how often they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.schedules.cursor import attempt, listed
from doorstep.schedules.dated import read_spans
from doorstep.schedules.parts import DaysSaid, Frequency, PlacesSaid, Unit
from doorstep.schedules.rules import LAST, MonthDays, in_order
from doorstep.schedules.tokens import Kind

if TYPE_CHECKING:
    from doorstep.schedules.cursor import Cursor
    from doorstep.schedules.parts import SpansSaid

OF_THE_MONTH = (
    *("of the month", "of each month", "of every month", "of month", "in the month"),
    *("in each month", "in every month", "each month", "every month", "monthly"),
)
_MONTHLY_ON = ("monthly on", "every month on", "each month on", "once a month on")
_EVERY = ("on every", "on each", "every", "each")
_UNITS = {
    "week": Unit.WEEK,
    "weeks": Unit.WEEK,
    "month": Unit.MONTH,
    "months": Unit.MONTH,
    "year": Unit.YEAR,
}
_NAMED = {
    "weekly": Frequency(1, Unit.WEEK),
    "once a week": Frequency(1, Unit.WEEK),
    "fortnightly": Frequency(2, Unit.WEEK),
    "every fortnight": Frequency(2, Unit.WEEK),
    "each fortnight": Frequency(2, Unit.WEEK),
    "once a fortnight": Frequency(2, Unit.WEEK),
    "monthly": Frequency(1, Unit.MONTH),
    "once a month": Frequency(1, Unit.MONTH),
    "yearly": Frequency(1, Unit.YEAR),
    "annually": Frequency(1, Unit.YEAR),
}
_WEEKDAY_NAMES = (Kind.WEEKDAY, Kind.WEEKDAYS)


@attempt
def read_places(cursor: Cursor) -> PlacesSaid | None:
    """Read weekdays with a number: "first and third Wednesday", "every 2nd Sunday of the month"."""
    after_every = bool(cursor.any_of(*_EVERY))
    cursor.any_of("on the", "on")
    groups = listed(cursor, _read_group)
    if not groups:
        return None
    places = {place for group in groups for place in group}
    return PlacesSaid(in_order(places), after_every, _is_of_the_month(cursor, after_every))


@attempt
def _read_group(cursor: Cursor) -> tuple[tuple[int, int], ...] | None:
    numbers = listed(cursor, _read_place)
    weekday = cursor.take(*_WEEKDAY_NAMES) if numbers else None
    return tuple((number, weekday.value) for number in numbers) if weekday else None


@attempt
def _read_place(cursor: Cursor) -> int | None:
    cursor.word("the")
    number = cursor.take(Kind.ORDINAL)
    return number.value if number and (number.value == LAST or 1 <= number.value <= 5) else None


def _is_of_the_month(cursor: Cursor, after_every: bool) -> bool:
    if cursor.any_of(*OF_THE_MONTH):
        return True
    before_month = cursor.ahead().kind is Kind.MONTH
    return before_month and (
        cursor.here.word == "of" or (cursor.here.word == "in" and not after_every)
    )


@attempt
def read_month_days(cursor: Cursor) -> DaysSaid | None:
    """Read days by their number: "the 15th of the month", "the 1st and 15th of March and June"."""
    monthly = cursor.any_of(*_MONTHLY_ON)
    cursor.any_of(*_EVERY)
    cursor.any_of("on the", "on")
    days = listed(cursor, _read_month_day)
    if not days or cursor.here.kind in (*_WEEKDAY_NAMES, Kind.MONTH):
        return None
    if not (cursor.any_of(*OF_THE_MONTH) or monthly or _are_in_months(cursor)):
        return None
    return DaysSaid(MonthDays(tuple(sorted(set(days)))))


@attempt
def _read_month_day(cursor: Cursor) -> int | None:
    cursor.word("the")
    day = cursor.take(Kind.ORDINAL)
    return day.value if day and 1 <= day.value <= 31 else None


def _are_in_months(cursor: Cursor) -> bool:
    """Say whether more than one month follows: "of March and June" is of every year."""
    if cursor.here.word != "of" or cursor.ahead().kind is not Kind.MONTH:
        return False
    if cursor.ahead(2).kind not in (Kind.COMMA, Kind.AND):
        return False
    return cursor.ahead(3).kind is Kind.MONTH or cursor.ahead(4).kind is Kind.MONTH


@attempt
def read_frequency(cursor: Cursor) -> Frequency | None:
    """Read how often something comes round: "fortnightly", "every three weeks", "every other"."""
    if named := cursor.any_of(*_NAMED):
        return _NAMED[named]
    if cursor.any_of("alternate", "on alternate"):
        return Frequency(2, Unit.WEEK, True) if cursor.here.kind in _WEEKDAY_NAMES else None
    if not cursor.any_of(*_EVERY):
        return None
    if dates := _dates_ahead(cursor):
        # "Every Monday 3 May to 7 June 2027" is on Mondays.
        return None if dates.weekday is not None and dates.goes_on else Frequency(1, Unit.YEAR)
    if cursor.word("other"):
        if cursor.here.kind in _WEEKDAY_NAMES:
            return Frequency(2, Unit.WEEK, True)
        return _read_unit(cursor, 2)
    number = cursor.take(Kind.NUMBER, Kind.COUNT, Kind.ORDINAL)
    return _read_unit(cursor, number.value if number else 1)


def _dates_ahead(cursor: Cursor) -> SpansSaid | None:
    mark = cursor.at
    said = read_spans(cursor)
    cursor.at = mark
    return said


def _read_unit(cursor: Cursor, every: int) -> Frequency | None:
    unit = cursor.word(*_UNITS)
    return Frequency(every, _UNITS[unit.word]) if unit and 1 <= every <= 99 else None
