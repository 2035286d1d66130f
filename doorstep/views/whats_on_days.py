"""Today -> the days of this week, the weekend, next week and each month."""

from __future__ import annotations

from datetime import date, timedelta

from doorstep.occurrences import Window

SUNDAY = 6
DAYS_A_WEEK = 7
MONTHS = 13
"""This month and the twelve after it, which the diary knows whole."""

MONTHS_KEPT = 12
"""Months that are over whose addresses still lead somewhere."""

WEEKS_AHEAD = 4
"""How far ahead lists of one sort look."""


def only(day: date) -> Window:
    """Return one day."""
    return Window(day, day)


def this_week(today: date) -> Window:
    """Return the seven days from today on."""
    return Window(today, _after(today, DAYS_A_WEEK - 1))


def weekend(today: date) -> Window:
    """Return the coming Saturday and Sunday; at the weekend, what is left of this one."""
    sunday = _after(today, SUNDAY - today.weekday())
    return Window(max(today, _after(sunday, -1)), sunday)


def next_week(today: date) -> Window:
    """Return Monday to Sunday of the next week, which on a Sunday begins tomorrow."""
    monday = _after(today, DAYS_A_WEEK - today.weekday())
    return Window(monday, _after(monday, DAYS_A_WEEK - 1))


def coming_weeks(today: date) -> Window:
    """Return the next four weeks."""
    return Window(today, _after(today, WEEKS_AHEAD * DAYS_A_WEEK - 1))


def month(first: date) -> Window:
    """Return a month by its first day."""
    return Window(first, _after(month_after(first), -1))


def months(today: date) -> tuple[date, ...]:
    """Return the first days of this month and of those after it."""
    firsts = [today.replace(day=1)]
    while len(firsts) < MONTHS:
        firsts.append(month_after(firsts[-1]))
    return tuple(firsts)


def past_months(today: date) -> tuple[date, ...]:
    """Return the first days of the twelve months before this one, the latest first."""
    this = today.replace(day=1)
    firsts = [_after(this, -1).replace(day=1)]
    while len(firsts) < MONTHS_KEPT:
        firsts.append(_after(firsts[-1], -1).replace(day=1))
    return tuple(firsts)


def month_after(first: date) -> date:
    """Return the first day of the next month."""
    # Every month has under 32 days, and two of them have over 62.
    return (first + timedelta(days=32)).replace(day=1)


def days_in(window: Window) -> list[date]:
    """Return every day of a window, in order."""
    number = (window.last - window.first).days + 1
    return [_after(window.first, ahead) for ahead in range(number)]


def _after(day: date, days: int) -> date:
    return day + timedelta(days=days)
