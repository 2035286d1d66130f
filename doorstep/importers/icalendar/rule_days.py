"""The days of a Course -> the same in the guide's words for days, where it has any."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from doorstep.schedules.rules import (
    EVERY_DAY,
    LAST,
    Days,
    MonthDays,
    Monthly,
    Recurrence,
    Weekly,
    in_order,
)

_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_PLACED = re.compile(r"(-?[0-9]+)?(MO|TU|WE|TH|FR|SA|SU)")
_WEEKS_BY_DATES = {tuple(range(7 * place - 6, 7 * place + 1)): place for place in (1, 2, 3, 4)}
"""8 to 14 hold the second of every weekday: so Lotus says it, and others after it."""


class SaidDays(Struct, frozen=True):
    """Days in the guide's own words, and in which months."""

    days: Days
    months: tuple[int, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether a first day is needed to know which weeks or months are meant."""
        match self.days:
            case Weekly(_, every) | Monthly(_, every):
                return every > 1
        return isinstance(self.days, Recurrence)


def said_days(text: str) -> SaidDays:
    """Return the days of a rule in words; as the rule itself where there are none for it."""
    parts = dict(part.split("=", 1) for part in text.split(";"))
    months = tuple(sorted(int(month) for month in _values(parts, "BYMONTH")))
    days = _in_words(parts)
    return SaidDays(days, months) if days else SaidDays(Recurrence(text))


def _in_words(parts: Mapping[str, str]) -> Days | None:
    if {"BYWEEKNO", "BYYEARDAY"} & parts.keys():
        return None
    every, freq = int(parts.get("INTERVAL", "1")), parts["FREQ"]
    # A year's rule that names its months is a month's rule with these months; but its places
    # (BYSETPOS) are counted over all of them together.
    is_counted_over_months = "BYSETPOS" in parts and "," in parts.get("BYMONTH", "")
    if freq == "YEARLY" and every == 1 and "BYMONTH" in parts and not is_counted_over_months:
        freq = "MONTHLY"
    if freq == "MONTHLY":
        return _by_month(parts, every)
    is_weekly = freq == "WEEKLY" or (freq == "DAILY" and every == 1)
    if not is_weekly or {"BYSETPOS", "BYMONTHDAY"} & parts.keys():
        return None
    return _by_week(parts, every)


def _by_week(parts: Mapping[str, str], every: int) -> Days | None:
    named = sorted(_WEEK.index(day) for day in _values(parts, "BYDAY"))
    # Where weeks begin on a Sunday, it is in the same week as the Monday after it.
    begins = _WEEK.index(parts.get("WKST", "MO"))
    is_parted = bool(named) and named[0] < begins <= named[-1]
    if every > 1 and (is_parted or "BYMONTH" in parts):
        return None
    return Weekly(tuple(named) or EVERY_DAY, every)


def _by_month(parts: Mapping[str, str], every: int) -> Days | None:
    if every > 1 and "BYMONTH" in parts:
        return None
    dates = tuple(sorted(int(day) for day in _values(parts, "BYMONTHDAY")))
    if "BYDAY" in parts:
        places = _places(parts, dates)
        return Monthly(in_order(places), every) if places else _every_week(parts, dates, every)
    if every > 1 or "BYSETPOS" in parts or not dates or dates[0] < 1:
        return None
    return MonthDays(dates)


def _every_week(parts: Mapping[str, str], dates: tuple[int, ...], every: int) -> Days | None:
    """Return every Monday of a month as what it is: every Monday."""
    plain = all(len(day) == 2 for day in _values(parts, "BYDAY"))
    if every > 1 or dates or "BYSETPOS" in parts or not plain:
        return None
    return _by_week(parts, every)


def _places(parts: Mapping[str, str], dates: tuple[int, ...]) -> set[tuple[int, int]]:
    """Return which weekdays of the month are meant, none when it cannot be said so."""
    pairs = [_PLACED.fullmatch(day) for day in _values(parts, "BYDAY")]
    placed = {(int(pair[1] or 0), _WEEK.index(pair[2])) for pair in pairs if pair}
    if dates in _WEEKS_BY_DATES and len(placed) == 1:
        placed = {(_WEEKS_BY_DATES[dates], weekday) for place, weekday in placed if place == 0}
    elif dates:
        return set()
    positions = _values(parts, "BYSETPOS")
    if positions and len(placed) == 1:
        placed = {(int(one), day) for one in positions for place, day in placed if place == 0}
    elif positions:
        return set()
    return placed if all(place in (1, 2, 3, 4, 5, LAST) for place, _ in placed) else set()


def _values(parts: Mapping[str, str], name: str) -> list[str]:
    return [value for value in parts.get(name, "").split(",") if value]
