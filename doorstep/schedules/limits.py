"""The words that limit a schedule -> from when, until when, in which months, and but for what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.schedules.cursor import TO, attempt
from doorstep.schedules.dated import read_one_day, read_span_here
from doorstep.schedules.exceptions import SCHOOL_HOLIDAYS, TERM_TIME, read_exceptions
from doorstep.schedules.months import read_months
from doorstep.schedules.parts import Limit
from doorstep.schedules.rules import BankHolidays, Terms
from doorstep.schedules.tokens import Kind
from doorstep.schedules.weekdays import BANK_HOLIDAYS
from doorstep.schedules.years import in_one_year

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorstep.schedules.cursor import Cursor

_FROM = (
    *("starting from", "starting on", "starting", "beginning on", "beginning", "starts on"),
    *("starts", "as from", "from"),
)
_UNTIL = ("up to", "until", "till", "til", "ending on", "ending", "ends on", "ends")
_IN = ("only in", "only during", "in", "during")


def read_limit(cursor: Cursor) -> Limit | None:
    """Read one limit: "from 7 December 2026", "not in August", "in term time", "by appointment"."""
    readers: tuple[Callable[[Cursor], Limit | None], ...] = (
        _read_dates, read_exceptions, _read_terms, _read_holidays, _read_months, _read_appointment
    )  # fmt: skip
    return next((limit for read in readers if (limit := read(cursor))), None)


@attempt
def _read_dates(cursor: Cursor) -> Limit | None:
    if cursor.any_of(*_FROM):
        mark = cursor.at
        said = read_span_here(cursor)
        if said is None:
            return None
        span = in_one_year(said, cursor.since(mark), cursor.today)
        return Limit(first=span.first, last=span.last if said.goes_on else None)
    if cursor.any_of(*_UNTIL):
        mark = cursor.at
        said = read_one_day(cursor)
        return (
            Limit(last=in_one_year(said, cursor.since(mark), cursor.today).last) if said else None
        )
    return None


@attempt
def _read_terms(cursor: Cursor) -> Limit | None:
    cursor.any_of(*_IN)
    if cursor.any_of(*TERM_TIME):
        cursor.word("only")
        return Limit(terms=Terms.IN_TERM)
    if cursor.any_of(*SCHOOL_HOLIDAYS):
        cursor.word("only")
        return Limit(terms=Terms.OUT_OF_TERM)
    return None


@attempt
def _read_holidays(cursor: Cursor) -> Limit | None:
    if cursor.any_of("including", "incl", "inc", "even on"):
        return Limit(with_bank_holidays=True) if cursor.any_of(*BANK_HOLIDAYS) else None
    only = bool(cursor.any_of("only on", "only"))
    also = not only and cursor.take(Kind.AND) is not None
    cursor.word("on")
    if not cursor.any_of(*BANK_HOLIDAYS):
        return None
    if also:
        return Limit(bank_holidays=BankHolidays.ALSO_ON)
    only = only or cursor.word("only") is not None
    return Limit(bank_holidays=BankHolidays.ONLY_ON) if only else None


@attempt
def _read_months(cursor: Cursor) -> Limit | None:
    in_one = cursor.any_of(*_IN, "of", "only")
    running = not in_one and cursor.word("from") is not None
    months = read_months(cursor)
    # "From April" by itself is a start without its year.
    if not months or (running and len(months) == 1):
        return None
    # "Mondays, March 10-12" may be dates.
    may_be_dates = not in_one and cursor.here.kind in (Kind.NUMBER, Kind.ORDINAL)
    if may_be_dates and not (len(months) > 1 and _ends_in_clock(cursor)):
        return None
    cursor.word("only")
    return Limit(months=months)


def _ends_in_clock(cursor: Cursor) -> bool:
    """Say whether the number that comes next is an hour: "May to September 2-5pm"."""
    joins = cursor.ahead().kind is Kind.DASH or cursor.ahead().word in TO
    return joins and cursor.ahead(2).kind is Kind.CLOCK


def _read_appointment(cursor: Cursor) -> Limit | None:
    phrases = ("by appointment only", "by appointment", "appointment only", "by arrangement")
    return Limit(by_appointment=True) if cursor.any_of(*phrases) else None
