"""A line of `when` or `open` as a person typed it -> its rules, or why it gives none."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from doorstep.limits import WHEN
from doorstep.schedules.assembly import rule_of
from doorstep.schedules.clashes import check_clashes
from doorstep.schedules.clauses import clauses_of
from doorstep.schedules.closing import open_clauses
from doorstep.schedules.cursor import Cursor
from doorstep.schedules.dated import read_span_here
from doorstep.schedules.lines import read_parts
from doorstep.schedules.moments import Moment, moment_of
from doorstep.schedules.rrules import read_rrule
from doorstep.schedules.suggestions import not_understood
from doorstep.schedules.tokens import Kind
from doorstep.schedules.unread import UNDERSTOOD, OnlyClosed, ScheduleNotRead
from doorstep.schedules.years import in_one_year

if TYPE_CHECKING:
    from datetime import date

    from doorstep.schedules.rules import DateSpan, Rule, YearlySpan

__all__ = ["Moment", "OnlyClosed", "ScheduleNotRead", "read_moment", "read_rules", "read_span"]


def read_rules(text: str, today: date, *, relative: bool = False) -> tuple[Rule, ...]:
    """Read a line; raise ScheduleNotRead with what to tell the person.

    `relative` lets an example guide count dates from `today`: "the Saturday after next, 2pm".
    """
    return _rules_of(text, today, relative)


@lru_cache(maxsize=1024)
def _rules_of(text: str, today: date, relative: bool) -> tuple[Rule, ...]:
    # Many entries of a guide have the same times, and a preview reads them all again.
    _check_length(text)
    rrule, words = read_rrule(text)
    parts, unknown = read_parts(Cursor(words, today, relative=relative))
    if rrule:
        parts.insert(0, rrule)
    if unknown:
        raise not_understood(unknown, parts)
    clauses = open_clauses(clauses_of(parts, today))
    rules = tuple(dict.fromkeys(rule_of(clause, today) for clause in clauses))
    check_clashes(rules)
    return rules


def read_moment(text: str, on: date, today: date, *, relative: bool = False) -> Moment:
    """Read to when a date is moved: "Wednesday 25 November, 10:30am"."""
    _check_length(text)
    return moment_of(Cursor(text, today, relative=relative), on)


def read_span(text: str, today: date, *, relative: bool = False) -> DateSpan | YearlySpan:
    """Read from which day to which something is: "2 September to 23 October 2026"."""
    _check_length(text)
    cursor = Cursor(text, today, relative=relative)
    cursor.word("from")
    mark = cursor.at
    said = read_span_here(cursor)
    if said is None or cursor.here.kind is not Kind.END:
        raise ScheduleNotRead(
            UNDERSTOOD,
            f"“{text}” is not a first and a last day.",
            "Write it like this: 2 September to 23 October 2026",
        )
    if said.weekday is not None:
        # A Monday 2 September is not in every year.
        return in_one_year(said, cursor.since(mark), today)
    return said.spans[0]


def _check_length(text: str) -> None:
    if len(text) > WHEN.most:
        raise ScheduleNotRead(UNDERSTOOD, WHEN.told(len(text)), WHEN.fix)
