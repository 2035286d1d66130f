"""“rrule: FREQ=MONTHLY;BYDAY=-2FR from 7 December 2026” -> an expert's rule and the other words.

RFC 5545, 3.3.10, for days only: hours are said in words, like those of any other line.
"""

from __future__ import annotations

import re
from datetime import datetime

from doorstep.patterns import late_pattern
from doorstep.schedules.parts import DaysSaid, Part
from doorstep.schedules.rules import Recurrence
from doorstep.schedules.unread import UNDERSTOOD, ScheduleNotRead

_LINE = late_pattern(r"\s*rrule\s*:\s*(?P<rule>\S*)(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_DAY = "(?:MO|TU|WE|TH|FR|SA|SU)"
_NUMBERED_DAY = rf"(?:[+-]?[1-9][0-9]?)?{_DAY}"
_NUMBERS = "[+-]?[1-9][0-9]{0,2}(?:,[+-]?[1-9][0-9]{0,2})*"
_VALUES = {
    "FREQ": late_pattern("DAILY|WEEKLY|MONTHLY|YEARLY"),
    "INTERVAL": late_pattern("[1-9][0-9]?"),
    "BYDAY": late_pattern(f"{_NUMBERED_DAY}(?:,{_NUMBERED_DAY})*"),
    "BYMONTH": late_pattern("(?:[1-9]|1[0-2])(?:,(?:[1-9]|1[0-2]))*"),
    "BYMONTHDAY": late_pattern(_NUMBERS),
    "BYYEARDAY": late_pattern(_NUMBERS),
    "BYWEEKNO": late_pattern(_NUMBERS),
    "BYSETPOS": late_pattern(_NUMBERS),
    "WKST": late_pattern(_DAY),
}
_FARTHEST = {"BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYSETPOS": 366}
_ONLY_WITH = {
    "BYMONTHDAY": ("DAILY", "MONTHLY", "YEARLY"),
    "BYYEARDAY": ("YEARLY",),
    "BYWEEKNO": ("YEARLY",),
}
_START, _END = datetime(2026, 1, 1), "20460101"
_EXAMPLE = "Write it like this: rrule: FREQ=MONTHLY;BYDAY=-2FR from 7 December 2026, 7pm to 9pm"


def read_rrule(line: str) -> tuple[Part | None, str]:
    """Return an expert's rule, when the line begins with one, and the words that are left."""
    found = _LINE.fullmatch(line)
    if not found:
        return None, line
    written = found["rule"].rstrip(",")
    _check(written.upper(), written)
    left = found["rule"][len(written) :] + found["rest"]
    return Part(DaysSaid(Recurrence(written.upper())), f"rrule: {written}"), left


def _check(rrule: str, written: str) -> None:
    values = _values(rrule, written)
    if "FREQ" not in values:
        raise _not_known(rrule, written)
    _check_together(values, written)
    _check_happens(rrule, written)


def _values(rrule: str, written: str) -> dict[str, str]:
    pairs = [piece.partition("=") for piece in rrule.split(";")]
    for name, _, value in pairs:
        if not _is_known(name, value):
            raise _not_known(f"{name}={value}" if value else name, written)
    values = {name: value for name, _, value in pairs}
    if len(values) < len(pairs):
        raise _not_known(rrule, written)
    return values


def _check_together(values: dict[str, str], written: str) -> None:
    """Refuse what RFC 5545 does not allow together, as libraries read it as something else."""
    freq, by_day = values["FREQ"], values.get("BYDAY", "")
    for name in values:
        if freq not in _ONLY_WITH.get(name, (freq,)):
            raise _do_not_go_together(name, freq, written)
    numbered = [re.search("[0-9]", day) is not None for day in by_day.split(",")]
    if any(numbered) and not all(numbered):
        # Calendars differ on what "MO,2TU" is.
        raise _not_known(f"BYDAY={by_day}", written)
    if any(numbered) and freq in ("DAILY", "WEEKLY"):
        raise _do_not_go_together(f"BYDAY={by_day}", freq, written)
    chosen_from = [name for name in values if name.startswith("BY") and name != "BYSETPOS"]
    if "BYSETPOS" in values and not chosen_from:
        raise _not_known(f"BYSETPOS={values['BYSETPOS']}", written)


def _is_known(name: str, value: str) -> bool:
    form, farthest = _VALUES.get(name), _FARTHEST.get(name)
    if not form or not form.fullmatch(value):
        return False
    return farthest is None or all(abs(int(number)) <= farthest for number in value.split(","))


def _check_happens(rrule: str, written: str) -> None:
    from dateutil.rrule import rrulestr  # late, because few lines have an expert's rule

    try:
        dates = rrulestr(f"{rrule};UNTIL={_END}", dtstart=_START)
    except ValueError as reason:
        raise _not_known(rrule, written) from reason
    if next(iter(dates), None) is None:
        raise ScheduleNotRead(
            UNDERSTOOD,
            f"“{written}” never happens.",
            "Check it, or say it in words.",
            wrong=written,
        )


def _not_known(piece: str, written: str) -> ScheduleNotRead:
    name = piece.split("=")[0]
    ends = name in ("UNTIL", "COUNT")
    fix = "Write the last day after it: until 29 December 2032" if ends else _EXAMPLE
    return ScheduleNotRead(
        UNDERSTOOD, f"“{piece}” is not known in a rule for days.", fix, wrong=written
    )


def _do_not_go_together(piece: str, freq: str, written: str) -> ScheduleNotRead:
    return ScheduleNotRead(
        UNDERSTOOD, f"“{piece}” and “FREQ={freq}” do not go together.", _EXAMPLE, wrong=written
    )
