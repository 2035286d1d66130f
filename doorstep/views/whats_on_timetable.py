"""Rules that come round -> a timetable: each thing under its days of the week, by time of day."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from doorstep import permalinks as at
from doorstep.catalogue import title_key
from doorstep.kinds import BUILDINGS
from doorstep.parts_of_day import AFTERNOON, EVENING, MORNING, part_of_day
from doorstep.schedules.as_of import as_of
from doorstep.schedules.rules import (
    EVERY_DAY,
    BankHolidays,
    DayPart,
    Monthly,
    Rule,
    Weekly,
)
from doorstep.schedules.wording import plainly_worded
from doorstep.schedules.wording_times import hours_words, part_words
from doorstep.showing import Face, State
from doorstep.views.cards import place_name
from doorstep.views.changes import changed_words, sentences
from doorstep.views.framing import PageFacts, frame_of
from doorstep.views.invitations import missing_invitation
from doorstep.views.parts import Link
from doorstep.views.whats_on_lists import list_links
from doorstep.views.whats_on_parts import Cell, Column, Slot, Timetable
from doorstep.views.whats_on_views import TimetableView
from doorstep.views.wording import (
    NAMES,
    as_sentence,
    href_of,
    next_date,
    number_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from doorstep.entries import Entry
    from doorstep.guide import Guide

    Where = Callable[[Guide, Entry], str]

WHOLE_DAY = "day"
NO_ONE_DAY = -1
"""In place of a day of the week: by its date in the month, or an expert's own rule."""

DAILY = 7
"""In place of a day of the week: on every one of them."""


class Round(Struct, frozen=True):
    """One thing that comes round, and where it stands in the timetable."""

    weekday: int
    part: str
    order: tuple[time, str]
    slot: Slot


def every_week_view(guide: Guide) -> TimetableView:
    """Return what comes round, each thing once under each of its days of the week."""
    say = guide.words.say
    timetable = timetable_of(guide, "", guide.catalogue.public, place_name)
    is_empty = not (timetable.columns or timetable.others)
    up = Link(say("What’s on"), guide.permalinks.href(at.WHATS_ON))
    page = PageFacts(path=at.EVERY_WEEK, heading=say("What’s on every week"), above=(up,))
    return TimetableView(
        frame=frame_of(guide, page),
        heading=page.heading,
        intro=say("What is not so every week says so. Look at its page before you go."),
        lists_label=say("Lists of what’s on"),
        lists=list_links(guide, at.EVERY_WEEK),
        timetable=timetable,
        empty=say("Nothing that comes round is listed here yet.") if is_empty else "",
        invitation=missing_invitation(guide),
    )


def here_every_week(guide: Guide, place: Entry) -> Timetable | None:
    """Return the timetable of a building or a green space; None when nothing comes round there."""
    heading = guide.words.say("Every week here")
    if place.kind not in BUILDINGS or not guide.catalogue.shows(place, Face.PLACE):
        return None
    here = (place, *guide.catalogue.happening_at(place))
    timetable = timetable_of(guide, heading, here, lambda _guide, _entry: "")
    return timetable if timetable.columns or timetable.others else None


def timetable_of(guide: Guide, heading: str, entries: Iterable[Entry], where: Where) -> Timetable:
    """Return the timetable of what comes round among these entries."""
    by_weekday: dict[int, list[Round]] = {}
    for entry in entries:
        if guide.catalogue.showing(entry).state is State.OPEN:
            for one in _rounds(guide, entry, where(guide, entry)):
                by_weekday.setdefault(one.weekday, []).append(one)
    names = _headings(guide)
    columns = {
        day: _column(guide, names[day], by_weekday[day]) for day in names if day in by_weekday
    }
    week = tuple(column for day, column in columns.items() if day in EVERY_DAY)
    others = tuple(column for day, column in columns.items() if day not in EVERY_DAY)
    return Timetable(heading, week, others)


def _headings(guide: Guide) -> dict[int, str]:
    """Return what stands over each day of the week and over the rest, in their order."""
    weekdays = {day: guide.words.weekday_name(day) for day in EVERY_DAY}
    say = guide.words.say
    return weekdays | {DAILY: say("Every day"), NO_ONE_DAY: say("By the date in the month")}


def _rounds(guide: Guide, entry: Entry, where: str) -> Iterator[Round]:
    """Yield an entry under each of its days of the week, at each of its times."""
    for rule in entry.rules:
        if not comes_round(rule, guide.today):
            continue
        note = _note(guide, entry, rule)
        for start, said in _times(guide, rule):
            slot = _slot(guide, entry, said, where, note)
            part = part_of_day(start) if rule.hours else WHOLE_DAY
            for weekday in _weekdays(rule):
                yield Round(weekday, part, (start, title_key(entry.title)), slot)


def comes_round(rule: Rule, today: date) -> bool:
    """Say whether it comes again and again, and still does."""
    goes_on = rule.last is None or rule.last >= today
    is_usual = rule.bank_holidays is not BankHolidays.ONLY_ON
    return rule.is_dated and not rule.is_single and goes_on and is_usual


def _weekdays(rule: Rule) -> tuple[int, ...]:
    match rule.days:
        case Weekly(weekdays=weekdays) if weekdays == EVERY_DAY:
            return (DAILY,)
        case Weekly(weekdays=weekdays):
            return weekdays
        case Monthly(places=places):
            return tuple(sorted({weekday for _, weekday in places}))
    return (NO_ONE_DAY,)


def _times(guide: Guide, rule: Rule) -> list[tuple[time, str]]:
    """Return at which times of the day it is, each with its words."""
    if rule.hours:
        return [(hours.start, hours_words(hours, guide.words)) for hours in rule.hours]
    return [(time(0), as_sentence(part_words(rule.part, guide.words)))]


def _slot(guide: Guide, entry: Entry, said: str, where: str, note: str) -> Slot:
    return Slot(
        time=said,
        title=entry.title,
        href=href_of(guide, entry),
        number=number_of(guide, entry),
        where=where,
        note=note,
        is_name=entry.kind in NAMES,
    )


def _note(guide: Guide, entry: Entry, rule: Rule) -> str:
    """Return what a day of the week alone does not say, and whether the next date is off."""
    soonest = next_date(guide, entry)
    change = changed_words(guide, soonest) if soonest else ""
    coming = guide.diary.next_on(entry)
    current = as_of(rule, guide.today, coming.start.date() if coming else None)
    return sentences((_on_which_days(guide, current), change))


def _on_which_days(guide: Guide, rule: Rule) -> str:
    """Return the rule without its times, "" where it is simply every week."""
    days = replace(rule, hours=(), part=DayPart.NOT_SAID)
    is_plain = isinstance(days.days, Weekly) and days == Rule(days=Weekly(days.days.weekdays))
    return "" if is_plain else plainly_worded(days, guide.words)


def _column(guide: Guide, heading: str, rounds: list[Round]) -> Column:
    in_order = sorted(rounds, key=lambda one: one.order)
    cells = (
        Cell(name, part, tuple(one.slot for one in in_order if one.part == part))
        for part, name in _parts(guide).items()
    )
    return Column(heading, tuple(cell for cell in cells if cell.slots))


def _parts(guide: Guide) -> dict[str, str]:
    say = guide.words.say
    return {
        WHOLE_DAY: say("All day, or ask when"),
        MORNING: say("Morning"),
        AFTERNOON: say("Afternoon"),
        EVENING: say("Evening"),
    }
