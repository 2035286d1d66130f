"""A part of a rule and its occurrences -> a series: its first date, its end, its exceptions."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from doorstep.occurrences import Occurrence, State, Window, occurrences_of
from doorstep.occurrences.days import days_of
from doorstep.occurrences.hours import times_of
from doorstep.recurrences.rrules import rrule_of, without_exceptions
from doorstep.schedules.rules import BankHolidays, DateSpan, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorstep.diary import Diary
    from doorstep.entries import Entry

LOOKED_AHEAD = (40, 400)
"""Days in which the first date of a rule is looked for, before the whole window is."""


class Series(Struct, frozen=True, kw_only=True):
    """What comes round again and again by one rule, and what of it is not as the rule says."""

    rule: Rule
    """The rule; of several hours or days of the month, one."""
    rrule: str
    """The same as calendars say it: FREQ=WEEKLY;BYDAY=TU."""
    start: datetime
    """When the first of them starts, on the clock on the wall."""
    end: datetime | None
    """When that ends; None when nobody said."""
    last: date | None
    """The last day there may be one; None where it goes on."""
    except_dates: tuple[date, ...] = ()
    """Days on which there is none."""
    changed: tuple[Occurrence, ...] = ()
    """Those that are cancelled, moved, elsewhere, or longer or shorter for a change of clocks."""

    @property
    def is_timed(self) -> bool:
        """Whether it has hours."""
        return bool(self.rule.hours)

    def has(self, day: date) -> bool:
        """Say whether a day that the rule names is not before the first and not after the last."""
        return self.start.date() <= day and (self.last is None or day <= self.last)


def original(one: Occurrence) -> datetime:
    """Return when it starts, or would have, had it not been moved."""
    return one.usual or one.start


@lru_cache(maxsize=256)  # much comes round at the same times
def series_of(diary: Diary, part: Rule) -> Series | None:
    """Return the series of a part of a rule, as if nothing were changed; None for no dates."""
    first = _first_date(diary, part)
    if first is None:
        return None
    start, end = times_of(part, first)[0]
    last = _last_date(diary, part)
    return Series(
        rule=part,
        rrule=rrule_of(part),
        start=start,
        end=end,
        last=last,
        except_dates=tuple(_left_out(diary, part, first, last)),
    )


def _first_date(diary: Diary, part: Rule) -> date | None:
    """Return the first date in the year that the window begins in.

    It changes once a year: were it the first in the window, calendars would be told every night
    that the event had changed.
    """
    begins, ends = date(diary.window.first.year, 1, 1), diary.window.last
    begins = max(begins, part.first or begins)
    for days in (*LOOKED_AHEAD, (ends - begins).days):
        span = DateSpan(begins, min(ends, begins + timedelta(days=max(days, 0))))
        if found := days_of(part, span, diary.almanac):
            return found[0]
    return None


def _last_date(diary: Diary, part: Rule) -> date | None:
    """Return the last day; what has exceptions every year ends with the year they are told for."""
    horizon = date(diary.window.last.year, 12, 31)
    goes_beyond = (
        part.except_yearly
        or part.bank_holidays is BankHolidays.NOT_ON
        or any(span.last > horizon for span in part.except_dates)
    )
    if not goes_beyond:
        return part.last
    return min(part.last, horizon) if part.last else horizon


def _left_out(diary: Diary, part: Rule, first: date, last: date | None) -> Iterator[date]:
    """Yield the days that the rule names and its exceptions take away."""
    whole = without_exceptions(part)
    for span in _exceptions(part, first, last):
        kept = frozenset(days_of(part, span, diary.almanac))
        yield from (day for day in days_of(whole, span, diary.almanac) if day not in kept)


def _exceptions(part: Rule, first: date, last: date | None) -> Iterator[DateSpan]:
    """Yield the days in which there may be exceptions."""
    if last and (part.except_yearly or part.bank_holidays):
        yield DateSpan(first, last)
        return
    for span in part.except_dates:
        within = DateSpan(max(span.first, first), min(span.last, last or span.last))
        if within.first <= within.last:
            yield within


def with_changes(diary: Diary, entry: Entry, series: Series, own: Iterable[Occurrence]) -> Series:
    """Return a series that says what of its occurrences is not as its rule has it."""
    known = {(one.on, one.state, one.start): one for one in (*_before(diary, entry, series), *own)}
    takes_place = {(one.on, one.usual) for one in known.values() if one.usual}
    moved = [one for one in known.values() if one.state is State.MOVED]
    # The new date may be out of sight, or something else may be on then: all that is known is gone.
    gone = {one.on for one in moved if (one.on, one.start) not in takes_place}
    changed = (
        one
        for one in known.values()
        if one.state is not State.MOVED and (not one.is_usual or _is_at_a_turn(one, series))
    )
    return replace(
        series,
        except_dates=tuple(sorted({*series.except_dates, *gone})),
        changed=tuple(sorted(changed, key=lambda one: one.on)),
    )


def _before(diary: Diary, entry: Entry, series: Series) -> tuple[Occurrence, ...]:
    """Return what became of dates that the series tells of and that the diary has left behind."""
    first, last = series.start.date(), diary.window.first - timedelta(days=1)
    changes = [change for change in entry.changes if first <= change.on <= last]
    if not changes:
        return ()
    window = Window(first, last)
    made = occurrences_of((series.rule,), changes, entry.slug, window, diary.almanac, diary.zone)
    days = {change.on for change in changes}
    return tuple(one for one in made if one.on in days)


def _is_at_a_turn(one: Occurrence, series: Series) -> bool:
    """Say whether a change of clocks makes it longer, or a time of it doubtful.

    Calendars differ in what they make of such a time, and in whether hours or the end are kept.
    """
    if not series.is_timed or not clocks_change_about(one.start.date(), one.start.tzinfo):
        return False
    times = [at for at in (one.start, one.end) if at]
    usual = [at for at in (series.start, series.end) if at]
    if [at.time() for at in times] != [at.time() for at in usual] or any(map(comes_twice, times)):
        return True
    return _length(times) != usual[-1] - usual[0]


@lru_cache(maxsize=4096)
def clocks_change_about(day: date, zone: tzinfo | None) -> bool:
    """Say whether clocks are put on or back on a day, the day before or the two after."""
    midnights = (datetime.combine(day + timedelta(days=some), time(), zone) for some in (-1, 3))
    return len({midnight.utcoffset() for midnight in midnights}) > 1


def _length(times: list[datetime]) -> timedelta:
    # Moments of one zone are told apart by the clock on the wall, which skips and repeats hours.
    return times[-1].astimezone(UTC) - times[0].astimezone(UTC)


def comes_twice(moment: datetime) -> bool:
    """Say whether clocks show this time a second time, because they are put back."""
    return moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()
