"""Words -> where in them it says on which day somebody was born."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doorstep.patterns import late_pattern
from doorstep.private_details.legible import line_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>(?:{'|'.join(_MONTHS)})[a-z]{{0,6}})\.?"
_YEAR = r"(?P<year>(?:1[89]|20)[0-9]{2}|[’']?[0-9]{2})(?![0-9])"
_DAY = r"(?P<day>[0-3]?[0-9])"
_NTH = rf"{_DAY}(?:\s?(?:st|nd|rd|th))?"
_DATES = (
    rf"{_DAY}\s?[/.\s-]\s?(?P<month>[01]?[0-9])\s?[/.\s-]\s?{_YEAR}",
    rf"{_YEAR}\s?[/.-]\s?(?P<month>[01]?[0-9])\s?[/.-]\s?{_DAY}(?![0-9])",
    rf"{_NTH}[\s/-]{{0,3}}(?:(?:day\s)?of\s)?{_MONTH},?[\s/-]{{0,3}}{_YEAR}",
    rf"{_MONTH}[\s-]{{0,2}}{_NTH},?[\s-]{{1,2}}{_YEAR}",
)
_COMPACT = r"(?P<day>[0-3][0-9])(?P<month>[01][0-9])(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])"
_NAMED = r"d[./]?\s?o[./]?\s?b(?![a-z])\.?|(?:date|day)[\s_-]*of[\s_-]*birth|birth[\s_-]?date"
_SIGN = late_pattern(
    rf"(?<![a-z])(?:(?P<named>{_NAMED})|born|(?P<party>birthday)\s*(?:is|was|:))(?![a-z])",
    re.IGNORECASE,
)
_BETWEEN = r"(?:[^0-9.]|(?<=\bSt)\.){0,40}?(?<![0-9])"
_AFTER = tuple(late_pattern(f"{_BETWEEN}{one}", re.IGNORECASE) for one in _DATES)
_UNTIL = tuple(late_pattern(rf"\s*(?:to|until|-)\s*(?:{one})", re.IGNORECASE) for one in _DATES)
_COMPACT_AFTER = late_pattern(f"{_BETWEEN}{_COMPACT}", re.IGNORECASE)
_BEFORE = tuple(
    late_pattern(rf"(?<![0-9/.-])(?:{one})[^0-9\n]{{0,4}}\Z", re.IGNORECASE) for one in _DATES
)
_OF_NO_ONE = late_pattern(
    r"\b(?:club|group|choir|project|forum|society|league|idea|charity|service|nhs|band|team|garden"
    r"|allotments?|park|caf[eé]|hub|shop|hall|school|network|trust|company|orchestra|theatre"
    r"|festival|event|market|scheme|library)(?:,|['’]s|\s+(?:was|were|is))?\s*$",
    re.IGNORECASE,
)
_OF_MANY = late_pattern(
    r"\s*,?\s*(?:(?:on\s+or\s+|in\s+or\s+)?(?:before|after|between|since|until|from)|of\s+an?|out\s+of)\b",
    re.IGNORECASE,
)
"""Those of an age may come: born between two days. What is born of an idea is no person."""

_SIGNS = ("born", "birth", "dob", "d.o.b", "d/o/b", "d o b", "d. o. b")
_AROUND = 40
_LIFETIME = 115
"""Years after which a day of birth is history."""


def births_in(text: str, today: date) -> Iterator[int]:
    """Yield the lines that tell the day of birth of somebody who may be alive."""
    words = text.lower()
    for sign in _SIGN.finditer(text) if any(one in words for one in _SIGNS) else ():
        before = text[max(0, sign.start() - _AROUND) : sign.start()]
        found = None if _is_of_no_one(text, sign, before) else _date_beside(text, sign, before)
        if found and _may_be_alive(found, today, is_party=sign["party"] is not None):
            yield line_at(text, sign.start())


def _is_of_no_one(text: str, sign: re.Match[str], before: str) -> bool:
    if sign["named"]:
        return False
    return bool(_OF_NO_ONE.search(before) or _OF_MANY.match(text, sign.end()))


def _date_beside(text: str, sign: re.Match[str], before: str) -> re.Match[str] | None:
    afterwards = (*_AFTER, _COMPACT_AFTER) if sign["named"] else _AFTER
    found = (pattern.match(text, sign.end()) for pattern in afterwards)
    if after := next(filter(None, found), None):
        is_ended = any(pattern.match(text, after.end()) for pattern in _UNTIL)
        return None if is_ended else after  # an age that may come, or a life that is over
    earlier = _BEFORE if sign["named"] else ()
    return next(filter(None, (pattern.search(before) for pattern in earlier)), None)


def _may_be_alive(found: re.Match[str], today: date, *, is_party: bool) -> bool:
    typed, month = found["year"].strip("’'"), found["month"].casefold()[:3]
    # Of ’26 nobody knows which century it is, so it counts for the one that leaves them alive.
    year = int(typed) if len(typed) == 4 else int(f"20{typed}")
    if is_party and year in (today.year, today.year + 1):
        return False  # everybody may come to it
    number = int(month) if month.isdecimal() else _MONTHS.index(month) + 1
    is_over = (year, number, int(found["day"])) <= (today.year, today.month, today.day)
    return len(typed) == 2 or (is_over and today.year - _LIFETIME <= year)
