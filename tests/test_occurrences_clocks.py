"""7pm stays 7pm on the clock on the wall, whatever is done to the clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.almanac import Almanac
from doorstep.occurrences import Occurrence, Window, occurrences_of
from doorstep.schedules.rules import EVERY_DAY, DayPart, Hours, Rule, Weekly

SPRING = date(2027, 3, 28)
"""Clocks go forward in London at 1am."""

AUTUMN = date(2026, 10, 25)
"""Clocks go back in London at 2am."""

ZONES = ("Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata")
ALL_DAY = DayPart.ALL_DAY


def nightly(start: time, end: time | None, day: date, zone: str = "Europe/London") -> Occurrence:
    rule = Rule(days=Weekly(EVERY_DAY), hours=(Hours(start, end),))
    return expand(rule, Window(day, day), zone)[0]


def expand(rule: Rule, window: Window, zone: str) -> tuple[Occurrence, ...]:
    return occurrences_of((rule,), (), "tea", window, Almanac(), ZoneInfo(zone))


def utc(moment: datetime | None) -> str:
    return f"{moment.astimezone(UTC):%H:%M}" if moment else ""


@pytest.mark.parametrize("zone", ZONES)
@given(start=st.times(time(4), time(20)), hours=st.integers(1, 3))
def test_the_clock_on_the_wall_says_the_same_all_year(zone: str, start: time, hours: int) -> None:
    end = time(start.hour + hours, start.minute)
    start = start.replace(second=0, microsecond=0)
    rule = Rule(days=Weekly((2, 6)), hours=(Hours(start, end),))
    year = expand(rule, Window(date(2026, 10, 1), date(2027, 9, 30)), zone)
    assert {(one.start.time(), one.end.time()) for one in year if one.end} == {(start, end)}


def test_an_evening_is_an_hour_earlier_for_the_world_in_summer() -> None:
    evening = time(19), time(21)
    assert utc(nightly(*evening, SPRING - timedelta(1)).start) == "19:00"
    assert utc(nightly(*evening, SPRING).start) == "18:00"


def test_a_night_over_the_change_ends_when_the_clock_says_so() -> None:
    short = nightly(time(22), time(4), SPRING - timedelta(1))
    long = nightly(time(22), time(4), AUTUMN - timedelta(1))
    assert (utc(short.start), utc(short.end)) == ("22:00", "03:00")
    assert (utc(long.start), utc(long.end)) == ("21:00", "04:00")


def test_a_time_that_comes_twice_is_the_first_of_the_two() -> None:
    assert utc(nightly(time(1, 30), None, AUTUMN).start) == "00:30"


def test_a_time_that_never_comes_moves_on_with_the_clocks() -> None:
    missing = nightly(time(1, 30), None, SPRING).start
    assert (f"{missing:%H:%M}", utc(missing)) == ("02:30", "01:30")


def test_a_start_that_moved_on_past_its_end_goes_on_for_as_long_as_meant() -> None:
    night = nightly(time(1, 30), time(2), SPRING)
    assert (f"{night.start:%H:%M}", f"{night.end:%H:%M}") == ("02:30", "03:00")


def test_an_end_that_never_comes_moves_on_with_the_clocks() -> None:
    assert f"{nightly(time(0, 30), time(1, 30), SPRING).end:%H:%M}" == "02:30"


def test_whole_days_last_from_midnight_to_midnight_though_one_is_shorter() -> None:
    rule = Rule(days=Weekly(EVERY_DAY), part=ALL_DAY)
    (day,) = expand(rule, Window(SPRING, SPRING), "Europe/London")
    assert day.end is not None
    assert day.end.astimezone(UTC) - day.start.astimezone(UTC) == timedelta(hours=23)


def test_where_there_is_no_midnight_the_day_is_still_the_day() -> None:
    # Clocks in Beirut go forward at midnight.
    day = date(2027, 3, 28)
    (whole,) = expand(Rule(days=Weekly((6,)), part=ALL_DAY), Window(day, day), "Asia/Beirut")
    assert (whole.start.date(), whole.last_day) == (day, day)
