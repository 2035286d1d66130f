"""Whatever a calendar says, the guide has the same dates for it as other programs do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import icalendar
import recurring_ical_events
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as some
from made_calendars import LONDON, TODAY, Town, calendar, context

from doorstep.almanac import Almanac
from doorstep.importers.icalendar.copies import clean_copy
from doorstep.occurrences import State, Window, occurrences_of
from doorstep.reading import read_entry

WINDOW = Window(TODAY, date(2027, 11, 30))
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ALMANAC = Almanac()
ZONES = ("Europe/London", "Europe/Berlin", "America/New_York", "Australia/Sydney")

a_time = some.builds(time, some.sampled_from([0, 7, 10, 18, 23]), some.sampled_from([0, 30]))
a_start = some.builds(datetime.combine, some.dates(date(2025, 11, 1), date(2027, 2, 28)), a_time)
some_weekdays = some.lists(some.sampled_from(WEEKDAYS), min_size=1, max_size=4, unique=True)
an_ending = some.one_of(
    some.just(""),
    some.integers(1, 60).map(lambda count: f";COUNT={count}"),
    some.dates(date(2026, 12, 1), date(2027, 9, 30)).map(
        lambda day: f";UNTIL={day:%Y%m%d}T235900Z"
    ),
)
a_rule = some.one_of(
    some.builds("FREQ=DAILY;INTERVAL={}".format, some.integers(1, 9)),
    some.builds(
        lambda every, days, start: (
            f"FREQ=WEEKLY;INTERVAL={every};BYDAY={','.join(days)};WKST={start}"
        ),
        some.integers(1, 3),
        some_weekdays,
        some.sampled_from(["MO", "SU"]),
    ),
    some.builds(
        lambda place, day, every: f"FREQ=MONTHLY;INTERVAL={every};BYDAY={place}{day}",
        some.sampled_from([1, 2, 3, 4, 5, -1, -2]),
        some.sampled_from(WEEKDAYS),
        some.integers(1, 3),
    ),
    some.builds("FREQ=MONTHLY;BYMONTHDAY={}".format, some.sampled_from([1, 8, 15, 28, 30, 31, -1])),
    some.builds(
        lambda place, days: f"FREQ=MONTHLY;BYDAY={','.join(days)};BYSETPOS={place}",
        some.sampled_from([1, 2, -1]),
        some_weekdays,
    ),
    some.builds(
        lambda month, day: f"FREQ=YEARLY;BYMONTH={month};BYDAY=2{day}",
        some.integers(1, 12),
        some.sampled_from(WEEKDAYS),
    ),
    some.just("FREQ=YEARLY"),
    some.just("FREQ=WEEKLY"),
    some.just("FREQ=MONTHLY"),
)


@dataclass(frozen=True)
class Made:
    """An event that somebody could have in a calendar."""

    rule: str
    start: datetime
    zone: str
    left_out: frozenset[int]
    """Which of its dates are left out."""
    moved: frozenset[int]
    """Which are two hours and a day later."""
    called_off: frozenset[int]

    @property
    def is_real(self) -> bool:
        """Whether it happens, and not just on the night in which its rule ends in UTC."""
        first = self.dates(1)
        end = self.rule.partition(";UNTIL=")[2][:8] or "99991231"
        return bool(first) and f"{first[0] + timedelta(days=3):%Y%m%d}" < end

    def dates(self, most: int) -> list[datetime]:
        """Return its first dates, the one that the rule begins with first."""
        return list(
            rrulestr(self.rule, dtstart=self.start, ignoretz=True).xafter(
                self.start - timedelta(1), count=most
            )
        )

    @property
    def calendar(self) -> bytes:
        """The calendar it is alone in."""
        dates = self.dates(60)
        exceptions = [f"EXDATE{self.at(dates[one])}" for one in self.left_out if one < len(dates)]
        parts = [("DTSTART", dates[0]), ("DTEND", dates[0] + timedelta(hours=1))]
        lines = [f"{name}{self.at(when)}" for name, when in parts]
        series = "\n".join((*_NAMED, *lines, f"RRULE:{self.rule}", *exceptions))
        return calendar(series, *self.changes(dates))

    def changes(self, dates: Sequence[datetime]) -> Sequence[str]:
        blocks = []
        for one in (self.moved | self.called_off) - self.left_out:
            if one < len(dates):
                new = dates[one] + timedelta(days=1, hours=2 if one in self.moved else 0)
                status = "STATUS:CANCELLED" if one in self.called_off else "STATUS:CONFIRMED"
                times = (f"DTSTART{self.at(new)}", f"DTEND{self.at(new + timedelta(hours=1))}")
                on = f"RECURRENCE-ID{self.at(dates[one])}"
                blocks.append("\n".join((*_NAMED, on, *times, status)))
        return blocks

    def at(self, when: datetime) -> str:
        return f";TZID={self.zone}:{when:%Y%m%dT%H%M%S}"


_NAMED = ("UID:made@example.org", "SUMMARY:Made", "DTSTAMP:20260101T000000Z")

few_dates = some.frozensets(some.integers(0, 20), max_size=3)
no_dates: some.SearchStrategy[frozenset[int]] = some.just(frozenset())


def an_event(
    moved: some.SearchStrategy[frozenset[int]], called_off: some.SearchStrategy[frozenset[int]]
) -> some.SearchStrategy[Made]:
    made = some.builds(
        Made,
        rule=some.builds("{}{}".format, a_rule, an_ending),
        start=a_start,
        zone=some.sampled_from(ZONES),
        left_out=few_dates,
        moved=moved,
        called_off=called_off,
    )
    return made.filter(lambda one: one.is_real)


def as_others_read(raw: bytes) -> list[datetime]:
    """Return every start in the window, on the clock of the guide."""
    events = recurring_ical_events.of(icalendar.Calendar.from_ical(raw)).between(
        WINDOW.first - timedelta(days=1), WINDOW.last + timedelta(days=2)
    )
    on = (event for event in events if event.get("STATUS") != "CANCELLED")
    starts = (event.start.astimezone(LONDON).replace(tzinfo=None) for event in on)
    return sorted(start for start in starts if WINDOW.first <= start.date() <= WINDOW.last)


def as_we_read(raw: bytes) -> list[datetime]:
    with TemporaryDirectory() as folder:
        town = Town(Path(folder))
        report = town.imports(raw)
        assert not report.needs_a_person, report.lines
        return sorted(start for slug in town.files for start in starts_of(town, slug))


def starts_of(town: Town, slug: str) -> Sequence[datetime]:
    entry, problems = read_entry(town.entry(slug), context())
    assert entry, problems
    expanded = occurrences_of(entry.rules, entry.changes, slug, WINDOW, ALMANAC, LONDON)
    on = (one for one in expanded if one.state is State.ON)
    starts = (one.start.replace(tzinfo=None) for one in on)
    return [start for start in starts if WINDOW.first <= start.date() <= WINDOW.last]


@settings(max_examples=150, deadline=None)
@given(an_event(moved=no_dates, called_off=no_dates))
def test_a_series_has_the_dates_that_other_programs_show(one: Made) -> None:
    raw = one.calendar
    assert as_we_read(raw) == as_others_read(raw)


@settings(max_examples=150, deadline=None)
@given(an_event(moved=few_dates, called_off=few_dates))
def test_changed_dates_are_those_that_other_programs_show(one: Made) -> None:
    raw = one.calendar
    assert as_we_read(raw) == as_others_read(raw)


@settings(max_examples=50, deadline=None)
@given(an_event(moved=few_dates, called_off=few_dates))
def test_a_copy_of_a_calendar_says_the_same(one: Made) -> None:
    raw = one.calendar
    with TemporaryDirectory() as folder:
        read = Town(Path(folder)).target.read(raw, "made.ics")
    assert as_others_read(clean_copy(read, keeps_contacts=False)) == as_others_read(raw)
