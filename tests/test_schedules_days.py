"""Days are read however people say them: by the week, by the month, by their dates."""

from __future__ import annotations

from datetime import date

import pytest
from rules_in_short import (
    DAILY,
    MO_TO_FR,
    dated,
    month_days,
    monthly,
    read,
    stretch,
    told,
    weekly,
    why,
    yearly,
)

from doorstep.schedules.rules import Arranged, BankHolidays, Rule

WEEKEND = "Sa Su"


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("Monday", "Mo"),
        ("Mondays", "Mo"),
        ("on Mondays", "Mo"),
        ("on a Monday", "Mo"),
        ("MONDAYS", "Mo"),
        ("Mon.", "Mo"),
        ("every Monday", "Mo"),
        ("each Monday", "Mo"),
        ("weekly on Mondays", "Mo"),
        ("Mondays, weekly", "Mo"),
        ("every week on Monday", "Mo"),
        ("Monday every week", "Mo"),
        ("Monday’s", "Mo"),
        ("Tuesdays & Thursdays", "Tu Th"),
        ("Tuesdays and every Thursday", "Tu Th"),
        ("Tues + Thurs", "Tu Th"),
        ("Mon/Wed/Fri", "Mo We Fr"),
        ("Mon Wed Fri", "Mo We Fr"),
        ("Fri, Mon, Wed, Mon", "Mo We Fr"),
        ("Mon-Fri", MO_TO_FR),
        ("Monday to Friday", MO_TO_FR),
        ("Mondays – Fridays", MO_TO_FR),
        ("Mon. - Fri.", MO_TO_FR),
        ("weekdays", MO_TO_FR),
        ("every weekday", MO_TO_FR),
        ("Friday to Monday", "Mo Fr Sa Su"),
        ("Mon, Wed to Fri & Sun", "Mo We Th Fr Su"),
        ("weekends", WEEKEND),
        ("at weekends", WEEKEND),
        ("every day", DAILY),
        ("daily", DAILY),
        ("7 days a week", DAILY),
        ("Monday to Sunday", DAILY),
        ("every day except Sunday", "Mo Tu We Th Fr Sa"),
        ("weekdays but not Wednesdays", "Mo Tu Th Fr"),
        ("open daily", DAILY),
    ],
)
def test_days_of_the_week_are_read_however_they_are_said(typed: str, days: str) -> None:
    assert read(f"{typed}, 2-4pm") == weekly(days, "14:00-16:00")
    assert read(typed) == weekly(days)


@pytest.mark.parametrize(
    "typed",
    [
        "3.10 - 3.20pm on Wednesdays", "3.10-3.20pm Wednesdays", "Wednesdays: 3.10 - 3.20pm",
        "Wed 3.10pm - 3.20pm.", "Wednesdays - 3.10pm to 3.20pm", "every Wednesday (3.10-3.20pm)",
        "Open: Wednesdays 3.10-3.20pm", "We meet every Wednesday, 3.10 to 3.20pm",
    ],
)  # fmt: skip
def test_times_stand_before_the_days_or_after_them(typed: str) -> None:
    assert read(typed) == weekly("We", "15:10-15:20")


@pytest.mark.parametrize(
    "typed",
    [
        "every two weeks on Monday from 7 December 2026", "every 2 weeks on Monday from 7/12/2026",
        "fortnightly on Mondays from 7 December 2026", "every other Monday from 7 December 2026",
        "alternate Mondays from 7 December 2026", "Mondays fortnightly from Mon 7 December 2026",
        "every fortnight on Monday starting 7 December 2026",
        "every second week on Mondays from 2026-12-07",
    ],
)  # fmt: skip
def test_every_two_weeks_is_said_in_many_ways(typed: str) -> None:
    assert read(typed) == weekly("Mo", every=2, first=date(2026, 12, 7))


def test_weeks_are_counted_up() -> None:
    meant = weekly("Mo Th", "19:00", every=4, first=date(2026, 12, 10))
    assert read("every four weeks on Monday and Thursday from 10 December 2026, 7pm") == meant


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("first Monday of the month", "1Mo"),
        ("the first Monday of each month", "1Mo"),
        ("every first Monday", "1Mo"),
        ("monthly on the second Tuesday", "2Tu"),
        ("every month on the 2nd Tuesday", "2Tu"),
        ("every 2nd Sunday of the month", "2Su"),
        ("2nd Sunday monthly", "2Su"),
        ("third Friday", "3Fr"),
        ("first and third Wednesday", "1We 3We"),
        ("every first and third Wednesday", "1We 3We"),
        ("1st, 3rd and 5th Saturdays of the month", "1Sa 3Sa 5Sa"),
        ("2nd & 4th Thursday", "2Th 4Th"),
        ("last Friday of the month", "-1Fr"),
        ("on the last Friday", "-1Fr"),
        ("first and last Friday of every month", "1Fr -1Fr"),
        ("first Monday and third Thursday of the month", "1Mo 3Th"),
    ],
)
def test_weekdays_of_the_month_are_read(typed: str, places: str) -> None:
    assert read(f"{typed}, 7pm") == monthly(places, "19:00")


def test_months_are_counted_up() -> None:
    typed = "every two months on the first Monday from 4 January 2027"
    assert read(typed) == monthly("1Mo", every=2, first=date(2027, 1, 4))


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("first Saturday of March, June and September", (3, 6, 9)),
        ("first Saturday in November to March", (1, 2, 3, 11, 12)),
    ],
)
def test_weekdays_of_some_months_are_read(typed: str, months: tuple[int, ...]) -> None:
    assert read(typed) == monthly("1Sa", months=months)


@pytest.mark.parametrize(
    ("typed", "days", "months"),
    [
        ("the 15th of the month", "15", ()),
        ("1st and 15th of each month", "1 15", ()),
        ("monthly on the 15th", "15", ()),
        ("the first of the month", "1", ()),
        ("the 15th of March and June", "15", (3, 6)),
        ("25 December every year", "25", (12,)),
        ("every year on 1 May", "1", (5,)),
        ("every 25 December", "25", (12,)),
        ("24 and 25 December each year", "24 25", (12,)),
        ("annually on 29 February", "29", (2,)),
    ],
)
def test_days_by_their_date_are_read(typed: str, days: str, months: tuple[int, ...]) -> None:
    assert read(f"{typed}, 2pm") == month_days(days, "14:00", months=months)


@pytest.mark.parametrize(
    "typed",
    [
        "Saturday 3 July 2027", "Sat 3 July 2027", "Sat. 3rd Jul. 2027", "3 July 2027", "3/7/2027",
        "03.07.2027", "2027-07-03", "Saturday, 3 July, 2027", "the 3rd of July 2027",
        "on 3 July 2027", "July 3, 2027", "Saturday 3/7/27",
    ],
)  # fmt: skip
def test_a_date_is_read_however_it_is_written(typed: str) -> None:
    assert read(f"{typed}, 2 to 5pm") == dated("2027-07-03", "14:00-17:00")


@pytest.mark.parametrize(
    ("typed", "dates"),
    [
        ("3 and 10 July 2027", "2027-07-03 2027-07-10"),
        ("Saturday 3, 10 and 17 July 2027", "2027-07-03 2027-07-10 2027-07-17"),
        ("Saturdays 3, 10 and 17 July 2027", "2027-07-03 2027-07-10 2027-07-17"),
        ("31 July and 7 August 2027", "2027-07-31 2027-08-07"),
        ("24 December 2026, 7 January 2027", "2026-12-24 2027-01-07"),
        ("6 to 8 March 2026", "2026-03-06 2026-03-07 2026-03-08"),
        ("28 February to 2 March 2027", "2027-02-28 2027-03-01 2027-03-02"),
        ("31 December to 1 January 2027", "2026-12-31 2027-01-01"),
        ("6 to 8 March 2026, except 7 March 2026", "2026-03-06 2026-03-08"),
        ("6 and 13 to 14 March 2026", "2026-03-06 2026-03-13 2026-03-14"),
        ("6 to 9 March 2026, except 8 March 2026", "2026-03-06 2026-03-07 2026-03-09"),
        ("6 to 9 March 2026, not on Sunday", "2026-03-06 2026-03-07 2026-03-09"),
    ],
)
def test_dates_with_hours_are_each_a_day(typed: str, dates: str) -> None:
    assert read(f"10am to 4pm, {typed}") == dated(dates, "10:00-16:00")


@pytest.mark.parametrize(
    "typed",
    [
        "6 to 8 March 2026", "Friday 6 to Sunday 8 March 2026", "6-8 March 2026",
        "6 March 2026 to 8 March 2026",
        "Friday 6 March – Sunday 8 March 2026",
    ],
)  # fmt: skip
def test_dates_without_hours_are_one_stretch(typed: str) -> None:
    assert read(typed) == stretch("2026-03-06", "2026-03-08")


@pytest.mark.parametrize(
    "typed",
    [
        "Friday 6 March 2026, 6pm to Sunday 8 March 2026, 4pm",
        "from 6/3/2026 at 18:00 until 8/3/2026 at 16:00",
        "Fri 6 March 2026 6pm - Sun 8 March 2026 4pm",
    ],
)
def test_from_one_moment_to_another_is_one_stretch(typed: str) -> None:
    assert read(typed) == stretch("2026-03-06", "2026-03-08", "18:00-16:00")


def test_a_night_of_one_date_ends_on_the_next() -> None:
    assert read("Saturday 7 March 2026, 10pm to 2am") == dated("2026-03-07", "22:00-02:00")


@pytest.mark.parametrize(
    ("typed", "dates"),
    [
        ("The Saturday after next", "2026-12-05"),
        ("tomorrow", "2026-11-23"),
        ("in 10 days", "2026-12-02"),
        ("this Sunday", "2026-11-22"),
        ("two weeks from now", "2026-12-06"),
    ],
)
def test_an_example_guide_counts_dates_from_today(typed: str, dates: str) -> None:
    assert read(f"{typed}, 2pm to 4pm", relative=True) == dated(dates, "14:00-16:00")


def test_a_real_guide_does_not() -> None:
    assert told("tomorrow, 2pm") == (
        "[dates-exist] “tomorrow” changes with the day it is read on. "
        "Write the date itself: 23 November 2026"
    )


def test_a_weekday_by_itself_is_every_week_in_an_example_guide_too() -> None:
    assert read("Saturday, 2pm", relative=True) == weekly("Sa", "14:00")


@pytest.mark.parametrize("typed", ["By appointment", "by appointment only"])
def test_what_is_arranged_has_no_days(typed: str) -> None:
    assert read(typed) == Rule(days=Arranged(), by_appointment=True)


@pytest.mark.parametrize("typed", ["Bank holidays, 2pm", "2pm, only on bank holidays"])
def test_bank_holidays_are_days_too(typed: str) -> None:
    assert read(typed) == weekly(DAILY, "14:00", bank_holidays=BankHolidays.ONLY_ON)


@pytest.mark.parametrize(
    ("typed", "one", "other"),
    [
        (
            "every second Thursday",
            "Every two weeks on Thursday from 26 November 2026, 7pm to 9pm",
            "Second Thursday of the month, 7pm to 9pm",
        ),
        (
            "2nd Saturday",
            "Every two weeks on Saturday from 28 November 2026, 7pm to 9pm",
            "Second Saturday of the month, 7pm to 9pm",
        ),
        (
            "every 3rd Friday",
            "Every 3 weeks on Friday from 27 November 2026, 7pm to 9pm",
            "Third Friday of the month, 7pm to 9pm",
        ),
    ],
)
def test_every_second_is_asked_about_with_both_readings(typed: str, one: str, other: str) -> None:
    reason = why(f"{typed}, 7pm to 9pm")
    assert reason.rule == "schedules-clear"
    assert reason.message == f"“{typed}” can mean two things."
    assert reason.fix == f"Write one of these: {one}; or: {other}"
    assert reason.wrong == typed


def test_both_readings_of_every_second_have_the_first_date_that_was_said() -> None:
    assert why("every second Thursday from 7 January 2027, 7pm").fix == (
        "Write one of these: Every two weeks on Thursday from 7 January 2027, 7pm; "
        "or: Second Thursday of the month from 7 January 2027, 7pm"
    )


def test_every_two_weeks_asks_from_which_date() -> None:
    assert told("every two weeks on Thursday, 7pm") == (
        "[schedules-clear] It does not say from which date. "
        "Write it like this: Every two weeks on Thursday from 26 November 2026, 7pm"
    )


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("fortnightly on Mondays from 8 December 2026", "14 December 2026"),
        ("every two months on the first Monday from 20 January 2027", "1 February 2027"),
    ],
)
def test_a_first_date_that_leaves_open_which_week_is_asked_about(typed: str, first: str) -> None:
    reason = why(typed)
    assert "that is not one of its days" in reason.message
    assert f"from {first}" in reason.fix


def test_every_other_of_several_days_is_asked_about() -> None:
    typed = "every other Tuesday and Thursday from 1 December 2026"
    assert "“Tuesday and Thursday” can mean that each of them" in told(typed)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("Saturday 3 July", "Saturday 3 July 2027"),
        ("Monday 23 November", "Monday 23 November 2026"),
        ("Sunday 22 November", "Sunday 22 November 2026"),
    ],
)
def test_a_date_asks_for_its_year_and_shows_the_one_with_that_weekday(
    typed: str, right: str
) -> None:
    reason = why(f"{typed}, 2pm")
    assert reason.message == f"“{typed}” does not say which year."
    assert reason.fix == f"Write it like this: {right}, 2pm"
    assert (reason.wrong, reason.right) == (typed, right)


def test_without_a_weekday_the_coming_date_is_only_an_example() -> None:
    reason = why("3 and 10 July, 2pm")
    assert reason.fix == ("Write it like this: Saturday 3 July 2027 and Saturday 10 July 2027, 2pm")
    assert reason.right == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("30 February 2027", "30 February 2027 is not a date: February 2027 has 28 days."),
        ("Sunday 29 February 2027", "February 2027 has 28 days"),
        ("Tuesday 3 July 2027", "3 July 2027 is a Saturday, not a Tuesday."),
        ("Tue 2027-07-03", "3 July 2027 is a Saturday, not a Tuesday."),
        ("Sundays 3 and 10 July 2027", "3 July 2027 is a Saturday, not a Sunday."),
        ("Mondays, not on 31 June", "31 June is not a date: June has 30 days."),
        ("11/23/2026", "There is no month 23."),
    ],
)
def test_a_date_that_does_not_exist_is_a_problem(typed: str, said: str) -> None:
    assert said in told(f"{typed}, 2pm")
    assert why(f"{typed}, 2pm").rule == "dates-exist"


@pytest.mark.parametrize(
    "typed",
    [
        "8 March 2026 to 6 March 2026, 10am",
        "Sunday 8 March 2026, 6pm to Friday 6 March 2026, 4pm",
        "Mondays from 1 March 2027 until 1 February 2027",
        "Mondays until 1 March 2026, from 1 March 2027",
    ],
)
def test_a_last_day_before_the_first_is_a_problem(typed: str) -> None:
    assert why(typed).rule == "times-in-order"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("24 December and 7 January 2027, 2pm", "are not in order"),
        ("24 December 2026 and 25 December, 2pm", "Not all the dates"),
        ("10 to 12, 14 July 2027", "can be dates or times"),
        ("10, 14 July 2027", "can be dates or times"),
        ("Monday 7 September to Monday 14 December 2026, 10am", "Is it on every day?"),
        ("3 July 2027 or 10 July 2027, 2pm", "“or”"),
        ("3 July 2027, 2pm, not on bank holidays", "is a date, and"),
        ("6 to 7 March 2026, 2pm, not on 6 to 7 March", "leave nothing"),
        ("Friday 6 March 2026, midnight to Sunday 8 March 2026, 4pm", "night before that day"),
        ("1 May and 25 December every year", "more than one line can say"),
        ("weekly on the first Monday", "go together"),
        ("every month on Tuesdays", "go together"),
        ("7pm", "It does not say on which day. Write it like this: Every Tuesday, 7pm"),
        ("", "It does not say on which day."),
        ("fortnightly, any time", "It does not say on which day."),
        ("6 to 8 March 2026, 10am, except Tuesdays", "that are not among “6 to 8 March 2026”"),
        ("3 July 2027 every year", "has a year, and it says every year"),
        ("weekly, 7pm", "It does not say on which day."),
    ],
)
def test_days_that_can_be_meant_in_two_ways_are_asked_about(typed: str, said: str) -> None:
    assert said in told(typed)


def test_an_exception_of_every_year_is_not_a_date_without_its_year() -> None:
    assert read("Mondays, not on 25 December") == weekly("Mo", except_yearly=(yearly("12-25"),))
