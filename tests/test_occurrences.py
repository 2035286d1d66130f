"""Rules over a window of days: what happens when, from when to when, and each thing once."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_rules import days, rules
from msgspec.structs import replace

from doorstep.almanac import Almanac
from doorstep.occurrences import Occurrence, Window, occurrences_of
from doorstep.schedules.rules import (
    EVERY_DAY,
    Arranged,
    Dates,
    DateSpan,
    DayPart,
    Hours,
    Rule,
    Stretch,
    Weekly,
    YearlySpan,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

LONDON = ZoneInfo("Europe/London")
ALMANAC = Almanac((YearlySpan((9, 2), (12, 18)), YearlySpan((1, 4), (7, 20))))
NOVEMBER = Window(date(2026, 11, 1), date(2026, 11, 30))
SATURDAY = date(2026, 11, 7)
EVENING = Hours(time(19), time(21))
NIGHT = Hours(time(22), time(2))


def expand(*some: Rule, window: Window = NOVEMBER) -> tuple[Occurrence, ...]:
    return occurrences_of(some, (), "tea-and-talk", window, ALMANAC, LONDON)


def on(*dates: date, **told: Any) -> Rule:
    return Rule(days=Dates(dates), **told)


def one(rule: Rule, window: Window = NOVEMBER) -> Occurrence:
    (occurrence,) = expand(rule, window=window)
    return occurrence


def wall(moment: datetime | None) -> str:
    return f"{moment:%a %d %H:%M}" if moment else ""


def test_an_evening_has_a_start_and_an_end_in_the_guides_time_zone() -> None:
    evening = one(on(SATURDAY, hours=(EVENING,)))
    assert evening.start == datetime(2026, 11, 7, 19, tzinfo=LONDON)
    assert evening.end == datetime(2026, 11, 7, 21, tzinfo=LONDON)
    assert (evening.slug, evening.on, evening.is_timed) == ("tea-and-talk", SATURDAY, True)


@pytest.mark.parametrize("end", [time(2), time(22)])
def test_an_end_at_or_before_the_start_is_on_the_next_day(end: time) -> None:
    night = one(on(SATURDAY, hours=(Hours(time(22), end),)))
    assert wall(night.end) == f"Sun 08 {end:%H:%M}"


def test_nobody_said_the_end_so_there_is_none() -> None:
    assert one(on(SATURDAY, hours=(Hours(time(19)),))).end is None


def test_all_day_is_from_midnight_to_midnight() -> None:
    whole = one(on(SATURDAY, part=DayPart.ALL_DAY))
    assert (wall(whole.start), wall(whole.end)) == ("Sat 07 00:00", "Sun 08 00:00")
    assert (whole.is_timed, whole.is_all_day, whole.last_day) == (False, True, SATURDAY)


def test_a_day_without_a_time_has_no_end_and_is_not_said_to_last_all_day() -> None:
    untimed = one(on(SATURDAY))
    assert (untimed.end, untimed.is_timed, untimed.is_all_day) == (None, False, False)
    assert untimed.last_day == SATURDAY


def test_what_has_to_be_arranged_first_says_so() -> None:
    assert one(on(SATURDAY, by_appointment=True)).by_appointment


@pytest.mark.parametrize(
    "rule",
    [
        Rule(days=Arranged(), by_appointment=True),
        Rule(days=Weekly(EVERY_DAY), part=DayPart.ANY_TIME),
        Rule(days=Weekly(EVERY_DAY), part=DayPart.DAYLIGHT),
    ],
)
def test_what_is_there_whenever_one_likes_never_happens(rule: Rule) -> None:
    assert expand(rule) == ()


def test_a_day_with_two_times_has_two_occurrences() -> None:
    twice = expand(on(SATURDAY, hours=(Hours(time(10), time(12)), EVENING)))
    assert [wall(occurrence.start) for occurrence in twice] == ["Sat 07 10:00", "Sat 07 19:00"]


def stretch(*hours: Hours) -> Rule:
    return Rule(days=Stretch(date(2026, 10, 30), date(2026, 11, 2)), hours=hours)


def test_a_stretch_is_one_occurrence_from_its_first_day_to_its_last() -> None:
    weekend = one(stretch(Hours(time(18), time(16))))
    assert (wall(weekend.start), wall(weekend.end)) == ("Fri 30 18:00", "Mon 02 16:00")
    assert weekend.last_day == date(2026, 11, 2)


def test_a_stretch_with_no_end_said_is_over_when_its_last_day_is() -> None:
    weekend = one(stretch(Hours(time(18))))
    assert (wall(weekend.end), weekend.last_day) == ("Tue 03 00:00", date(2026, 11, 2))


def test_a_stretch_without_hours_is_whole_days() -> None:
    weekend = one(stretch())
    assert (wall(weekend.start), wall(weekend.end)) == ("Fri 30 00:00", "Tue 03 00:00")
    assert weekend.last_day == date(2026, 11, 2)


@pytest.mark.parametrize("day", [date(2026, 10, 30), date(2026, 10, 31), date(2026, 11, 2)])
def test_a_stretch_is_in_every_window_it_goes_on_in(day: date) -> None:
    assert expand(stretch(), window=Window(day, day)) != ()


@pytest.mark.parametrize("day", [date(2026, 10, 29), date(2026, 11, 3)])
def test_a_stretch_is_not_in_windows_before_or_after_it(day: date) -> None:
    assert expand(stretch(), window=Window(day, day)) == ()


@pytest.mark.parametrize(
    ("start", "end", "last_day"),
    [
        (datetime(2026, 11, 7, 22), datetime(2026, 11, 8, 2), 7),
        (datetime(2026, 11, 7, 20), datetime(2026, 11, 8, 8), 7),
        (datetime(2026, 11, 7, 19), datetime(2026, 11, 8), 7),
        (datetime(2026, 11, 7, 0, 30), datetime(2026, 11, 7, 2), 7),
        (datetime(2026, 11, 7, 18), datetime(2026, 11, 8, 16), 8),
        (datetime(2026, 11, 6, 18), datetime(2026, 11, 8, 16), 8),
        (datetime(2026, 11, 6, 18), datetime(2026, 11, 8, 9), 8),
        (datetime(2026, 11, 6, 18), datetime(2026, 11, 8, 2), 7),
    ],
)
def test_an_end_after_midnight_belongs_to_the_night_before(
    start: datetime, end: datetime, last_day: int
) -> None:
    night = one(on(SATURDAY, hours=(EVENING,)))
    lasting = replace(night, start=start.replace(tzinfo=LONDON), end=end.replace(tzinfo=LONDON))
    assert lasting.last_day.day == last_day


def test_last_nights_dance_is_not_in_todays_window() -> None:
    sunday = Window(date(2026, 11, 8), date(2026, 11, 8))
    assert expand(on(SATURDAY, hours=(NIGHT,)), window=sunday) == ()


def test_what_goes_on_until_the_next_afternoon_is_in_that_days_window() -> None:
    sunday = Window(date(2026, 11, 8), date(2026, 11, 8))
    overnight = one(on(SATURDAY, hours=(Hours(time(22), time(15)),)), window=sunday)
    assert overnight.on == SATURDAY


def test_the_same_start_by_two_rules_is_one_occurrence_that_knows_its_end() -> None:
    rules_ = [on(SATURDAY, hours=(Hours(time(19)),)), on(SATURDAY, hours=(EVENING,))]
    (occurrence,) = expand(*rules_)
    assert (wall(occurrence.end), occurrence.rule) == ("Sat 07 21:00", 1)


def test_of_two_rules_that_say_the_same_the_first_counts() -> None:
    (occurrence,) = expand(on(SATURDAY, hours=(EVENING,)), on(SATURDAY, hours=(EVENING,)))
    assert occurrence.rule == 0


SHORT_WINDOWS = st.builds(
    lambda first, length: Window(first, first + timedelta(length)), days(), st.integers(0, 150)
)


def order(occurrence: Occurrence) -> tuple[datetime, bool]:
    return occurrence.start, occurrence.is_timed


@given(st.lists(rules(), max_size=3), SHORT_WINDOWS)
def test_occurrences_are_in_order_and_none_is_there_twice(some: list[Rule], window: Window) -> None:
    starts = [order(occurrence) for occurrence in expand(*some, window=window)]
    assert starts == sorted(set(starts))


@given(st.lists(rules(), max_size=3), SHORT_WINDOWS)
def test_nothing_ends_before_it_starts(some: list[Rule], window: Window) -> None:
    found = expand(*some, window=window)
    assert [night for night in found if night.end is not None and night.end <= night.start] == []


@given(st.lists(rules(), max_size=3), SHORT_WINDOWS, st.integers(0, 60), st.integers(0, 60))
def test_a_smaller_window_has_exactly_its_part_of_a_larger_one(
    some: list[Rule], window: Window, before: int, after: int
) -> None:
    larger = Window(window.first - timedelta(before), window.last + timedelta(after))
    part = within(expand(*some, window=larger), window)
    assert expand(*some, window=window) == part


def within(found: Sequence[Occurrence], window: Window) -> tuple[Occurrence, ...]:
    return tuple(
        occurrence
        for occurrence in found
        if occurrence.start.date() <= window.last and occurrence.last_day >= window.first
    )


@given(rules(), SHORT_WINDOWS, st.data())
def test_an_exception_takes_away_exactly_its_date(
    rule: Rule, window: Window, data: st.DataObject
) -> None:
    found = expand(rule, window=window)
    day = data.draw(st.sampled_from([one.on for one in found]) if found else days())
    spans = tuple(sorted({*rule.except_dates, DateSpan(day, day)}))
    left = expand(replace(rule, except_dates=spans), window=window)
    assert left == tuple(occurrence for occurrence in found if occurrence.on != day)
