"""Rules, changes and a window of days -> the occurrences that go on in it, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.occurrences.changes import changed
from doorstep.occurrences.days import days_of
from doorstep.occurrences.hours import times_of
from doorstep.occurrences.occurrence import ONE_DAY, Occurrence
from doorstep.occurrences.wall_clock import moments
from doorstep.schedules.rules import DateSpan, DayPart, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime, timedelta
    from zoneinfo import ZoneInfo

    from doorstep.almanac import Almanac
    from doorstep.details import Change
    from doorstep.occurrences.occurrence import State, Window
    from doorstep.schedules.rules import Rule


def occurrences_of(
    rules: Sequence[Rule],
    changes: Iterable[Change],
    slug: str,
    window: Window,
    almanac: Almanac,
    zone: ZoneInfo,
) -> tuple[Occurrence, ...]:
    """Return what starts or goes on in a window, earliest first.

    A date that is moved or cancelled stays, and says so. Of two rules that say the same start the
    one that goes on for longer counts; of two changes to one date, the last.
    """
    by_date = {change.on: change for change in changes}
    usual = [
        occurrence
        for number, rule in enumerate(rules)
        for occurrence in _on_days(
            rule, number, slug, _starts_of(rule, by_date, window, almanac), zone
        )
    ]
    if by_date:
        usual = list(changed(_each_once(usual), by_date, zone))
    inside = [one for one in usual if _is_in(one, window)]
    if len({one.start for one in inside}) < len(inside):
        inside = list(_each_once(inside))
    return tuple(sorted(inside, key=_order))


def _starts_of(
    rule: Rule, changes: Mapping[date, Change], window: Window, almanac: Almanac
) -> Sequence[date]:
    """Return the days on which something starts that may go on, or be moved to, in a window."""
    reach = rule.days.last - rule.days.first if isinstance(rule.days, Stretch) else ONE_DAY
    span = DateSpan(window.first - reach, window.last)
    days = days_of(rule, span, almanac)
    moved = [day for day, change in changes.items() if change.moved_to and day not in span]
    alone = (days_of(rule, DateSpan(day, day), almanac) for day in moved)
    return [*days, *(day for found in alone for day in found)]


def _on_days(
    rule: Rule, number: int, slug: str, days: Iterable[date], zone: ZoneInfo
) -> Iterator[Occurrence]:
    is_timed = bool(rule.hours)
    is_all_day = rule.part is DayPart.ALL_DAY and not is_timed
    for day in days:
        for times in times_of(rule, day):
            start, end = moments(*times, zone)
            yield Occurrence(
                slug=slug,
                on=day,
                start=start,
                end=end,
                is_timed=is_timed,
                is_all_day=is_all_day,
                by_appointment=rule.by_appointment,
                rule=number,
            )


def _each_once(occurrences: Iterable[Occurrence]) -> Iterable[Occurrence]:
    """Return one of those that start together: the usual one, the longest, the first written."""
    best: dict[tuple[datetime, bool, State], Occurrence] = {}
    for one in sorted(occurrences, key=_preference):
        best.setdefault((one.start, one.is_timed, one.state), one)
    return best.values()


def _preference(one: Occurrence) -> tuple[bool, timedelta, int]:
    return one.usual is not None, one.start - (one.end or one.start), one.rule


def _is_in(one: Occurrence, window: Window) -> bool:
    begins = one.start.date()
    return begins <= window.last and (begins >= window.first or one.last_day >= window.first)


def _order(one: Occurrence) -> tuple[datetime, bool, State]:
    return one.start, one.is_timed, one.state
