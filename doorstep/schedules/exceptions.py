"""“Except 24 December 2026”, “not in August or on bank holidays” -> when it is not on."""

from __future__ import annotations

import calendar
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.schedules.cursor import attempt
from doorstep.schedules.dated import read_spans
from doorstep.schedules.months import ALL_MONTHS, read_months
from doorstep.schedules.parts import Limit
from doorstep.schedules.rules import BankHolidays, DateSpan, Terms, Weekly, YearlySpan
from doorstep.schedules.tokens import Kind
from doorstep.schedules.unread import CLEAR, ScheduleNotRead
from doorstep.schedules.weekdays import BANK_HOLIDAYS, read_weekdays
from doorstep.schedules.years import in_one_year

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorstep.schedules.cursor import Cursor

SCHOOL_HOLIDAYS = ("the school holidays", "school holidays", "the school holiday")
TERM_TIME = ("school term time", "term time", "termtime", "school terms", "school term")
_EXCEPT = (
    *("except for", "except", "excepting", "excluding", "excl", "apart from", "other than"),
    *("but not", "not"),
    *("no meetings", "no meeting", "no sessions", "no session", "no classes", "no class"),
)
_HOLIDAYS = (*BANK_HOLIDAYS, *(f"the {name}" for name in BANK_HOLIDAYS))
UNTIL = ("until", "till", "til", "'til")
_BOTH_HOLIDAYS = (
    *("school and bank holidays", "bank and school holidays"),
    *("school and public holidays", "public and school holidays"),
)
_OR = ("or", "nor")
_BEFORE_ONE = ("on the", "on", "in", "for", "during", "any")
_YEARLY_DAYS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new years eve": (12, 31),
    "new year's day": (1, 1),
    "new years day": (1, 1),
}


@attempt
def read_exceptions(cursor: Cursor) -> Limit | None:
    """Read what a schedule leaves out."""
    closed = bool(cursor.any_of("but closed", "closed"))
    if not closed and not cursor.any_of(*_EXCEPT):
        return None
    first = _read_exception(cursor)
    if first is None:
        return None
    limits = [first]
    while (more := _read_another(cursor, limits[-1])) is not None:
        limits.append(more)
    limit = reduce(Limit.joined, limits)
    if not closed:
        return limit
    return replace(limit, except_weekdays=(), closed_weekdays=limit.except_weekdays, closes=True)


@attempt
def _read_another(cursor: Cursor, last: Limit) -> Limit | None:
    """Read one more; after a mere comma only one of the same sort, as another begins anew."""
    comma = cursor.take(Kind.COMMA)
    joined = cursor.take(Kind.AND) or cursor.word(*_OR)
    if not (comma or joined):
        return None
    more = _read_exception(cursor)
    return more if more and (joined or _sort(more) == _sort(last)) else None


def _sort(limit: Limit) -> frozenset[str]:
    names = ("months", "terms", "bank_holidays", "except_dates", "except_yearly", "except_weekdays")
    return frozenset(name for name in names if getattr(limit, name))


@attempt
def _read_exception(cursor: Cursor) -> Limit | None:
    cursor.any_of(*_BEFORE_ONE)
    readers: tuple[Callable[[Cursor], Limit | None], ...] = (
        _dates, _named_days, _month_of_year, _months, _holidays_and_terms, _weekdays
    )  # fmt: skip
    return next((limit for read in readers if (limit := read(cursor))), None)


def _dates(cursor: Cursor) -> Limit | None:
    mark = cursor.at
    said = read_spans(cursor, *_OR)
    if said is None:
        return None
    if any(token.word in UNTIL for token in cursor.tokens[mark : cursor.at]):
        raise _may_end_it_all(cursor.since(mark))
    if said.weekday is not None:
        # A Monday 25 December is not in every year.
        in_one_year(said, cursor.since(mark), cursor.today)
    return Limit(
        except_dates=tuple(span for span in said.spans if isinstance(span, DateSpan)),
        except_yearly=tuple(span for span in said.spans if isinstance(span, YearlySpan)),
    )


def _may_end_it_all(text: str) -> ScheduleNotRead:
    """Return the question whether "until" ends the exception, or all of the schedule."""
    return ScheduleNotRead(
        CLEAR,
        f"“{text}” can mean two things: that it is not on for so long, or that it ends then.",
        "For the first write “to” in place of “until”. For the second put “until” and its date "
        "straight after the days.",
        wrong=text,
    )


def _named_days(cursor: Cursor) -> Limit | None:
    name = cursor.any_of(*_YEARLY_DAYS)
    if not name:
        return None
    day = _YEARLY_DAYS[name]
    return Limit(except_yearly=(YearlySpan(day, day),))


@attempt
def _month_of_year(cursor: Cursor) -> Limit | None:
    """Read "August 2027"."""
    month = cursor.take(Kind.MONTH)
    year = cursor.take(Kind.NUMBER) if month else None
    if not month or not year or len(year.text) != 4 or not 2000 <= year.value <= 2199:
        return None
    longest = calendar.monthrange(year.value, month.value)[1]
    first, last = (date(year.value, month.value, day) for day in (1, longest))
    return Limit(except_dates=(DateSpan(first, last),))


def _months(cursor: Cursor) -> Limit | None:
    months = read_months(cursor, *_OR)
    return Limit(months=ALL_MONTHS - months) if months else None


def _holidays_and_terms(cursor: Cursor) -> Limit | None:
    if cursor.any_of(*_BOTH_HOLIDAYS):
        return Limit(bank_holidays=BankHolidays.NOT_ON, terms=Terms.IN_TERM)
    if _read_holidays(cursor):
        return Limit(bank_holidays=BankHolidays.NOT_ON)
    if cursor.any_of(*SCHOOL_HOLIDAYS):
        return Limit(terms=Terms.IN_TERM)
    return Limit(terms=Terms.OUT_OF_TERM) if cursor.any_of(*TERM_TIME) else None


@attempt
def _read_holidays(cursor: Cursor) -> bool | None:
    """Read all bank holidays, and not "bank holiday Mondays"."""
    name = cursor.any_of(*_HOLIDAYS)
    is_of_weekday = name.endswith("holiday") and cursor.here.kind in (Kind.WEEKDAY, Kind.WEEKDAYS)
    return (bool(name) and not is_of_weekday) or None


def _weekdays(cursor: Cursor) -> Limit | None:
    said = read_weekdays(cursor)
    if said is None or not isinstance(said.days, Weekly):
        return None
    if said.bank_holidays is BankHolidays.ONLY_ON:
        return Limit(bank_holidays=BankHolidays.NOT_ON, holidays_on=said.days.weekdays)
    holidays = BankHolidays.NOT_ON if said.bank_holidays else None
    return Limit(except_weekdays=said.days.weekdays, bank_holidays=holidays)
