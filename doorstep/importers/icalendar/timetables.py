"""An event with its changed dates -> Timetable: the guide's rules and changes for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from doorstep.importers.icalendar.courses import Course, Effort, course_of
from doorstep.importers.icalendar.date_changes import (
    DateChange,
    Dated,
    added_slots,
    changed_dates,
    left_out_starts,
)
from doorstep.importers.icalendar.families import Family
from doorstep.importers.icalendar.happenings import Happening
from doorstep.importers.icalendar.moments import Moment
from doorstep.importers.icalendar.reasons import CannotUse, shown
from doorstep.importers.icalendar.repeated import Outlook, repeated
from doorstep.importers.icalendar.slots import Slot, rules_of, slot_of
from doorstep.schedules.rules import Rule
from doorstep.words import english

_FEW = 3
_MOST_EXCEPTIONS = 500


class Timetable(Struct, frozen=True):
    """When something is, in the guide's own terms."""

    rules: tuple[Rule, ...]
    changes: tuple[DateChange, ...]
    is_over: bool
    notes: tuple[str, ...]


def timetable_of(
    family: Family, hidden: tuple[Moment, ...], outlook: Outlook, effort: Effort
) -> Timetable:
    """Return when an event is, or raise CannotUse; on `hidden` dates it is nobody's business."""
    event = family.event
    if event.instead_of:
        return _dates_alone(family, outlook)
    courses = tuple(
        course_of(pattern, event.start, event.clock, effort, outlook.last)
        for pattern in event.patterns
    )
    if len(event.left_out) > _MOST_EXCEPTIONS:
        raise CannotUse(f"it leaves out more than {_MOST_EXCEPTIONS} dates")
    every = Dated(event, courses)
    left_out, unmatched = left_out_starts(every, hidden)
    dated = replace(every, left_out=left_out)
    changed = changed_dates(dated, tuple(_going_on(dated, outlook)), family.changed, outlook)
    kept = replace(dated, left_out=left_out | changed.replaced)
    singles = [*_start_alone(kept, outlook), *added_slots(kept, outlook), *changed.extra]
    moved = (change.moved_to for change in changed.changes if change.moved_to)
    going_on = tuple(_going_on(kept, outlook))
    is_over = not going_on and all(slot.last_day < outlook.today for slot in (*singles, *moved))
    if is_over:
        _check_it_ever_was(dated, outlook)
        return Timetable((), (), is_over=True, notes=())
    parts = [repeated(course, event.length, kept.days_left_out, outlook) for course in going_on]
    notes = (note for part in parts for note in part.notes)
    return Timetable(
        rules=(*(rule for part in parts for rule in part.rules), *rules_of(singles)),
        changes=changed.changes,
        is_over=False,
        notes=(*notes, *changed.notes, *_told(unmatched, dated)),
    )


def _dates_alone(family: Family, outlook: Outlook) -> Timetable:
    """Return the changed dates of a series that is not in the file: each stands for itself."""
    every = (family.event, *family.changed)
    on = [one for one in every if not (one.is_called_off and one is not family.event)]
    slots = [slot_of(one.start, one.length, outlook.zone) for one in on]
    is_over = all(slot.last_day < outlook.today for slot in slots)
    return Timetable(tuple(rules_of(slots)), (), is_over, ())


def _start_alone(dated: Dated, outlook: Outlook) -> Iterator[Slot]:
    """Yield the start of an event that has only dates besides it, and no rule."""
    if not dated.courses and dated.event.start.wall not in dated.left_out:
        yield slot_of(dated.event.start, dated.event.length, outlook.zone)


def _going_on(dated: Dated, outlook: Outlook) -> Iterator[Course]:
    """Yield the rules by which there is still a date to come."""
    length, left_out = dated.event.length or timedelta(0), dated.days_left_out
    for course in dated.courses:
        # On a clock elsewhere it may still be yesterday; and what is not over began before today.
        since = outlook.today - length - timedelta(days=1)
        coming = (day for day in course.coming(since) if day not in left_out)
        if any(_last_day(course, day, dated.event, outlook) >= outlook.today for day in coming):
            yield course


def _last_day(course: Course, day: date, event: Happening, outlook: Outlook) -> date:
    return slot_of(course.moment_on(day), event.length, outlook.zone).last_day


def _check_it_ever_was(dated: Dated, outlook: Outlook) -> None:
    """Refuse a rule such as every 30 February, which is not over but never was."""
    for course in dated.courses:
        ends = course.last is not None and course.last < outlook.today
        if not ends and not any(True for _ in course.coming(course.start.day)):
            written = shown(course.pattern.text)
            raise CannotUse(f"by its rule {written} (line {course.pattern.line}) it never happens")


def _told(unmatched: tuple[Moment, ...], dated: Dated) -> Iterator[str]:
    if unmatched:
        named = ", ".join(_moment_in_words(moment) for moment in unmatched[:_FEW])
        more = f" and {len(unmatched) - _FEW} more" if len(unmatched) > _FEW else ""
        yield f"it leaves out dates (EXDATE) on which it is not anyway: {named}{more}"
    start = dated.event.start.day
    is_named = start in dated.days_left_out or any(course.has(start) for course in dated.courses)
    if dated.courses and not is_named:
        day = english().day(start)
        yield f"its first date, {day}, is none of those its rule gives, and was not taken"


def _moment_in_words(moment: Moment) -> str:
    words = english()
    day = words.day(moment.day)
    return day if moment.is_day else f"{day} at {words.time(moment.wall.time())}"
