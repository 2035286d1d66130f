"""A moment of a calendar and how long it goes on -> Slot: when that is on the guide's own clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta, tzinfo

from msgspec import Struct

from doorstep.importers.icalendar.moments import Moment
from doorstep.schedules.rules import Dates, DayPart, Hours, Rule, Stretch

_ONE_DAY = timedelta(days=1)
_MOST_IN_A_LINE = 12


class Slot(Struct, frozen=True, order=True):
    """From when to when something goes on, where the guide is."""

    start: datetime
    end: datetime | None
    """None when nobody said; of whole days the midnight after the last."""
    is_day: bool

    @property
    def day(self) -> date:
        """The day it starts on."""
        return self.start.date()

    @property
    def last_day(self) -> date:
        """The last day it belongs to: what ends in the night belongs to the evening before."""
        if self.end is None or self.is_one_day:
            return self.day
        return (self.end - _ONE_DAY if self.is_day else self.end).date()

    @property
    def is_one_day(self) -> bool:
        """Whether it is over before the same time the next day."""
        return self.end is None or self.end - self.start <= _ONE_DAY

    @property
    def hours(self) -> tuple[Hours, ...]:
        """Its times on the clock; none for whole days."""
        if self.is_day:
            return ()
        return (Hours(self.start.time(), self.end.time() if self.end else None),)


def slot_of(moment: Moment, length: timedelta | None, zone: tzinfo) -> Slot:
    """Return when a moment is on the guide's clock, and when that is over."""
    start = moment.on_clock(zone)
    if length is None:
        return Slot(start.wall, None, is_day=False)
    end = Moment(moment.wall + length, moment.zone).on_clock(zone)
    # A start in the hour that is skipped in spring is told an hour later, and may pass its end.
    is_passed = end.wall <= start.wall
    return Slot(start.wall, start.wall + length if is_passed else end.wall, is_day=moment.is_day)


def rule_of(slot: Slot) -> Rule:
    """Return the rule that says one slot."""
    if not slot.is_one_day:
        return Rule(days=Stretch(slot.day, slot.last_day), hours=slot.hours)
    return rules_of([slot])[0]


def rules_of(slots: Iterable[Slot]) -> list[Rule]:
    """Return rules that name every slot: those at the same time of day together."""
    ordered = sorted(set(slots))
    together: dict[tuple[Hours, ...], list[date]] = {}
    for slot in ordered:
        if slot.is_one_day:
            together.setdefault(slot.hours, []).append(slot.day)
    return [
        *(rule for hours, days in together.items() for rule in _dated(days, hours)),
        *(rule_of(slot) for slot in ordered if not slot.is_one_day),
    ]


def _dated(days: list[date], hours: tuple[Hours, ...]) -> Iterator[Rule]:
    part = DayPart.NOT_SAID if hours else DayPart.ALL_DAY
    each_once = list(dict.fromkeys(days))
    for start in range(0, len(each_once), _MOST_IN_A_LINE):
        named = tuple(each_once[start : start + _MOST_IN_A_LINE])
        yield Rule(days=Dates(named), hours=hours, part=part)


def in_runs(slots: Iterable[Slot]) -> Iterator[list[Slot]]:
    """Yield slots in order, a new run wherever the clock shows another time."""
    run: list[Slot] = []
    for slot in sorted(slots):
        if run and run[-1].hours != slot.hours:
            yield run
            run = []
        run.append(slot)
    if run:
        yield run
