"""The diary of the next four weeks -> gaps: days and evenings with nothing on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep import permalinks as at
from doorstep.mesh.gap import Gap, going_on
from doorstep.occurrences import State
from doorstep.parts_of_day import EVENING, part_of_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence

KIND = "quiet-days"
WEEKS = 4
DAYS = [timedelta(days=more) for more in range(7 * WEEKS)]


class _Quiet(Struct, frozen=True):
    """The days of one name, or their evenings, on which nothing is on."""

    weekday: int
    is_evening: bool
    dates: tuple[date, ...]


class _Diary(Struct, frozen=True):
    """The days from today on, and on which of them anything is on."""

    days: tuple[date, ...]
    busy: frozenset[date]
    busy_evenings: frozenset[date]

    @classmethod
    def of(cls, guide: Guide) -> _Diary:
        days = tuple(guide.today + more for more in DAYS)
        held = guide.diary.between_for(going_on(guide), days[0], days[-1])
        happens = [one for one in held if one.state is State.ON]
        busy = (day for one in happens for day in _days_of(one, days[0], days[-1]))
        evenings = (
            one.start.date()
            for one in happens
            if one.is_timed and part_of_day(one.start.time()) == EVENING
        )
        return cls(days, frozenset(busy), frozenset(evenings))

    def on_weekday(self, weekday: int) -> tuple[_Quiet, _Quiet]:
        """Return the quiet days of one name, and evenings that are quiet though the day is not."""
        ours = [day for day in self.days if day.weekday() == weekday]
        whole = tuple(day for day in ours if day not in self.busy)
        by_day = [day for day in ours if day in self.busy]
        evenings = tuple(day for day in by_day if day not in self.busy_evenings)
        return _Quiet(weekday, False, whole), _Quiet(weekday, True, evenings)


def _days_of(one: Occurrence, first: date, last: date) -> Iterator[date]:
    start, end = max(one.start.date(), first), min(one.last_day, last)
    return (start + timedelta(more) for more in range((end - start).days + 1))


def quiet_days(guide: Guide) -> Iterator[Gap]:
    """Yield the days of the week with the most dates on which nothing is on; then evenings."""
    if not going_on(guide):
        return
    say, diary = guide.words.say, _Diary.of(guide)
    if not diary.busy:
        yield _gap(guide, say("Nothing is in the diary for the next four weeks yet."))
        return
    if not diary.busy_evenings:
        yield _gap(guide, say("Evenings: nothing on in the next four weeks."))
    quiet = [one for weekday in range(7) for one in diary.on_weekday(weekday) if one.dates]
    for one in sorted(quiet, key=lambda one: (-len(one.dates), one.is_evening, one.weekday)):
        if diary.busy_evenings or not one.is_evening:
            yield _gap(guide, _sentence(guide, one))


def _sentence(guide: Guide, quiet: _Quiet) -> str:
    say, day = guide.words.say, guide.words.weekday_name(quiet.weekday)
    if len(quiet.dates) == WEEKS:
        if quiet.is_evening:
            return say("{weekday} evenings: nothing on in the next four weeks.", weekday=day)
        return say("{weekday}: nothing on in the next four weeks.", weekday=day)
    dates = guide.words.all_of([guide.words.day_of_year(on.month, on.day) for on in quiet.dates])
    if quiet.is_evening:
        return say("{weekday} evenings: nothing on yet on {dates}.", weekday=day, dates=dates)
    return say("{weekday}: nothing on yet on {dates}.", weekday=day, dates=dates)


def _gap(guide: Guide, sentence: str) -> Gap:
    say = guide.words.say
    return Gap(
        kind=KIND,
        sentence=sentence,
        invitation=say("Would that suit something you have in mind?"),
        href=guide.permalinks.href(at.EVERY_WEEK),
        link=say("What is on every week"),
    )
