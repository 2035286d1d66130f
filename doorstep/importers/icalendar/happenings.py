"""One VEVENT of a calendar -> Happening: what it says, with its times on their clock."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import TypeVar

from msgspec import Struct

from doorstep.importers.icalendar.components import Component
from doorstep.importers.icalendar.moments import LONGEST_STAY, Clock, Moment, read_length
from doorstep.importers.icalendar.patterns import Pattern, read_pattern
from doorstep.importers.icalendar.properties import Property
from doorstep.importers.icalendar.reasons import CannotUse, shown
from doorstep.importers.tables import visible

_LONGEST_UID = 150
_LONGEST_TITLE = 150
_CALLED_OFF = re.compile(
    r"\W*(?:(?i:cancell?ed)\s*(?:[:!*)\].–—-]|$)|CANCELL?ED\b)|.*\((?i:cancell?ed)\)\W*$"
)
_OLD_EXCEPTIONS = "it has a rule for its exceptions (EXRULE), which cannot be followed"
_FROM_THEN_ON = "it changes for good from one of its dates on (RANGE), which cannot be followed"

T = TypeVar("T")


class Happening(Struct, frozen=True, kw_only=True):
    """One event of a calendar, or one changed date of an event."""

    component: Component
    """Everything it says."""
    clock: Clock
    """What its times mean."""
    uid: str
    title: str
    """One line; "" when it has none."""
    start: Moment
    length: timedelta | None
    """How long it goes on, by the clock on the wall; None when nobody said."""
    patterns: tuple[Pattern, ...]
    """The rules it comes round by."""
    added: tuple[Moment, ...]
    """Dates besides (RDATE)."""
    left_out: tuple[Moment, ...]
    """Dates on which it is not (EXDATE)."""
    instead_of: Moment | None
    """The date of its series that it stands for (RECURRENCE-ID)."""
    is_called_off: bool
    is_tentative: bool
    notes: tuple[str, ...]
    """What a person should look at."""

    @property
    def line(self) -> int:
        """Where it begins in the file."""
        return self.component.line

    @property
    def repeats(self) -> bool:
        """Whether it has more dates than one."""
        return bool(self.patterns or self.added)


def read_happening(component: Component, clock: Clock, *, is_withdrawn: bool) -> Happening:
    """Return what an event says, or raise CannotUse.

    `is_withdrawn` says that the whole calendar takes its events back (METHOD:CANCEL).
    """
    notes: list[str] = []
    start = _start(component, clock, notes)
    instead_of = component.first("RECURRENCE-ID")
    if component.first("EXRULE"):
        raise CannotUse(_OLD_EXCEPTIONS)
    if instead_of and instead_of.parameters.get("RANGE"):
        raise CannotUse(_FROM_THEN_ON)
    if instead_of and (own_rule := component.first("RRULE")):
        notes.append(
            f"it is one date of a series, so its own rule (line {own_rule.line}) was not taken"
        )
    title, status = title_of(component), component.words("STATUS").upper()
    return Happening(
        component=component,
        clock=clock,
        uid=uid_of(component),
        title=title,
        start=start,
        length=_length(component, start, clock, notes),
        patterns=tuple(read_pattern(one) for one in component.all("RRULE") if one.value),
        added=tuple(_dates("RDATE", component, clock, start, notes)),
        left_out=tuple(_dates("EXDATE", component, clock, start, notes)),
        instead_of=clock.read(instead_of).on_clock(start.zone) if instead_of else None,
        is_called_off=is_withdrawn or status == "CANCELLED" or _CALLED_OFF.match(title) is not None,
        is_tentative=status == "TENTATIVE",
        notes=tuple(dict.fromkeys(notes)),
    )


def title_of(component: Component) -> str:
    """Return the first line of what an event is called, or ""."""
    lines = (" ".join(line.split()) for line in component.words("SUMMARY").split("\n"))
    title = next(filter(None, lines), "")
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"


def uid_of(component: Component) -> str:
    """Return what the calendar calls an event for ever; without a UID, from its start and title."""
    uid = " ".join(visible(component.words("UID")).split())
    if uid and len(uid) <= _LONGEST_UID:
        return uid
    start = component.first("DTSTART")
    words = component.words("SUMMARY") or component.words("DESCRIPTION")
    told = uid or f"{start.value if start else ''} {words}"
    return hashlib.sha256(told.encode()).hexdigest()[:24]


def _start(component: Component, clock: Clock, notes: list[str]) -> Moment:
    written = component.first("DTSTART")
    if written is None:
        empty = component.all("DTSTART")
        if empty:
            raise CannotUse(f"its start (line {empty[0].line}) cannot be read")
        raise CannotUse("it has no start, so there is no day to put it on")
    _note_unknown_zone(written, clock, notes)
    return clock.read(written)


def _note_unknown_zone(written: Property, clock: Clock, notes: list[str]) -> None:
    if name := clock.unknown_zone(written):
        notes.append(
            f"nobody knows the time zone {shown(name)} (line {written.line}), so its times were "
            "taken as they stand; check them with the group"
        )


def _length(
    component: Component, start: Moment, clock: Clock, notes: list[str]
) -> timedelta | None:
    end, duration = component.first("DTEND"), component.first("DURATION")
    length = None
    if end:
        length = _kept(lambda: _until(end, start, clock), "its end is not known", notes)
    elif duration:
        length = _kept(lambda: read_length(duration), "its end is not known", notes)
    if start.is_day:
        # Whole days: DTEND is the day after the last; one that equals the start means one day.
        return max(timedelta((length or timedelta(1)).days), timedelta(1))
    return length or None


def _until(end: Property, start: Moment, clock: Clock) -> timedelta:
    # With a zone nobody knows at one end only, both are on the clock of the start.
    known = clock.unknown_zone(end) == ""
    read = clock.read(end)
    moment = read.on_clock(start.zone) if known else read
    if start.is_day:
        moment = Moment(moment.wall.replace(hour=0, minute=0), None)
    length = moment.wall - start.wall
    if length < timedelta(0) or moment.is_day is not start.is_day:
        words = f"it would end ({shown(end.value)}, line {end.line}) before it starts"
        raise CannotUse(words)
    if length > LONGEST_STAY:
        raise CannotUse(f"it would only end years later ({shown(end.value)}, line {end.line})")
    return length


def _kept(read: Callable[[], T], otherwise: str, notes: list[str]) -> T | None:
    """Return what can be read; of what cannot, only note why."""
    try:
        return read()
    except CannotUse as reason:
        notes.append(f"{reason}, so {otherwise}")
        return None


def _dates(
    name: str, component: Component, clock: Clock, start: Moment, notes: list[str]
) -> Iterator[Moment]:
    """Yield the dates of every line of a name, on the clock of the start."""
    for written in component.all(name):
        if not written.value:
            notes.append(f"line {written.line} ({name}) has no date, and was left out")
            continue
        _note_unknown_zone(written, clock, notes)
        if "/" in written.value:
            told = "gives times of their own to dates; they were taken to be as long as usual"
            notes.append(f"line {written.line} ({name}) {told}")
        every = _kept(partial(clock.read_all, written), "it was left out", notes)
        yield from (moment.on_clock(start.zone) for moment in every or ())
