"""Lines that were once read as something else than people mean by them."""

from __future__ import annotations

from datetime import date

import pytest
from builders import TODAY
from rules_in_short import DAILY, MO_TO_FR, read, told, weekly, why

from doorstep.schedules.examples import in_english
from doorstep.schedules.reading import read_rules
from doorstep.schedules.rules import BankHolidays, Terms


@pytest.mark.parametrize(
    ("typed", "one", "other"),
    [
        ("11-12.30am", "11pm to 12:30am the next day", "11am to 12:30pm"),
        ("11-2am", "11pm to 2am the next day", "11am to 2pm"),
        ("10-12am", "10pm to midnight", "10am to midday"),
        ("9-12am", "9pm to midnight", "9am to midday"),
        ("10-10am", "10pm to 10am the next day", "10am to 10pm"),
        ("12.30-1am", "12:30am to 1am", "12:30pm to 1pm"),
        ("12-12pm", "midnight at the start of the day to midday", "midday to midnight"),
        ("7-12pm", "7am to midday", "7pm to midnight"),
        ("9-9", "9am to 9pm", "9pm to 9am the next day"),
    ],
)
def test_times_in_which_am_and_pm_are_often_mixed_up_are_asked_about(
    typed: str, one: str, other: str
) -> None:
    choices = f"Write one of these: Every Tuesday, {one}; or: Every Tuesday, {other}"
    assert told(f"Tuesday {typed}").endswith(choices)


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("9-12pm", "09:00-12:00"),
        ("8-noon", "08:00-12:00"),
        ("7-midnight", "19:00-00:00"),
        ("10-11pm", "22:00-23:00"),
        ("8-8pm", "08:00-20:00"),
        ("9am-9", "09:00-21:00"),
    ],
)
def test_times_that_nobody_mistakes_are_read(typed: str, hours: str) -> None:
    assert read(f"Tuesday {typed}") == weekly("Tu", hours)


@pytest.mark.parametrize(
    ("exception", "limit"),
    [
        ("closed Saturdays", "in August"),
        ("not Saturdays", "in August"),
        ("except Mondays", "in term time"),
        ("not bank holidays", "in August"),
        ("closed Mondays", "from 3 January 2027"),
    ],
)
@pytest.mark.parametrize("before", [" ", ", ", ". "])
def test_a_limit_beside_an_exception_never_becomes_one_of_all_the_days(
    exception: str, limit: str, before: str
) -> None:
    message = told(f"Mon-Sat 10am-4pm{before}{exception} {limit}")
    assert f"how “{exception}” and “{limit}” go together" in message


def test_a_limit_after_a_comma_is_of_all_the_days() -> None:
    rule = read("Mondays 10am, not on bank holidays, in July and August")
    assert rule == weekly("Mo", "10:00", months=(7, 8), bank_holidays=BankHolidays.NOT_ON)


@pytest.mark.parametrize(
    "line",
    [
        "Sunday 10am (1st Sunday of the month 11am)",
        "Sundays 10am; first Sunday of the month 11am",
        "Mondays 10am-12, first Monday of the month 2pm",
        "Mon - Fri 10am-4pm (Thurs 8pm)",
        "10am-4pm Mon-Fri, 8pm Thurs",
        "daily 7pm, weekends 10am",
        "Mon-Fri 9am-5pm, Thurs 6pm-8pm",
    ],
)
def test_times_that_may_hold_in_place_of_others_are_asked_about(line: str) -> None:
    assert "in here twice, at different times" in told(line)


def test_the_same_days_at_other_times_are_simply_more_of_them() -> None:
    rules = read_rules("Sundays 9am, Sundays 6pm", TODAY)
    assert rules == (weekly("Su", "09:00"), weekly("Su", "18:00"))


@pytest.mark.parametrize(
    "line",
    [
        "Mondays 7pm. Not August. Tuesdays 8pm",
        "Mon-Fri 9am-5pm, closed on bank holidays, Sat 9am-1pm",
    ],
)
def test_a_limit_in_the_middle_can_be_of_one_part_or_of_all(line: str) -> None:
    assert "can be meant for all of this line or for one part of it" in told(line)


def test_closed_after_a_colon_is_asked_about_where_more_follows_it() -> None:
    message = why("Friday: closed on bank holidays: 8:30am to 6pm").message
    assert message.startswith("“closed on bank holidays” can be all that is closed")


def test_by_appointment_after_and_may_be_of_other_times() -> None:
    assert "“10am-12” and “by appointment” go together" in told(
        "Mondays 10am-12 and by appointment"
    )


@pytest.mark.parametrize("line", ["Mon-Fri 9am-5pm, bank holidays closed"])
def test_bank_holidays_that_are_closed_are_no_weekday(line: str) -> None:
    assert read(line) == weekly(MO_TO_FR, "09:00-17:00", bank_holidays=BankHolidays.NOT_ON)


@pytest.mark.parametrize(
    "days", ["bank holiday Mondays", "Bank Holiday Mondays only,", "every public holiday Monday"]
)
def test_bank_holiday_mondays_are_those_mondays_alone(days: str) -> None:
    rule = weekly("Mo", "12:00-15:00", bank_holidays=BankHolidays.ONLY_ON)
    assert read(f"{days} 12pm-3pm") == rule


@pytest.mark.parametrize("said", ["except bank holiday Mondays", "not on Bank Holiday Mondays"])
def test_mondays_without_bank_holiday_mondays_leave_out_bank_holidays(said: str) -> None:
    rule = weekly("Mo", "14:00", bank_holidays=BankHolidays.NOT_ON)
    assert read(f"every Monday 2pm, {said}") == rule


def test_other_days_may_have_bank_holidays_that_are_no_mondays() -> None:
    message = told("Mon-Fri 10am except bank holiday Mondays")
    assert "leaves out some bank holidays only, and “Mon-Fri” may be on others" in message


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("The 31st of the month in June", "June has 30 days"),
        ("31st of the month, February and April", "February has 29 days"),
        ("the 30th of the month in February", "February has 29 days"),
    ],
)
def test_a_day_that_a_named_month_does_not_have_is_refused(line: str, said: str) -> None:
    assert f"[dates-exist] {said}" in told(line)


@pytest.mark.parametrize("line", ["31st of the month, not in June", "29 February every year, 2pm"])
def test_a_day_that_only_some_months_have_is_read_and_read_back(line: str) -> None:
    rule = read(line)
    assert read(in_english(rule)) == rule


def test_days_that_are_never_between_the_dates_are_refused() -> None:
    assert told("Mondays 10-12 December 2026").startswith(
        "[schedules-clear] “Mondays” is on no day from 10 December 2026 until 12 December 2026."
    )


def test_numbered_and_plain_weekdays_do_not_mix_in_an_rrule() -> None:
    message = told("rrule: FREQ=MONTHLY;BYDAY=MO,2TU from 7 December 2026")
    assert "“BYDAY=MO,2TU” is not known" in message


def test_every_monday_between_two_dates_is_on_mondays() -> None:
    first, last = date(2027, 5, 3), date(2027, 6, 7)
    rule = read("Every Monday 3 May to 7 June 2027, 2pm")
    assert rule == weekly("Mo", "14:00", first=first, last=last)


@pytest.mark.parametrize("said", ["May-September", "from May to September", "May to Sept"])
def test_months_may_stand_before_hours(said: str) -> None:
    rule = weekly("Su", "14:00-17:00", months=(5, 6, 7, 8, 9))
    assert read(f"Sundays {said} 2-5pm") == rule


def test_a_shortened_word_may_end_in_a_stop() -> None:
    rule = weekly("Mo", "10:00", bank_holidays=BankHolidays.NOT_ON)
    assert read("Mondays 10am excl. bank holidays") == rule


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        (
            "fortnightly from Monday 7 December 2026, 2pm",
            "Write it like this: Every two weeks on Monday from 7 December 2026, 2pm",
        ),
        (
            "starts Monday 7 December 2026, 7pm",
            "Monday 7 December 2026, 7pm; or: Every Monday from 7 December 2026, 7pm",
        ),
        (
            "from 4 December 2026 to 6 December 2026, 10am to 4pm",
            "Write it like this: Every day from 4 December 2026 until 6 December 2026, 10am to 4pm",
        ),
        (
            "fortnightly on Mondays from Wednesday 9 December 2026",
            "or: Every two weeks on Monday from 21 December 2026",
        ),
        ("Closed Mondays", "Leave this line out: it is closed on all days that are not named."),
    ],
)
def test_the_advice_is_what_was_most_likely_meant(line: str, advice: str) -> None:
    assert why(line).fix.endswith(advice)


def test_two_months_in_one_word_are_not_taken_for_one_of_them() -> None:
    assert why("Sundays 2pm, May-Septembr").right == ""


def test_bank_holidays_after_months_can_be_of_those_months_or_of_the_year() -> None:
    message = told("Sundays in July and August, and bank holidays, 2-5pm")
    assert "“in July and August” and “and bank holidays” go together" in message


@pytest.mark.parametrize(
    "line",
    [
        "Mondays - 2pm - 4pm - term time only",
        "Mondays 2-4pm - in term time",
        "Mondays, 2-4pm – not in school holidays",
    ],
)
def test_a_dash_before_a_limit_is_a_comma(line: str) -> None:
    assert read(line) == weekly("Mo", "14:00-16:00", terms=Terms.IN_TERM)


@pytest.mark.parametrize("line", ["daily - 10am-4pm", "every day – 10am to 4pm"])
def test_a_dash_after_days_in_words_is_a_comma(line: str) -> None:
    assert read(line) == weekly(DAILY, "10:00-16:00")


@pytest.mark.parametrize("line", ["Mondays 2pm - until 29 March 2027", "Mon 10am - Fri 4pm"])
def test_a_dash_that_may_be_to_is_refused(line: str) -> None:
    assert "“-" in why(line).message


def test_until_after_an_exception_can_end_the_exception_or_all_of_it() -> None:
    question = why("Wednesdays 7pm, except 25 December until 29 March 2027")
    assert question.wrong == "25 December until 29 March 2027"
    assert "can mean two things" in question.message
