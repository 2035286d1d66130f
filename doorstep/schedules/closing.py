"""Clauses -> those that are open, without the days that others say are closed."""

from __future__ import annotations

from doorstep.schedules.clause import Clause, said_twice
from doorstep.schedules.parts import DaysSaid, Limit, Part, SpansSaid
from doorstep.schedules.rules import EVERY_DAY, BankHolidays, DateSpan, Weekly, YearlySpan
from doorstep.schedules.unread import CLEAR, OnlyClosed, ScheduleNotRead


def open_clauses(clauses: list[Clause]) -> list[Clause]:
    """Return the clauses on which something is, without the days that others say are closed."""
    closed = [_as_exception(clause) for clause in clauses if clause.is_closed]
    weekdays = tuple(day for clause in clauses for day in clause.limit.closed_weekdays)
    more = (*closed, Part(Limit(closed_weekdays=weekdays), ""))
    left = [Clause((*clause.parts, *more)) for clause in clauses if not clause.is_closed]
    if not left or all(_only_closes(clause) for clause in left):
        raise OnlyClosed
    _check_times(left)
    return left


def _only_closes(clause: Clause) -> bool:
    """Say whether it says "closed Mondays" and no more."""
    said = [part.said for part in clause.parts if part.text]
    return bool(said) and all(isinstance(each, Limit) and each.closes for each in said)


def _check_times(clauses: list[Clause]) -> None:
    """Ask where some days have times and others have none."""
    without = [clause for clause in clauses if not (clause.times or clause.limit.by_appointment)]
    if without and len(without) < len(clauses) and without[0].days:
        text = without[0].days_text
        raise ScheduleNotRead(
            CLEAR,
            f"“{text}” has no times, and other days of this line have some.",
            "Write the times of each, or write each on a line of its own.",
            wrong=text,
        )
    _check_days(clauses)
    # "Tuesdays, 1 December 2026" may be from then on, "last Monday and Tuesday" the last of both.
    if without and len({_sort_of_days(clause) for clause in clauses}) > 1:
        raise said_twice([part for clause in clauses[:2] for part in (clause.days,) if part])


def _check_days(clauses: list[Clause]) -> None:
    """Refuse "Mondays 2pm, any time": the second has no days of its own."""
    for clause in clauses if len(clauses) > 1 else ():
        if clause.days is None:
            raise said_twice([clauses[0].parts[0], clause.parts[0]])


def _sort_of_days(clause: Clause) -> type | None:
    return type(clause.days.said) if clause.days else None


def _as_exception(clause: Clause) -> Part:
    """Return "Thursday closed" as what it takes away from the days beside it."""
    said = clause.days.said if clause.days else None
    if clause.times or clause.limit != Limit() or said is None:
        raise said_twice(clause.parts)
    if isinstance(said, SpansSaid):
        dated = tuple(span for span in said.spans if isinstance(span, DateSpan))
        yearly = tuple(span for span in said.spans if isinstance(span, YearlySpan))
        return Part(Limit(except_dates=dated, except_yearly=yearly), clause.days_text)
    if isinstance(said, DaysSaid) and isinstance(said.days, Weekly):
        holidays = BankHolidays.NOT_ON if said.bank_holidays else None
        if said.bank_holidays is BankHolidays.ONLY_ON:
            are_all = said.days.weekdays == EVERY_DAY
            limit = Limit(bank_holidays=holidays, holidays_on=() if are_all else said.days.weekdays)
            return Part(limit, clause.days_text)
        limit = Limit(closed_weekdays=said.days.weekdays, bank_holidays=holidays)
        return Part(limit, clause.days_text)
    raise said_twice(clause.parts)
