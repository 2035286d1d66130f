"""Dates as people write them -> dates, with a sentence for those that do not exist."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from doorstep.patterns import late_pattern

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if number}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if number}
MONTHS["sept"] = 9
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
WEEKDAYS |= {name.lower(): number for number, name in enumerate(calendar.day_abbr)}
WEEKDAYS |= {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}

NUMBER_WORDS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
NUMBER_WORDS |= {"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}

_WEEKDAY = r"(?:(?P<weekday>(?!the\b)[a-z]+),?\s+)?"
_ISO = late_pattern(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:t[\d:.]+z?)?")
_DIGITS = late_pattern(
    _WEEKDAY + r"(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4}|\d{2})"
)
_DAY_FIRST = late_pattern(
    _WEEKDAY + r"(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]*"
    r"(?P<month_name>[a-z]+)\.?,?[\s-]*(?P<year>\d{4}|\d{2})"
)
_MONTH_FIRST = late_pattern(
    _WEEKDAY + r"(?P<month_name>[a-z]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})"
)
_FORMS = (_ISO, _DIGITS, _MONTH_FIRST, _DAY_FIRST)

_COUNT = r"(?P<count>\d{1,4}|[a-z]+)\s+(?P<unit>day|week|month|year)s?"
_COUNTED = (
    (late_pattern(rf"{_COUNT}\s+ago"), -1),
    (late_pattern(rf"in\s+{_COUNT}"), 1),
    (late_pattern(rf"{_COUNT}\s+from\s+now"), 1),
)
_NAMED_DAY = late_pattern(
    r"(?:(?P<which>next|this|last)\s+|the\s+)?(?P<name>[a-z]+)(?P<after>\s+after\s+next)?"
)
_DAYS_IN = {"day": 1, "week": 7, "month": 30, "year": 365}


class DateNotRead(ValueError):  # noqa: N818 - a name that reads as a sentence
    """Says in a volunteer's words why a date cannot be used."""


def worded(day: date) -> str:
    """Return a date as the guide writes it: 3 March 2026."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def read_date(text: str, today: date, *, relative: bool = False) -> date:
    """Read a date in UK or ISO order; raise DateNotRead with what to tell the person.

    `relative` lets an example guide say "40 days ago" or "next Tuesday", counted from `today`.
    """
    folded = " ".join(text.lower().replace("\u00a0", " ").split()).strip(" .,")
    for form in _FORMS:
        if found := form.fullmatch(folded):
            return _dated(text, found.groupdict(), today)
    from_today = _relative_date(folded, today)
    if from_today is None:
        raise DateNotRead(
            f"“{text}” is not a date we can read. Write it like this: {worded(today)}"
        )
    if not relative:
        raise DateNotRead(
            f"“{text}” changes with the day it is read on. "
            f"Write the date itself: {worded(from_today)}"
        )
    return from_today


def _dated(text: str, parts: dict[str, str | None], today: date) -> date:
    month = _month(text, parts)
    year = int(parts["year"] or 0)
    if year < 100:
        # Two figures mean the century we live in: nothing here is older than the guide.
        year += today.year // 100 * 100
    day = _existing(year, month, int(parts["day"] or 0))
    _agrees_with_weekday(day, parts.get("weekday"))
    return day


def _month(text: str, parts: dict[str, str | None]) -> int:
    name = parts.get("month_name")
    if name is None:
        return int(parts["month"] or 0)
    if name not in MONTHS:
        raise DateNotRead(f"“{name}” in “{text}” is not a month. Write it like this: 3 March 2026")
    return MONTHS[name]


def _existing(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12:
        turned = 1 <= day <= 12 < month <= 31
        example = f"{month}/{day:02}/{year}" if turned else "23/11/2026"
        raise DateNotRead(
            f"There is no month {month}. The day comes first, then the month, such as {example}"
        )
    if not 1900 <= year <= 2200:
        raise DateNotRead(f"The year {year} is too far away. Check the year")
    longest = calendar.monthrange(year, month)[1]
    if not 1 <= day <= longest:
        name = calendar.month_name[month]
        raise DateNotRead(
            f"{day} {name} {year} is not a date: {name} {year} has {longest} days. "
            "Check the day with the group"
        )
    return date(year, month, day)


def _agrees_with_weekday(day: date, name: str | None) -> None:
    if name is None:
        return
    if name not in WEEKDAYS:
        raise DateNotRead(f"“{name}” is not a day of the week. {worded(day)} is a {day:%A}")
    if WEEKDAYS[name] != day.weekday():
        said = calendar.day_name[WEEKDAYS[name]]
        raise DateNotRead(
            f"{worded(day)} is a {day:%A}, not a {said}. Check the day with the group"
        )


def _relative_date(folded: str, today: date) -> date | None:
    if folded in ("today", "yesterday", "tomorrow"):
        return today + timedelta(days={"today": 0, "yesterday": -1, "tomorrow": 1}[folded])
    for form, sign in _COUNTED:
        if found := form.fullmatch(folded):
            return _counted(today, sign, found["count"], found["unit"])
    if found := _NAMED_DAY.fullmatch(folded):
        return _named_day(today, found["name"], found["which"] or "", bool(found["after"]))
    return None


def _counted(today: date, sign: int, count: str, unit: str) -> date | None:
    number = int(count) if count.isdecimal() else NUMBER_WORDS.get(count, 0)
    try:
        return today + timedelta(days=sign * number * _DAYS_IN[unit]) if number else None
    except OverflowError:
        raise DateNotRead(f"“{count} {unit}s” is too far away. Check the number") from None


def _named_day(today: date, name: str, which: str, after_next: bool) -> date | None:
    """Return the coming day of that name; "after next" is a week later, "last" is before today."""
    if name not in WEEKDAYS:
        return None
    ahead = (WEEKDAYS[name] - today.weekday()) % 7
    if which == "last":
        return today - timedelta(days=(7 - ahead) if ahead else 7)
    if which == "this":
        return today + timedelta(days=ahead)
    return today + timedelta(days=(ahead or 7) + (7 if after_next else 0))
