"""Times are read however people write them, and asked about where they can mean two things."""

from __future__ import annotations

import pytest
from rules_in_short import read, told, weekly, why

from doorstep.schedules.rules import DayPart


@pytest.mark.parametrize(
    "typed",
    [
        "7pm", "7 pm", "7PM", "7p.m.", "7 p.m.", "7 p.m", "7.00pm", "7:00 pm", "19:00", "19.00",
        "1900", "1900hrs", "at 7pm", "@ 7pm", "from 7pm", "starts at 7pm", "starting 7pm",
        "7pm onwards", "7pm start", "7 o'clock in the evening", "7 in the evening", "700pm",
    ],
)  # fmt: skip
def test_a_start_is_read_however_it_is_written(typed: str) -> None:
    assert read(f"Mondays {typed}") == weekly("Mo", "19:00")


@pytest.mark.parametrize(
    "typed",
    [
        "10.30am-12pm", "10.30am – 12 noon", "10:30am to midday", "10.30 to noon", "1030-1200",
        "10:30 till 12", "10.30am until 12.00pm", "10.30 a.m. til 12 p.m.", "10.30am—12noon",
        "from 10.30am to 12 midday", "between 10.30 and 12", "10:30 - 12:00", "10.30-12noon",
        "10.30  am  -  12", "at 10.30am to 12:00", "10.30am ’til noon",
    ],
)  # fmt: skip
def test_a_start_and_an_end_are_read_however_they_are_written(typed: str) -> None:
    assert read(f"Mondays, {typed}") == weekly("Mo", "10:30-12:00")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("7-9pm", "19:00-21:00"),
        ("11-1pm", "11:00-13:00"),
        ("10-2.30pm", "10:00-14:30"),
        ("9-5pm", "09:00-17:00"),
        ("10-11pm", "22:00-23:00"),
        ("12-2pm", "12:00-14:00"),
        ("3.10 - 3.20pm", "15:10-15:20"),
        ("11.40am - 12.00pm", "11:40-12:00"),
        ("12.00 - 12.10pm", "12:00-12:10"),
        ("9 to noon", "09:00-12:00"),
        ("9 to midnight", "21:00-00:00"),
        ("9.30-11am", "09:30-11:00"),
    ],
)
def test_an_ends_half_of_the_day_reaches_back_where_one_reading_is_short(
    typed: str, meant: str
) -> None:
    assert read(f"Mondays {typed}") == weekly("Mo", meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10am-12", "10:00-12:00"),
        ("2pm - 4", "14:00-16:00"),
        ("10am - 4", "10:00-16:00"),
        ("7pm - 10", "19:00-22:00"),
        ("10pm - 2", "22:00-02:00"),
        ("noon - 1", "12:00-13:00"),
    ],
)
def test_an_end_without_a_half_is_the_next_one_after_its_start(typed: str, meant: str) -> None:
    assert read(f"Mondays {typed}") == weekly("Mo", meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("11-1", "11:00-13:00"),
        ("10-12", "10:00-12:00"),
        ("10-11", "10:00-11:00"),
        ("12-2", "12:00-14:00"),
        ("12.30", "12:30"),
        ("at 10", "10:00"),
        ("10.45", "10:45"),
        ("between 10 and 11", "10:00-11:00"),
    ],
)
def test_bare_10_11_and_12_are_in_the_day(typed: str, meant: str) -> None:
    assert read(f"Mondays {typed}") == weekly("Mo", meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("19:00 - 21:00", "19:00-21:00"),
        ("14.00-16.00", "14:00-16:00"),
        ("0930-1430", "09:30-14:30"),
        ("09:00 - 17:00", "09:00-17:00"),
        ("9:00 - 17:00", "09:00-17:00"),
        ("06:30 - 09:00", "06:30-09:00"),
        ("22:00 - 02:00", "22:00-02:00"),
        ("2000-2200", "20:00-22:00"),
        ("18:00 - 24:00", "18:00-00:00"),
        ("00:00 - 06:00", "00:00-06:00"),
        ("10:00 - 12:00", "10:00-12:00"),
    ],
)
def test_the_24_hour_clock_is_read(typed: str, meant: str) -> None:
    assert read(f"Mondays {typed}") == weekly("Mo", meant)


@pytest.mark.parametrize(
    ("typed", "one", "other"),
    [
        ("2-4", "Every Monday, 2pm to 4pm", "Every Monday, 2am to 4am"),
        ("at 7", "Every Monday, 7am", "Every Monday, 7pm"),
        ("9-5", "Every Monday, 9am to 5pm", "Every Monday, 9pm to 5am the next day"),
        ("8-7", "Every Monday, 8am to 7pm", "Every Monday, 8pm to 7am the next day"),
        ("9 - 12", "Every Monday, 9am to midday", "Every Monday, 9pm to midnight"),
        ("7 o'clock", "Every Monday, 7am", "Every Monday, 7pm"),
        ("2.30", "Every Monday, 2:30pm", "Every Monday, 2:30am"),
        ("02:00 - 04:00", "Every Monday, 2pm to 4pm", "Every Monday, 2am to 4am"),
        ("02:00", "Every Monday, 2pm", "Every Monday, 2am"),
        ("2:00 - 16:00", "Every Monday, 2pm to 4pm", "Every Monday, 2am to 4pm"),
        ("19:00 - 9:00", "Every Monday, 7pm to 9pm", "Every Monday, 7pm to 9am the next day"),
        ("7pm and 10", "Every Monday, 7pm and 10pm", "Every Monday, 10am and 7pm"),
        ("10am and 6.30", "Every Monday, 10am and 6:30pm", "Every Monday, 6:30am and 10am"),
    ],
)
def test_a_time_with_two_readings_is_asked_about_with_both(
    typed: str, one: str, other: str
) -> None:
    assert told(f"Mondays {typed}") == (
        f"[schedules-clear] “{typed}” can mean two things. Write one of these: {one}; or: {other}"
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10am to midday and 2pm to 4pm", "10:00-12:00 14:00-16:00"),
        ("10am-12pm, 2pm-4pm", "10:00-12:00 14:00-16:00"),
        ("2pm & 4pm", "14:00 16:00"),
        ("2pm, 10am and 2pm", "10:00 14:00"),
    ],
)
def test_a_day_may_have_several_hours(typed: str, meant: str) -> None:
    assert read(f"Mondays {typed}") == weekly("Mo", meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10pm to 2am", "22:00-02:00"),
        ("5pm to 6am", "17:00-06:00"),
        ("7pm to midnight", "19:00-00:00"),
        ("2pm to midnight", "14:00-00:00"),
        ("10pm to 2am the next day", "22:00-02:00"),
        ("10-2 the next day", "22:00-02:00"),
        ("4pm to 2pm the next day", "16:00-14:00"),
        ("9pm - 8am next day", "21:00-08:00"),
    ],
)
def test_an_evening_may_go_on_past_midnight(typed: str, meant: str) -> None:
    assert read(f"Fridays {typed}") == weekly("Fr", meant)


@pytest.mark.parametrize("typed", ["4pm to 2pm", "2pm to 10am", "4pm to 2am", "9pm to 7am"])
def test_an_end_before_its_start_is_asked_about(typed: str) -> None:
    assert told(f"Mondays {typed}") == (
        f"[times-in-order] “{typed}” ends before it starts. Check both times with the group. "
        f"If it goes on past midnight, write “{typed} the next day”."
    )


def test_more_than_a_day_is_two_dates() -> None:
    assert "“10am to 2pm the next day” is longer than a day." in told(
        "Mondays 10am to 2pm the next day"
    )


@pytest.mark.parametrize("typed", ["midnight to 2am", "12-1am", "12am", "at midnight"])
def test_a_start_at_midnight_is_asked_about_as_it_may_be_of_two_nights(typed: str) -> None:
    reason = why(f"Saturdays {typed}")
    assert reason.message == (f"“{typed}” can be the night before that day or the night after it.")


def test_the_midnight_before_a_day_can_be_said() -> None:
    assert read("Saturdays midnight at the start of the day to 2am") == weekly("Sa", "00:00-02:00")


def test_an_end_by_itself_is_asked_about() -> None:
    assert "“until 4pm” says when it ends and not when it starts." in told("Mondays until 4pm")


@pytest.mark.parametrize("typed", ["25:00", "10:75", "13am", "0pm", "24:30", "2460am"])
def test_what_is_no_time_is_named(typed: str) -> None:
    assert f"“{typed}” is not a time of day." in told(f"Mondays {typed}")


@pytest.mark.parametrize("typed", ["2026", "2010 to 2030", "24:00", "3", "10 weeks"])
def test_a_number_that_may_be_something_else_is_no_time(typed: str) -> None:
    assert why(f"Mondays {typed}").rule in ("schedules-understood", "schedules-clear")


def test_ten_mondays_are_not_ten_o_clock() -> None:
    assert "“10”" in told("10 Mondays from 4 January 2027")


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("all day", DayPart.ALL_DAY),
        ("any time", DayPart.ANY_TIME),
        ("anytime, day or night", DayPart.ANY_TIME),
        ("24 hours", DayPart.ANY_TIME),
        ("dawn to dusk", DayPart.DAYLIGHT),
    ],
)
def test_words_may_stand_in_place_of_hours(typed: str, part: DayPart) -> None:
    assert read(f"Mondays, {typed}") == weekly("Mo", part=part)


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("24/7", DayPart.ANY_TIME),
        ("24 hours a day, 7 days a week", DayPart.ANY_TIME),
        ("Any time, day or night", DayPart.ANY_TIME),
        ("Dawn to dusk", DayPart.DAYLIGHT),
        ("Sunrise to sunset", DayPart.DAYLIGHT),
        ("during daylight hours", DayPart.DAYLIGHT),
    ],
)
def test_what_is_always_there_needs_no_days(typed: str, part: DayPart) -> None:
    assert read(typed) == weekly("Mo Tu We Th Fr Sa Su", part=part)
