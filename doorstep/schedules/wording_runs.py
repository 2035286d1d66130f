"""Days and months -> their names, those that follow each other said as “Monday to Friday”."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from doorstep.words import Words

A_RUN = 3
"""From this many in a row people say only the first and the last."""

DAYS_IN_WEEK = 7
MONTHS_IN_YEAR = 12


def weekday_names(weekdays: Sequence[int], words: Words) -> list[str]:
    """Return names of weekdays: Monday; Wednesday to Friday."""
    return _names(in_runs(weekdays, DAYS_IN_WEEK), words.weekday_name, words)


def month_names(months: Sequence[int], words: Words) -> list[str]:
    """Return names of months: March; October to December."""
    return _names(in_runs(months, MONTHS_IN_YEAR), words.month_name, words)


def date_names(days: Sequence[date], words: Words) -> list[str]:
    """Return dates in words: Friday 6 to Sunday 8 March 2026; Saturday 14 March 2026."""
    days_by_number = {day.toordinal(): day for day in days}
    runs = [part for run in _together(days_by_number) for part in _as_said(run)]
    ends = [(days_by_number[run[0]], days_by_number[run[-1]]) for run in runs]
    return [
        words.weekday(last) if first == last else words.days(first, last) for first, last in ends
    ]


def in_runs(numbers: Sequence[int], around: int) -> list[list[int]]:
    """Return numbers in runs of three or more, or one by one; the first follows the last."""
    runs = _together(numbers)
    if len(runs) > 1 and runs[-1][-1] + 1 == runs[0][0] + around:
        over_the_end = runs[-1] + runs[0]
        if len(over_the_end) >= A_RUN:
            runs = [*runs[1:-1], over_the_end]
    return [part for run in runs for part in _as_said(run)]


def _together(numbers: Iterable[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] + 1 == number:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _as_said(run: list[int]) -> list[list[int]]:
    return [run] if len(run) >= A_RUN else [[number] for number in run]


def _names(runs: list[list[int]], name: Callable[[int], str], words: Words) -> list[str]:
    return [
        name(run[0]) if len(run) == 1 else words.from_to(name(run[0]), name(run[-1]))
        for run in runs
    ]
