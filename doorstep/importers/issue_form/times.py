"""Days and times as somebody typed them -> the same as the guide writes them."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from doorstep.dates import DateNotRead, read_date, worded
from doorstep.details import Check, LastCheck
from doorstep.schedules.reading import ScheduleNotRead, read_rules
from doorstep.schedules.wording import worded as rule_worded
from doorstep.words import english

if TYPE_CHECKING:
    from datetime import date

    from doorstep.fields import ReadingContext
    from doorstep.schedules.rules import Rule

_CHECKS: TypeAdapter[Check | None] = TypeAdapter(LastCheck)
_UNTIDY = re.compile(
    r"[0-9][.:][0-9]{2}(?!\s?[ap]m\b)|[0-9][./-][0-9]|[&–—]|\s-|-\s|[ap]m-|:00|[0-9]\s+[ap]m\b"
    r"|\b0[0-9]|\b12\s?[ap]m\b|\bnoon\b|\b(?:mon|tues?|weds?|thur?s?|fri|sat|sun)s?\b"
    r"|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|\b[0-9]{1,2}\s+(?:to|until|till?)\b",
    re.IGNORECASE,
)
"""Times and days in other ways than the guide writes them; what is plain English is left alone."""

_COUNTED = {"today": 0, "yesterday": 1}


def rules_in(line: str, context: ReadingContext) -> tuple[Rule, ...]:
    """Return what a line says of when something is, or () where it cannot be read."""
    try:
        return read_rules(line, context.today, relative=context.relative_dates)
    except ScheduleNotRead:
        return ()


def line_in_order(line: str, context: ReadingContext) -> str:
    """Return a line about when something is as the guide says it, if that reads the same."""
    rules = rules_in(line, context)
    if len(rules) != 1 or "rrule" in line.casefold() or not _UNTIDY.search(line):
        return line
    sentence = rule_worded(rules[0], english())
    is_same = rules_in(sentence, context) == rules and _is_lasting(line, context)
    return sentence if is_same else line


def _is_lasting(line: str, context: ReadingContext) -> bool:
    """Say whether a line means the same on any day: “next Tuesday” would be another one later."""
    try:
        read_rules(line, context.today)
    except ScheduleNotRead:
        return False
    return True


def day_in_order(text: str, context: ReadingContext) -> str:
    """Return a date in words, if it is one; a day counted from today stays as it is."""
    try:
        day = read_date(text, context.today)
    except DateNotRead:
        return text
    told = (day.isoformat(), worded(day), f"{day:%A} {worded(day)}")
    return text if text.casefold() in (one.casefold() for one in told) else worded(day)


def day_said(text: str, sent: date) -> date | None:
    """Return the day that somebody means, who may also say today; None where it is unclear."""
    words = text.casefold().strip(" .")
    if words in _COUNTED:
        return sent - timedelta(days=_COUNTED[words])
    try:
        return read_date(text, sent)
    except DateNotRead:
        return None


def check_in_order(text: str, context: ReadingContext, sent: date) -> str:
    """Return “today, by phone, Amina” with the day as a date, if the rest reads as it did."""
    first, comma, rest = text.partition(",")
    day = day_said(first, sent)
    line = f"{day.isoformat()}{comma}{rest}" if day else text
    return line if check_in(line, context) else text


def check_in(line: str, context: ReadingContext) -> Check | None:
    """Return what a line says of the last check, or None."""
    try:
        return _CHECKS.validate_python(line, context=context)
    except ValidationError:
        return None
