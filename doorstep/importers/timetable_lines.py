"""The words of a cell about days and times -> lines that the grammar reads, as they were typed."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from doorstep.schedules.reading import OnlyClosed, ScheduleNotRead, read_rules

if TYPE_CHECKING:
    from doorstep.schedules.rules import Rule

# "St. Anne", "e.g. tea" and "10 a.m. Monday" go on.
GOES_ON = r"(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bRev)(?<!\bNo)(?<!e\.g)(?<!i\.e)(?<![ap]\.m)"
"""Where a full stop ends no sentence."""
_SENTENCE_ENDS = re.compile(rf"(?<=[\w)]){GOES_ON}\.\s+(?=[A-Z0-9])")
_ANY_DAY = date(2026, 1, 1)
"""Whether a line can be read is the same on every day."""


def timetable_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a schedule; raise ScheduleNotRead when one of them cannot be read."""
    lines = [tidy for line in text.split("\n") if (tidy := _tidy(line))]
    are_open = [line for line in lines if not _is_closed(line)]
    rules = [rule for line in are_open for rule in _rules(line)]
    # "Thursday closed" may be left out, but not where another line is of every day.
    if len(are_open) < len(lines) and _rules("; ".join(lines)) != tuple(rules):
        raise OnlyClosed
    return tuple(sentence for line in are_open for sentence in _sentences(line))


def _tidy(line: str) -> str:
    return line.strip().removesuffix(".").rstrip(",; ")


def _rules(line: str) -> tuple[Rule, ...]:
    return read_rules(line, _ANY_DAY)


def _is_closed(line: str) -> bool:
    try:
        _rules(line)
    except OnlyClosed:
        return True
    return False


def _sentences(line: str) -> list[str]:
    """Return the sentences of a line, or all of it where one says something of another."""
    sentences = [_tidy(sentence) for sentence in _SENTENCE_ENDS.split(line)]
    try:
        rules = tuple(rule for sentence in sentences for rule in _rules(sentence))
    except ScheduleNotRead:
        return [line]
    return sentences if rules == _rules(line) else [line]
