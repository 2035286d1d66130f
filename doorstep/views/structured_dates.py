"""When an entry happens or is open -> JSON-LD in the words of schema.org."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from doorstep.occurrences import State
from doorstep.occurrences.days import days_of
from doorstep.recurrences import repeats_of, without_exceptions
from doorstep.schedules.rules import BankHolidays, DateSpan, MonthDays, Monthly, Weekly
from doorstep.views.calendar_feeds import goes_on
from doorstep.views.changes import place_of_change
from doorstep.views.opening_changes import changes_of_opening

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from doorstep.entries import Entry, Opening
    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence
    from doorstep.recurrences import Series
    from doorstep.schedules.rules import Rule

SCHEMA = "https://schema.org/"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

SHUT_AT_MOST = (None, BankHolidays.NOT_ON)
"""What bank holidays may change for the days of the week to be all there is to say."""

LOOKED_AT = 10
"""Dates to come among which the next that was not moved away is looked for."""


def dates_of_event(guide: Guide, entry: Entry) -> dict[str, Any]:
    """Return the next date of an entry, what has become of it, and when it comes round."""
    if not goes_on(guide, entry):
        return {}
    one = _next(guide, entry)
    if one is None:
        return {}
    schedules = [
        _schedule(guide, series)
        for series in repeats_of(guide.diary, entry)
        if isinstance(series.rule.days, Weekly | Monthly | MonthDays)
    ]
    return {
        "startDate": _instant(one.start, is_timed=one.is_timed),
        "endDate": _ending(one),
        "eventStatus": SCHEMA + _status(one),
        "previousStartDate": one.usual and _instant(one.usual, is_timed=one.is_timed),
        "eventAttendanceMode": f"{SCHEMA}OfflineEventAttendanceMode",
        "eventSchedule": schedules,
        **({"location": _elsewhere(guide, one)} if one.where else {}),
    }


def _next(guide: Guide, entry: Entry) -> Occurrence | None:
    """Return the next date, a cancelled one too; one that was moved away is told by its new day."""
    coming = islice(guide.diary.coming(entry), LOOKED_AT)
    return next((one for one in coming if one.state is not State.MOVED), None)


def _elsewhere(guide: Guide, one: Occurrence) -> dict[str, Any]:
    return {"@type": "Place", "name": place_of_change(guide, one)}


def _status(one: Occurrence) -> str:
    if one.state is State.CANCELLED:
        return "EventCancelled"
    return "EventRescheduled" if one.usual else "EventScheduled"


def _instant(moment: datetime, *, is_timed: bool) -> str:
    return moment.isoformat() if is_timed else moment.date().isoformat()


def _ending(one: Occurrence) -> str:
    if one.end is None:
        return ""
    return one.end.isoformat() if one.is_timed else one.last_day.isoformat()


def _schedule(guide: Guide, series: Series) -> dict[str, Any]:
    rule = series.rule
    (hours,) = rule.hours or (None,)
    said = {
        "@type": "Schedule",
        **_days(rule),
        "byMonth": list(rule.months),
        "startDate": rule.first and rule.first.isoformat(),
        "endDate": rule.last and rule.last.isoformat(),
        "startTime": hours and hours.start.isoformat(),
        "endTime": hours and hours.end and hours.end.isoformat(),
        "exceptDate": [day.isoformat() for day in series.except_dates if day >= guide.today],
        "scheduleTimezone": guide.diary.zone.key,
    }
    return {name: value for name, value in said.items() if value}


def _days(rule: Rule) -> dict[str, Any]:
    """Return on which days, and how often as ISO 8601 has it: P1W for every week."""
    match rule.days:
        case Weekly(weekdays, every):
            days = [SCHEMA + WEEKDAYS[weekday] for weekday in weekdays]
            return {"repeatFrequency": f"P{every}W", "byDay": days}
        case Monthly(places, every):
            names = [f"{place}{SHORT_WEEKDAYS[weekday]}" for place, weekday in places]
            return {"repeatFrequency": f"P{every}M", "byDay": names}
        case MonthDays(days):
            return {"repeatFrequency": "P1M", "byMonthDay": list(days)}
        case _:
            return {}


def opening_hours(guide: Guide, place: Opening) -> list[dict[str, Any]]:
    """Return when a place is open, day by day of the week, and the days on which it is shut.

    Where schema.org has no words for a part of it, nothing is said: half of it would mislead.
    """
    rules = place.opening_rules
    if not all(_is_plain(rule) for rule in rules):
        return []
    return [*(spec for rule in rules for spec in _opened(rule)), *_shut(guide, place)]


def _is_plain(rule: Rule) -> bool:
    """Say whether a rule is days of the week with hours, whatever its exceptions."""
    is_weekly = isinstance(rule.days, Weekly) and rule.days.every == 1
    is_told = bool(rule.hours) and all(hours.end for hours in rule.hours)
    conditions = rule.months or rule.terms or rule.by_appointment
    return is_weekly and is_told and not conditions and rule.bank_holidays in SHUT_AT_MOST


def _opened(rule: Rule) -> Iterator[dict[str, Any]]:
    weekdays = rule.days.weekdays if isinstance(rule.days, Weekly) else ()
    for hours in rule.hours:
        said = {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [SCHEMA + WEEKDAYS[weekday] for weekday in weekdays],
            "opens": hours.start.isoformat(timespec="minutes"),
            "closes": hours.end and hours.end.isoformat(timespec="minutes"),
            "validFrom": rule.first and rule.first.isoformat(),
            "validThrough": rule.last and rule.last.isoformat(),
        }
        yield {name: value for name, value in said.items() if value}


def _shut(guide: Guide, place: Opening) -> Iterator[dict[str, Any]]:
    """Yield the days to come on which it is not open though it usually would be."""
    rules = place.opening_rules
    off = {change.on for change in changes_of_opening(guide, place) if change.cancelled}
    span, almanac = DateSpan(guide.today, guide.diary.window.last), guide.diary.almanac
    kept = {day for rule in rules for day in days_of(rule, span, almanac)}
    usual = {day for rule in rules for day in days_of(without_exceptions(rule), span, almanac)}
    for day in sorted((usual - kept) | off):
        yield {
            "@type": "OpeningHoursSpecification",
            "validFrom": day.isoformat(),
            "validThrough": day.isoformat(),
            "opens": "00:00",
            "closes": "00:00",
        }
