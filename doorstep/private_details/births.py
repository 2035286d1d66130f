"""Words -> where in them it says on which day somebody was born."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doorstep.private_details.legible import line_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_YEAR = r"(?P<year{n}>(?:1[89]|20)[0-9]{{2}}|[’']?[0-9]{{2}})(?![0-9])"
_DAY = r"[0-3]?[0-9](?:\s?(?:st|nd|rd|th))?"
_DATE = "|".join(
    (
        rf"[0-3]?[0-9]\s?[/.\s-]\s?[01]?[0-9]\s?[/.\s-]\s?{_YEAR.format(n=1)}",
        rf"{_YEAR.format(n=2)}\s?[/.-]\s?[01]?[0-9]\s?[/.-]\s?[0-3]?[0-9](?![0-9])",
        rf"{_DAY}[\s-]{{0,2}}(?:of\s)?{_MONTH},?[\s-]{{0,2}}{_YEAR.format(n=3)}",
        rf"{_MONTH}[\s-]{{0,2}}{_DAY},?[\s-]{{1,2}}{_YEAR.format(n=4)}",
    )
)
_COMPACT = r"[0-3][0-9][01][0-9](?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])"
_NAMED = r"\bd\.?\s?o\.?\s?b\b\.?|\b(?:date|day)[\s_]+of[\s_]+birth\b|\bbirth\s?-?date\b"
_SIGN = re.compile(rf"(?P<named>{_NAMED})|\bborn\b|\bbirthday\s*(?:is|was|:)", re.IGNORECASE)
_BETWEEN = r"[^0-9.]{0,40}?(?<![0-9])"
_AFTER = re.compile(rf"{_BETWEEN}(?:{_DATE})", re.IGNORECASE)
_COMPACT_AFTER = re.compile(rf"{_BETWEEN}{_COMPACT}", re.IGNORECASE)
_BEFORE = re.compile(rf"(?<![0-9/.-])(?:{_DATE})[^0-9\n]{{0,4}}\Z", re.IGNORECASE)
_OF_NO_ONE = re.compile(
    r"\b(?:club|group|choir|project|forum|society|league|idea|charity|service|nhs|band|team|garden"
    r"|festival|event|market|scheme|library)\s+(?:was|were|is)\s*$",
    re.IGNORECASE,
)
_SIGNS = ("born", "birth", "dob", "d.o.b", "d o b", "d. o. b")
_AROUND = 40
_LIFETIME = 115
"""Years after which a day of birth is history."""


def births_in(text: str, today: date) -> Iterator[int]:
    """Yield the lines that tell the day of birth of somebody who may be alive."""
    words = text.lower()
    for sign in _SIGN.finditer(text) if any(one in words for one in _SIGNS) else ():
        before = text[max(0, sign.start() - _AROUND) : sign.start()]
        found = _date_beside(text, sign, before)
        if found and _may_be_alive(found, today) and not _OF_NO_ONE.search(before):
            yield line_at(text, sign.start())


def _date_beside(text: str, sign: re.Match[str], before: str) -> re.Match[str] | None:
    after = _AFTER.match(text, sign.end())
    if after or not sign["named"]:
        return after
    return _COMPACT_AFTER.match(text, sign.end()) or _BEFORE.search(before)


def _may_be_alive(found: re.Match[str], today: date) -> bool:
    years = [year for year in found.groupdict().values() if year]
    year = int(years[0].strip("’'")) if years else 0
    return year < 100 or today.year - _LIFETIME <= year <= today.year
