"""A Course, on whatever clock -> the rules that say the same on the guide's clock."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, date, timedelta, tzinfo
from zoneinfo import ZoneInfo

from msgspec import Struct

from doorstep.importers.icalendar.courses import Course
from doorstep.importers.icalendar.moments import Moment
from doorstep.importers.icalendar.reasons import CannotUse
from doorstep.importers.icalendar.rule_days import SaidDays, said_days
from doorstep.importers.icalendar.slots import Slot, in_runs, rules_of, slot_of
from doorstep.schedules.rules import DateSpan, DayPart, Rule, Weekly
from doorstep.words import english

_AHEAD = timedelta(days=400)
_MOST_STRETCHES = 60
_FEW_DATES = 8
_MOST_EXCEPTIONS = 25
"""In one sentence; more are more than anybody reads."""

_ONE_DAY = timedelta(days=1)


class Outlook(Struct, frozen=True):
    """The day it is, and what depends on nothing else, so that a later import says the same."""

    today: date
    zone: tzinfo
    """The guide's clock."""

    @property
    def year_began(self) -> date:
        """From when exceptions are still told."""
        return date(self.today.year, 1, 1)

    @property
    def first(self) -> date:
        """From when dates are written out one by one: the first of the month."""
        return self.today.replace(day=1)

    @property
    def last(self) -> date:
        """Until when dates are written out: the end of a month, more than a year on."""
        later = self.first + _AHEAD + timedelta(days=31)
        return later.replace(day=1) - _ONE_DAY


class Repeated(Struct, frozen=True):
    """What a course says on the guide's clock."""

    rules: tuple[Rule, ...]
    notes: tuple[str, ...] = ()


def repeated(
    course: Course, length: timedelta | None, left_out: Collection[date], outlook: Outlook
) -> Repeated:
    """Return the rules of a course; `left_out` are days, on its own clock, on which it is not."""
    said = said_days(course.text)
    slot = _usual_slot(course, length, outlook)
    told = _still_told(left_out, outlook)
    if not slot.is_one_day:
        return _over_days(course, length, left_out, outlook)
    keeps_step, are_few = _keeps_step(course.start, outlook), len(told) <= _MOST_EXCEPTIONS
    if keeps_step and are_few:
        return Repeated((_one_rule(course, said, slot, told, outlook),))
    slots = _slots(course, length, left_out, outlook)
    rules = _weekly_runs(slots) if _is_plain_week(said) and are_few else rules_of(slots)
    why = "it has many exceptions" if keeps_step else _other_clock(course.start)
    return Repeated(tuple(rules), (_written_out(why, outlook),))


def _other_clock(start: Moment) -> str:
    zone = start.zone
    place = zone.key if isinstance(zone, ZoneInfo) else "UTC" if zone is UTC else "another place"
    return f"its times are those of {place}, whose clocks are not always as far from ours"


def _written_out(why: str, outlook: Outlook) -> str:
    return f"{why}, so its dates are written out until {english().day(outlook.last)}"


def _still_told(left_out: Collection[date], outlook: Outlook) -> list[date]:
    """Return the exceptions to tell: of this year, or if these are many, those to come."""
    this_year = [day for day in left_out if day >= outlook.year_began]
    if len(this_year) <= _MOST_EXCEPTIONS:
        return this_year
    return [day for day in this_year if day >= outlook.first]


def _usual_slot(course: Course, length: timedelta | None, outlook: Outlook) -> Slot:
    day = next(course.coming(outlook.first), course.start.day)
    return slot_of(course.moment_on(day), length, outlook.zone)


def _keeps_step(start: Moment, outlook: Outlook) -> bool:
    """Say whether two clocks are as far apart all the time, and show the same day."""
    if start.is_day:
        return True
    days = range(outlook.first.toordinal(), outlook.last.toordinal() + 1)
    return len({_apart(start, date.fromordinal(day), outlook.zone) for day in days}) == 1


def _apart(start: Moment, day: date, zone: tzinfo) -> timedelta | date:
    there = Moment(start.wall.replace(year=day.year, month=day.month, day=day.day), start.zone)
    here = there.on_clock(zone)
    # A day that is another one here never keeps step: its weekday is another one too.
    return here.wall - there.wall if here.day == day else day


def _one_rule(
    course: Course, said: SaidDays, slot: Slot, told: Collection[date], outlook: Outlook
) -> Rule:
    return Rule(
        days=said.days,
        months=said.months,
        hours=slot.hours,
        part=DayPart.ALL_DAY if slot.is_day else DayPart.NOT_SAID,
        first=_first(course, said, outlook),
        last=course.last and (course.before(course.last) or course.last),
        except_dates=_spans(told),
    )


def _first(course: Course, said: SaidDays, outlook: Outlook) -> date | None:
    """Return from when it is, where it matters: "from" what is long past tells nobody anything."""
    if said.counts:
        return next(course.coming(outlook.year_began), course.start.day)
    start = course.start.day
    if start <= outlook.today:
        return None
    starts_with_the_next = not course.effort.days(
        course.text, outlook.today, DateSpan(outlook.today, start - _ONE_DAY)
    )
    return None if starts_with_the_next else start


def _spans(days: Collection[date]) -> tuple[DateSpan, ...]:
    spans: list[DateSpan] = []
    for day in sorted(set(days)):
        if spans and spans[-1].last + _ONE_DAY == day:
            spans[-1] = DateSpan(spans[-1].first, day)
        else:
            spans.append(DateSpan(day, day))
    return tuple(spans)


def _slots(
    course: Course, length: timedelta | None, left_out: Collection[date], outlook: Outlook
) -> list[Slot]:
    # A day on another clock may be the one before or after it here.
    days = course.days(outlook.first - _ONE_DAY, outlook.last + _ONE_DAY)
    course.effort.write_out(len(days))
    every = (
        slot_of(course.moment_on(day), length, outlook.zone) for day in days if day not in left_out
    )
    return [slot for slot in every if outlook.first <= slot.day <= outlook.last]


def _is_plain_week(said: SaidDays) -> bool:
    return isinstance(said.days, Weekly) and said.days.every == 1 and not said.months


def _weekly_runs(slots: Sequence[Slot]) -> Iterator[Rule]:
    """Yield "every Tuesday until …" for as long as the clocks keep step, again and again."""
    for run in in_runs(slots):
        if len(run) <= _FEW_DATES:
            yield from rules_of(run)
            continue
        found = {slot.day for slot in run}
        weekdays = {day.weekday() for day in found}
        every = range(run[0].day.toordinal(), run[-1].day.toordinal() + 1)
        missing = {date.fromordinal(day) for day in every} - found
        yield Rule(
            days=Weekly(tuple(sorted(weekdays))),
            hours=run[0].hours,
            part=DayPart.ALL_DAY if run[0].is_day else DayPart.NOT_SAID,
            first=run[0].day,
            last=run[-1].day,
            except_dates=_spans([day for day in missing if day.weekday() in weekdays]),
        )


def _over_days(
    course: Course, length: timedelta | None, left_out: Collection[date], outlook: Outlook
) -> Repeated:
    """Return one rule for each time, of what goes on for several days and comes round again."""
    slots = _slots(course, length, left_out, outlook)
    if len(slots) > _MOST_STRETCHES:
        raise CannotUse("it goes on for days and comes round so often that nobody could list it")
    return Repeated(tuple(rules_of(slots)), (_written_out("it goes on for days", outlook),))
