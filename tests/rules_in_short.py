"""A few words -> a rule, so that a test shows at a glance what a line ought to mean."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

from builders import TODAY

from doorstep.schedules.reading import ScheduleNotRead, read_rules
from doorstep.schedules.rules import (
    Dates,
    DateSpan,
    Hours,
    MonthDays,
    Monthly,
    Rule,
    Stretch,
    Weekly,
    YearlySpan,
)

if TYPE_CHECKING:
    from doorstep.schedules.rules import Days

WEEK = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MO_TO_FR = "Mo Tu We Th Fr"
DAILY = "Mo Tu We Th Fr Sa Su"


def weekly(days: str, hours: str = "", *, every: int = 1, **told: Any) -> Rule:
    """Return a rule for days of the week: weekly("Tu Th", "14:00-16:00")."""
    numbers = tuple(WEEK.index(name) for name in days.split())
    return rule(Weekly(numbers, every), hours, **told)


def monthly(places: str, hours: str = "", *, every: int = 1, **told: Any) -> Rule:
    """Return a rule for weekdays of the month: monthly("1We 3We -1Fr", "19:00")."""
    pairs = [(int(name[:-2]), WEEK.index(name[-2:])) for name in places.split()]
    return rule(Monthly(tuple(pairs), every), hours, **told)


def month_days(days: str, hours: str = "", **told: Any) -> Rule:
    """Return a rule for days by their date in the month: month_days("1 15")."""
    return rule(MonthDays(tuple(int(day) for day in days.split())), hours, **told)


def dated(dates: str, hours: str = "", **told: Any) -> Rule:
    """Return a rule with single dates: dated("2027-07-03 2027-07-10", "14:00")."""
    return rule(Dates(tuple(date.fromisoformat(day) for day in dates.split())), hours, **told)


def stretch(first: str, last: str, hours: str = "", **told: Any) -> Rule:
    """Return a rule with one stretch over several days."""
    return rule(Stretch(date.fromisoformat(first), date.fromisoformat(last)), hours, **told)


def rule(days: Days, hours: str = "", **told: Any) -> Rule:
    """Return a rule: hours are written like 10:00-12:00 14:00."""
    return Rule(days=days, hours=tuple(_hours(part) for part in hours.split()), **told)


def _hours(written: str) -> Hours:
    start, _, end = written.partition("-")
    return Hours(time.fromisoformat(start), time.fromisoformat(end) if end else None)


def span(first: str, last: str = "") -> DateSpan:
    """Return days of one year."""
    return DateSpan(date.fromisoformat(first), date.fromisoformat(last or first))


def yearly(first: str, last: str = "") -> YearlySpan:
    """Return days of every year: yearly("12-24", "01-02")."""
    (month, day), (other, end) = (map(int, end.split("-")) for end in (first, last or first))
    return YearlySpan((month, day), (other, end))


def read(line: str, *, relative: bool = False) -> Rule:
    """Return the only rule of a line."""
    (only,) = read_rules(line, TODAY, relative=relative)
    return only


def why(line: str, *, relative: bool = False) -> ScheduleNotRead:
    """Return why a line is not read."""
    try:
        rules = read_rules(line, TODAY, relative=relative)
    except ScheduleNotRead as reason:
        return reason
    raise AssertionError(f"“{line}” was read as {rules}")


def told(line: str) -> str:
    """Return all that a person is told of a line that is not read."""
    reason = why(line)
    return f"[{reason.rule}] {reason.message} {reason.fix}"
