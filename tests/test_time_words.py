"""One happening is said with its day and its time, as short as can be and never in doubt."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from doorstep.occurrences import Occurrence
from doorstep.views.time_words import day_words, occurrence_time, occurrence_when
from doorstep.words import english

if TYPE_CHECKING:
    from typing import Any

ENGLISH = english()
TODAY = date(2026, 2, 20)
HERE = ZoneInfo("Europe/London")


def timed(start: str, end: str = "", **facts: Any) -> Occurrence:
    """Return a happening from one moment to another."""
    starts = datetime.fromisoformat(start).replace(tzinfo=HERE)
    ends = datetime.fromisoformat(end).replace(tzinfo=HERE) if end else None
    plain = Occurrence(slug="tea", on=starts.date(), start=starts, end=ends, is_timed=True)
    return replace(plain, **facts)


def untimed(first: str, end: str = "", **facts: Any) -> Occurrence:
    """Return a happening of whole days, or one of which nobody said the time."""
    return timed(first, end, is_timed=False, **facts)


@pytest.mark.parametrize(
    ("occurrence", "words"),
    [
        (timed("2026-03-03T10:30", "2026-03-03T12:00"), "Tuesday 3 March, 10:30am to midday"),
        (timed("2026-03-03T19:00"), "Tuesday 3 March, 7pm"),
        (
            timed("2026-03-07T22:00", "2026-03-08T02:00"),
            "Saturday 7 March, 10pm to 2am the next day",
        ),
        (timed("2026-03-07T19:00", "2026-03-08T00:00"), "Saturday 7 March, 7pm to midnight"),
        (untimed("2026-03-03"), "Tuesday 3 March"),
        (untimed("2026-03-03", "2026-03-04", is_all_day=True), "Tuesday 3 March, all day"),
        (untimed("2026-03-06", "2026-03-09"), "Friday 6 to Sunday 8 March"),
        (untimed("2026-02-28", "2026-03-02"), "Saturday 28 February to Sunday 1 March"),
        (
            timed("2026-03-06T18:00", "2026-03-08T16:00"),
            "Friday 6 March, 6pm to Sunday 8 March, 4pm",
        ),
        (
            timed("2026-03-06T18:00", "2026-03-09T02:00"),
            "Friday 6 March, 6pm to Monday 9 March, 2am",
        ),
        (timed("2026-03-06T18:00", "2026-03-09T00:00"), "Friday 6 March, 6pm to Sunday 8 March"),
        (
            timed("2026-03-03T14:00", "2026-03-03T16:00", by_appointment=True),
            "Tuesday 3 March, 2pm to 4pm, by appointment",
        ),
    ],
)
def test_a_happening_is_said_with_its_day_and_its_time(occurrence: Occurrence, words: str) -> None:
    assert occurrence_when(occurrence, ENGLISH, TODAY) == words


@pytest.mark.parametrize(
    ("occurrence", "words"),
    [
        (timed("2027-03-02T19:00"), "Tuesday 2 March 2027, 7pm"),
        (timed("2026-02-17T19:00"), "Tuesday 17 February 2026, 7pm"),
        (untimed("2027-03-05", "2027-03-08"), "Friday 5 to Sunday 7 March 2027"),
        (untimed("2026-02-12", "2026-02-15"), "Thursday 12 to Saturday 14 February 2026"),
        (
            timed("2027-03-05T18:00", "2027-03-07T16:00"),
            "Friday 5 March 2027, 6pm to Sunday 7 March 2027, 4pm",
        ),
    ],
)
def test_a_day_that_is_over_or_far_away_has_its_year(occurrence: Occurrence, words: str) -> None:
    assert occurrence_when(occurrence, ENGLISH, TODAY) == words


def test_days_that_go_on_today_need_no_year() -> None:
    festival = untimed("2026-02-18", "2026-02-22")
    assert occurrence_when(festival, ENGLISH, TODAY) == "Wednesday 18 to Saturday 21 February"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 2, 20), "Friday 20 February"),
        (date(2026, 8, 22), "Saturday 22 August"),
        (date(2026, 8, 23), "Sunday 23 August 2026"),
        (date(2026, 2, 19), "Thursday 19 February 2026"),
    ],
)
def test_a_day_in_the_next_six_months_needs_no_year(day: date, words: str) -> None:
    assert day_words(day, ENGLISH, TODAY) == words


@pytest.mark.parametrize(
    ("occurrence", "words"),
    [
        (timed("2026-03-03T10:30", "2026-03-03T12:00"), "10:30am to midday"),
        (timed("2026-03-03T12:00", "2026-03-03T14:00"), "Midday to 2pm"),
        (timed("2026-03-06T18:00", "2026-03-08T16:00"), "6pm"),
        (untimed("2026-03-03", "2026-03-04", is_all_day=True), "All day"),
        (untimed("2026-03-03"), ""),
        (untimed("2026-03-03", by_appointment=True), "By appointment"),
    ],
)
def test_under_the_heading_of_its_day_the_time_is_said_alone(
    occurrence: Occurrence, words: str
) -> None:
    assert occurrence_time(occurrence, ENGLISH) == words
