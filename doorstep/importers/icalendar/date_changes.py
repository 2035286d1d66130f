"""A changed date of a series (RECURRENCE-ID) and the series -> what has become of that date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo

from msgspec import Struct

from doorstep.importers.icalendar.courses import Course, as_day
from doorstep.importers.icalendar.happenings import Happening
from doorstep.importers.icalendar.moments import Moment
from doorstep.importers.icalendar.repeated import Outlook
from doorstep.importers.icalendar.slots import Slot, slot_of

_FEW = 3


class DateChange(Struct, frozen=True, kw_only=True):
    """What has become of one date."""

    on: date
    """The day its series says, where the guide is."""
    is_cancelled: bool = False
    moved_to: Slot | None = None
    source: Happening
    """The event that says so."""


class Dated(Struct, frozen=True):
    """An event with the starts it has, on its own clock."""

    event: Happening
    courses: tuple[Course, ...]
    left_out: frozenset[datetime] = frozenset()
    """Starts that it would have, and has not."""

    @property
    def days_left_out(self) -> frozenset[date]:
        """Days on which its rules give no date."""
        usual = self.event.start.wall.time()
        return frozenset(start.date() for start in self.left_out if start.time() == usual)

    def starts_on(self, day: date) -> list[Moment]:
        """Return every start that it would have on a day, left out or not."""
        usual = [course.moment_on(day) for course in self.courses if course.has(day)][:1]
        added = [_of_its_kind(moment, self.event) for moment in self.event.added]
        singles = [*([] if self.courses else [self.event.start]), *added]
        alone = (one for one in singles if one.day == day)
        return list({one.wall: one for one in (*usual, *alone)}.values())

    def start_meant(self, asked: Moment) -> Moment | None:
        """Return the start that a RECURRENCE-ID names, or None when there is none that day."""
        there = asked.on_clock(self.event.start.zone)
        starts = self.starts_on(_day_on(asked, self.event))
        open_starts = [one for one in starts if one.wall not in self.left_out]
        exact = (one for one in open_starts if one.wall == there.wall)
        return next(exact, open_starts[0] if open_starts and len(starts) == 1 else None)

    def slots_on(self, day: date, zone: tzinfo) -> set[Slot]:
        """Return when it is on a day of the guide's clock; elsewhere that may be the day before."""
        near = (day + timedelta(days=apart) for apart in (-1, 0, 1))
        starts = (start for own_day in near for start in self.starts_on(own_day))
        open_starts = (one for one in starts if one.wall not in self.left_out)
        slots = (slot_of(one, self.event.length, zone) for one in open_starts)
        return {slot for slot in slots if slot.day == day}


class Changed(Struct, frozen=True):
    """What changed dates come to."""

    changes: tuple[DateChange, ...]
    extra: tuple[Slot, ...]
    """Dates that stand for none of the series, or cannot be told as a change, so are besides."""
    replaced: frozenset[datetime]
    """Starts of the series, on its own clock, for which such a date stands."""
    notes: tuple[str, ...]


def changed_dates(
    dated: Dated, going_on: tuple[Course, ...], members: tuple[Happening, ...], outlook: Outlook
) -> Changed:
    """Return what has become of single dates of a series; what is over is not told.

    `going_on` are the rules by which there is still a date to come.
    """
    sorter = _Sorter(dated, going_on, outlook)
    for one in members:
        sorter.sort(one)
    sorter.settle()
    changes = sorted(sorter.changes.values(), key=lambda change: change.on)
    told = (change for change in changes if _last_day(change) >= outlook.year_began)
    extra = (slot for slot in sorter.extra if slot.last_day >= outlook.year_began)
    return Changed(
        tuple(told), tuple(extra), frozenset(sorter.replaced), tuple(_besides(sorter.unmatched))
    )


class _Sorter:
    """Sorts changed dates by whether the guide can tell them as a change of a day."""

    def __init__(self, dated: Dated, going_on: tuple[Course, ...], outlook: Outlook) -> None:
        self.dated, self.outlook = dated, outlook
        self.over = tuple(course for course in dated.courses if course not in going_on)
        self.changes: dict[datetime, DateChange] = {}
        """By the start that each is about."""
        self.extra: list[Slot] = []
        self.replaced: set[datetime] = set()
        self.unmatched: list[Happening] = []

    def sort(self, one: Happening) -> None:
        usual = self.dated.start_meant(one.instead_of) if one.instead_of else None
        slot = slot_of(one.start, one.length, self.outlook.zone)
        if usual is None:
            if not one.is_called_off:
                self.extra.append(slot)
                self.unmatched.append(one)
            return
        expected = slot_of(usual, self.dated.event.length, self.outlook.zone)
        moved = slot if _differs(expected, slot) and not one.is_called_off else None
        change = DateChange(
            on=expected.day, is_cancelled=one.is_called_off, moved_to=moved, source=one
        )
        self.changes[usual.wall] = change
        # What goes on for days, or has hours where it had none, is another date, not a later one.
        is_of_days = not (slot.is_one_day and expected.is_one_day)
        is_another = moved is not None and (is_of_days or slot.is_day != expected.is_day)
        if is_another or not self._can_be_told(change, usual):
            self._replace(usual.wall)

    def _can_be_told(self, change: DateChange, usual: Moment) -> bool:
        """Say whether the day is in the guide, and nothing else is on that day."""
        is_written_out_later = change.on < self.outlook.first <= _last_day(change)
        if is_written_out_later or any(course.has(usual.day) for course in self.over):
            return False
        return len(self.dated.slots_on(change.on, self.outlook.zone)) == 1

    def _replace(self, start: datetime) -> None:
        change = self.changes.pop(start)
        self.replaced.add(start)
        if not change.is_cancelled:
            one = change.source
            self.extra.append(slot_of(one.start, one.length, self.outlook.zone))

    def settle(self) -> None:
        """Tell no change of a day on which another date is by now: it would change that too."""
        taken = {slot.day for slot in self.extra}
        while meant := [start for start, one in self.changes.items() if one.on in taken]:
            for start in meant:
                self._replace(start)
            taken = {slot.day for slot in self.extra}


def _last_day(change: DateChange) -> date:
    return max(change.on, change.moved_to.last_day) if change.moved_to else change.on


def _besides(unmatched: list[Happening]) -> Iterator[str]:
    if unmatched:
        lines = ", ".join(str(one.line) for one in unmatched[:_FEW])
        more = f" and {len(unmatched) - _FEW} more" if len(unmatched) > _FEW else ""
        yield (
            f"changed dates in it stand for none that it has (line {lines}{more}), so they were "
            "taken as dates besides"
        )


def _differs(expected: Slot, slot: Slot) -> bool:
    # An end that nobody said is no change of the usual one.
    return slot.start != expected.start or (slot.end is not None and slot.end != expected.end)


def left_out_starts(
    dated: Dated, hidden: tuple[Moment, ...]
) -> tuple[frozenset[datetime], tuple[Moment, ...]]:
    """Return the starts an event has not, and exceptions that are none of its dates."""
    event = dated.event
    matched: set[datetime] = set()
    unmatched: list[Moment] = []
    for moment in hidden:
        matched.update(one.wall for one in dated.starts_on(_day_on(moment, event)))
    for moment in event.left_out:
        starts = dated.starts_on(_day_on(moment, event)) if event.repeats else []
        is_whole_day = moment.is_day or event.start.is_day
        meant = [one.wall for one in starts if is_whole_day or one.wall == moment.wall]
        matched.update(meant)
        unmatched += [] if meant else [moment]
    return frozenset(matched), tuple(unmatched)


def _day_on(moment: Moment, event: Happening) -> date:
    return as_day(moment) if event.start.is_day else moment.on_clock(event.start.zone).day


def added_slots(dated: Dated, outlook: Outlook) -> Iterator[Slot]:
    """Yield the dates besides the rules; those of past years are not told."""
    event = dated.event
    for moment in (_of_its_kind(one, event) for one in event.added):
        slot = slot_of(moment, event.length, outlook.zone)
        if moment.wall not in dated.left_out and slot.last_day >= outlook.year_began:
            yield slot


def _of_its_kind(moment: Moment, event: Happening) -> Moment:
    """Return a day at the time of an event, or a time as a day when the event has none."""
    start = event.start
    if moment.is_day == start.is_day:
        return moment
    wall = start.wall.replace(year=moment.day.year, month=moment.day.month, day=moment.day.day)
    return Moment(wall, start.zone)
