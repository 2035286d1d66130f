"""A change says to when a date is moved, and a term from which day to which it is."""

from __future__ import annotations

from datetime import date, time

import pytest
from builders import TODAY
from rules_in_short import span, yearly

from doorstep.schedules.reading import Moment, ScheduleNotRead, read_moment, read_span
from doorstep.schedules.rules import DateSpan, Hours, YearlySpan

ON = date(2026, 11, 24)
WEDNESDAY = date(2026, 11, 25)
HALF_PAST_TEN = Hours(time(10, 30))


def why_no_moment(text: str) -> ScheduleNotRead:
    with pytest.raises(ScheduleNotRead) as reason:
        read_moment(text, ON, TODAY)
    return reason.value


def why_no_span(text: str) -> ScheduleNotRead:
    with pytest.raises(ScheduleNotRead) as reason:
        read_span(text, TODAY)
    return reason.value


@pytest.mark.parametrize(
    "text",
    [
        "Wednesday 25 November, 10:30am", "Wednesday 25 November 2026, 10.30am",
        "10:30am on Wednesday 25 November", "25/11/2026 at 10:30am", "2026-11-25, 1030",
        "Wed 25 Nov 10.30",
    ],
)  # fmt: skip
def test_a_date_and_a_time_are_read(text: str) -> None:
    assert read_moment(text, ON, TODAY) == Moment(WEDNESDAY, HALF_PAST_TEN)


def test_a_time_alone_is_on_the_same_day() -> None:
    assert read_moment("2-4pm", ON, TODAY) == Moment(ON, Hours(time(14), time(16)))


def test_a_date_alone_keeps_the_usual_hours() -> None:
    assert read_moment("Wednesday 25 November", ON, TODAY) == Moment(WEDNESDAY, None)


@pytest.mark.parametrize(
    ("text", "on", "day"),
    [
        ("5 January", date(2026, 12, 29), date(2027, 1, 5)),
        ("29 December", date(2027, 1, 5), date(2026, 12, 29)),
        ("29 February", date(2026, 11, 24), date(2028, 2, 29)),
    ],
)
def test_without_its_year_it_is_the_date_nearest_to_the_usual_one(
    text: str, on: date, day: date
) -> None:
    assert read_moment(text, on, TODAY).day == day


def test_an_example_guide_counts_from_today() -> None:
    moment = read_moment("the Wednesday after next, 10:30am", ON, TODAY, relative=True)
    assert moment == Moment(date(2026, 12, 2), HALF_PAST_TEN)


def test_the_weekday_has_to_agree() -> None:
    reason = why_no_moment("Thursday 25 November, 10:30am")
    assert reason.rule == "dates-exist"
    assert reason.message == "25 November 2026 is a Wednesday, not a Thursday."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("25 November, 2-4", "“2-4” can mean two things. Write one of these: 2pm to 4pm; or: 2am"),
        ("10am and 2pm", "“10am and 2pm” is more than one time."),
        ("31 November", "November has 30 days"),
        ("4pm to 2pm", "ends before it starts"),
        ("next week", "“next week” is not a date and a time."),
        ("25 November, 10:30am, in the hall", "is not a date and a time. Write it like this:"),
        ("", "is not a date and a time"),
        ("Wednesday", "is not a date and a time"),
    ],
)
def test_what_is_no_moment_is_explained(text: str, said: str) -> None:
    reason = why_no_moment(text)
    assert said in f"{reason.message} {reason.fix}"


@pytest.mark.parametrize(
    "text",
    [
        "2 September to 23 October 2026", "2026-09-02 to 2026-10-23", "2/9/2026 - 23/10/2026",
        "Wednesday 2 September 2026 until Friday 23 October 2026",
        "from 2 September to 23 October 2026.",
    ],
)  # fmt: skip
def test_a_term_is_read(text: str) -> None:
    assert read_span(text, TODAY) == span("2026-09-02", "2026-10-23")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2 September to 23 October", yearly("09-02", "10-23")),
        ("20 December to 3 January", yearly("12-20", "01-03")),
        ("20 December to 3 January 2027", span("2026-12-20", "2027-01-03")),
        ("25 December", yearly("12-25")),
        ("25 December 2026", span("2026-12-25")),
    ],
)
def test_without_years_a_span_is_of_every_year(text: str, meant: DateSpan | YearlySpan) -> None:
    assert read_span(text, TODAY) == meant


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("autumn", "“autumn” is not a first and a last day."),
        ("2 September to 23 October 2026 and 1 November 2026", "is not a first and a last day"),
        ("23 October 2026 to 2 September 2026", "ends before it starts"),
        ("31 September to 23 October 2026", "September 2026 has 30 days"),
        ("Monday 2 September to 23 October", "does not say which year"),
        ("2 September 2026 to 23 October", "Not all the dates in"),
    ],
)
def test_what_is_no_span_is_explained(text: str, said: str) -> None:
    assert said in why_no_span(text).message


def test_an_endless_line_is_no_span() -> None:
    assert "the most is 500" in why_no_span("1 May to " * 1000).message
