"""From, until, except, term time and bank holidays hold for what they are said of, or are asked."""

from __future__ import annotations

from datetime import date

import pytest
from builders import TODAY
from rules_in_short import (
    DAILY,
    MO_TO_FR,
    monthly,
    read,
    span,
    told,
    weekly,
    why,
    yearly,
)

from doorstep.schedules.reading import read_rules
from doorstep.schedules.rules import BankHolidays, Rule, Terms

DECEMBER_7 = date(2026, 12, 7)
MARCH_29 = date(2027, 3, 29)
NOT_AUGUST = tuple(month for month in range(1, 13) if month != 8)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("from 7 December 2026", DECEMBER_7, None),
        ("starting on Monday 7 December 2026", DECEMBER_7, None),
        ("beginning 7/12/2026", DECEMBER_7, None),
        ("until 29 March 2027", None, MARCH_29),
        ("till Mon 29 March 2027", None, MARCH_29),
        ("ending on 29 March 2027", None, MARCH_29),
        ("from 7 December 2026 until 29 March 2027", DECEMBER_7, MARCH_29),
        ("from 7 December 2026 to 29 March 2027", DECEMBER_7, MARCH_29),
        ("from 7 December 2026, until 29 March 2027", DECEMBER_7, MARCH_29),
        ("7 December 2026 to 29 March 2027", DECEMBER_7, MARCH_29),
        ("from 7 December 2026 until 7 December 2026", DECEMBER_7, DECEMBER_7),
    ],
)
def test_a_first_and_a_last_date_are_read(
    typed: str, first: date | None, last: date | None
) -> None:
    meant = weekly("Mo", "14:00", first=first, last=last)
    assert read(f"Mondays {typed}, 2pm") == meant
    assert read(f"Mondays 2pm, {typed}") == meant


@pytest.mark.parametrize(
    "typed",
    ["Mondays from 10am until 4pm", "Mondays from 10am", "from 10am to 4pm on Mondays"],
)
def test_from_and_until_before_a_time_are_times(typed: str) -> None:
    assert read(typed) in (weekly("Mo", "10:00-16:00"), weekly("Mo", "10:00"))


def test_dates_and_times_may_both_have_a_from_and_an_until() -> None:
    typed = "Mondays from 7 December 2026 until 29 March 2027 from 10am until 4pm"
    meant = weekly("Mo", "10:00-16:00", first=DECEMBER_7, last=MARCH_29)
    assert read(typed) == meant


@pytest.mark.parametrize("typed", ["from Monday 7 December", "until Monday 7 December"])
def test_a_first_or_last_date_asks_for_its_year(typed: str) -> None:
    reason = why(f"Mondays {typed}, 2pm")
    assert reason.message == "“Monday 7 December” does not say which year."
    assert reason.right == "Monday 7 December 2026"


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("not in August", NOT_AUGUST),
        ("except August", NOT_AUGUST),
        ("except in August", NOT_AUGUST),
        ("but not in August", NOT_AUGUST),
        ("closed in August", NOT_AUGUST),
        ("no meetings in August", NOT_AUGUST),
        ("not in July or August", tuple(m for m in range(1, 13) if m not in (7, 8))),
        ("not in December and January", tuple(range(2, 12))),
        ("not in April to October", (1, 2, 3, 11, 12)),
        ("in July and August only", (7, 8)),
        ("July and August only", (7, 8)),
        ("only in July", (7,)),
        ("in April to October", tuple(range(4, 11))),
        ("from April to October", tuple(range(4, 11))),
        ("in November to March", (1, 2, 3, 11, 12)),
        ("in April to October, not in August", (4, 5, 6, 7, 9, 10)),
    ],
)
def test_months_are_read(typed: str, months: tuple[int, ...]) -> None:
    assert read(f"Mondays 2pm, {typed}") == weekly("Mo", "14:00", months=months)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("in term time", Terms.IN_TERM),
        ("term time only", Terms.IN_TERM),
        ("term-time only", Terms.IN_TERM),
        ("during term-time", Terms.IN_TERM),
        ("(term time)", Terms.IN_TERM),
        ("not in school holidays", Terms.IN_TERM),
        ("except school holidays", Terms.IN_TERM),
        ("in school holidays", Terms.OUT_OF_TERM),
        ("school holidays only", Terms.OUT_OF_TERM),
        ("not in term time", Terms.OUT_OF_TERM),
    ],
)
def test_term_time_is_read(typed: str, terms: Terms) -> None:
    meant = weekly("Mo", "14:00", terms=terms)
    assert read(f"Mondays {typed}, 2pm") == meant
    assert read(f"Mondays, 2pm, {typed}") == meant


@pytest.mark.parametrize(
    ("typed", "holidays"),
    [
        ("not on bank holidays", BankHolidays.NOT_ON),
        ("not bank holidays", BankHolidays.NOT_ON),
        ("closed on bank holidays", BankHolidays.NOT_ON),
        ("except public holidays", BankHolidays.NOT_ON),
        ("excluding bank and public holidays", BankHolidays.NOT_ON),
        ("only on bank holidays", BankHolidays.ONLY_ON),
        ("bank holidays only", BankHolidays.ONLY_ON),
        ("and bank holidays", BankHolidays.ALSO_ON),
        ("including bank holidays", None),
    ],
)
def test_bank_holidays_are_read(typed: str, holidays: BankHolidays | None) -> None:
    assert read(f"Mondays {typed}, 2pm") == weekly("Mo", "14:00", bank_holidays=holidays)


def test_sundays_and_bank_holidays_are_both() -> None:
    meant = weekly("Su", "10:00-16:00", bank_holidays=BankHolidays.ALSO_ON)
    assert read("Sundays and bank holidays, 10am to 4pm") == meant


def test_including_bank_holidays_is_asked_about_where_it_adds_days() -> None:
    assert told("Sundays including bank holidays") == (
        "[schedules-clear] “Including bank holidays” can mean two things. "
        "Write one of these: Every Sunday and bank holidays; or: Every Sunday"
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("except 24 December 2026", weekly("Th", "14:00", except_dates=(span("2026-12-24"),))),
        (
            "not on 24 or 31 December 2026",
            weekly("Th", "14:00", except_dates=(span("2026-12-24"), span("2026-12-31"))),
        ),
        (
            "except 20 December 2026 to 3 January 2027",
            weekly("Th", "14:00", except_dates=(span("2026-12-20", "2027-01-03"),)),
        ),
        (
            "except August 2027",
            weekly("Th", "14:00", except_dates=(span("2027-08-01", "2027-08-31"),)),
        ),
        ("but not 25 December", weekly("Th", "14:00", except_yearly=(yearly("12-25"),))),
        ("closed Christmas Day", weekly("Th", "14:00", except_yearly=(yearly("12-25"),))),
        (
            "except 24 December to 2 January",
            weekly("Th", "14:00", except_yearly=(yearly("12-24", "01-02"),)),
        ),
        (
            "except 25 December, not on 24 December 2026",
            weekly(
                "Th",
                "14:00",
                except_yearly=(yearly("12-25"),),
                except_dates=(span("2026-12-24"),),
            ),
        ),
    ],
)
def test_dates_are_left_out(typed: str, meant: Rule) -> None:
    assert read(f"Thursdays, 2pm, {typed}") == meant
    assert read(f"Thursdays {typed}, 2pm") == meant


def test_an_exception_may_be_counted_from_today_in_an_example() -> None:
    meant = weekly("Tu", except_dates=(span("2026-11-24"),), first=date(2026, 11, 23))
    typed = "Every Tuesday from tomorrow, except next Tuesday"
    assert read(typed, relative=True) == meant


def test_exceptions_of_several_sorts_are_joined() -> None:
    typed = "Weekdays 2pm, not in August or on bank holidays"
    meant = weekly(MO_TO_FR, "14:00", months=NOT_AUGUST, bank_holidays=BankHolidays.NOT_ON)
    assert read(typed) == meant


def test_school_and_bank_holidays_are_two_exceptions() -> None:
    meant = weekly("Mo", terms=Terms.IN_TERM, bank_holidays=BankHolidays.NOT_ON)
    assert read("Mondays, not in school and bank holidays") == meant


def test_all_limits_go_together() -> None:
    typed = (
        "Last Friday of the month in term time from 7 December 2026 until 29 March 2027, "
        "6.30-9pm, by appointment, not in January, not on bank holidays, except 25 December"
    )
    assert read(typed) == monthly(
        "-1Fr",
        "18:30-21:00",
        by_appointment=True,
        first=DECEMBER_7,
        last=MARCH_29,
        months=tuple(range(2, 13)),
        terms=Terms.IN_TERM,
        bank_holidays=BankHolidays.NOT_ON,
        except_yearly=(yearly("12-25"),),
    )


def test_an_appointment_is_a_limit_where_there_are_days() -> None:
    assert read("Weekdays 9am-5pm by appointment") == weekly(
        MO_TO_FR, "09:00-17:00", by_appointment=True
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (
            "Mondays 10am-12pm and Thursdays 2-4pm",
            (weekly("Mo", "10:00-12:00"), weekly("Th", "14:00-16:00")),
        ),
        (
            "Monday - Thursday 9am-4pm, Friday 9am -3pm",
            (weekly("Mo Tu We Th", "09:00-16:00"), weekly("Fr", "09:00-15:00")),
        ),
        ("Monday 10am Tuesday 2pm", (weekly("Mo", "10:00"), weekly("Tu", "14:00"))),
        ("10am Mondays, 2pm Tuesdays", (weekly("Mo", "10:00"), weekly("Tu", "14:00"))),
        ("10am on Mondays; Tuesdays, 2pm", (weekly("Mo", "10:00"), weekly("Tu", "14:00"))),
        (
            "Mondays 10am. First Saturday of the month 2pm.",
            (weekly("Mo", "10:00"), monthly("1Sa", "14:00")),
        ),
        (
            "Mondays in term time 10am and Tuesdays 2pm",
            (weekly("Mo", "10:00", terms=Terms.IN_TERM), weekly("Tu", "14:00")),
        ),
        (
            "Mondays 10am, not in August. Tuesdays 2pm.",
            (weekly("Mo", "10:00", months=NOT_AUGUST), weekly("Tu", "14:00")),
        ),
        (
            "Mondays 10am. Tuesdays 2pm. Not in August.",
            (
                weekly("Mo", "10:00", months=NOT_AUGUST),
                weekly("Tu", "14:00", months=NOT_AUGUST),
            ),
        ),
        (
            "April to October: Mondays at 2pm; Saturdays at 3pm.",
            (
                weekly("Mo", "14:00", months=tuple(range(4, 11))),
                weekly("Sa", "15:00", months=tuple(range(4, 11))),
            ),
        ),
        (
            "Mon-Fri 9am-5pm, Sat 10am-2pm, closed on bank holidays",
            (
                weekly(MO_TO_FR, "09:00-17:00", bank_holidays=BankHolidays.NOT_ON),
                weekly("Sa", "10:00-14:00", bank_holidays=BankHolidays.NOT_ON),
            ),
        ),
        (
            "weekly on Mondays 10am, fortnightly on Tuesdays from 1 December 2026, 2pm",
            (
                weekly("Mo", "10:00"),
                weekly("Tu", "14:00", every=2, first=date(2026, 12, 1)),
            ),
        ),
        (
            "Monday 1-5pm, Tuesday closed, Wednesday 1-8pm",
            (weekly("Mo", "13:00-17:00"), weekly("We", "13:00-20:00")),
        ),
        (
            "Monday: 1-5pm Tuesday: closed Wednesday: 1-8pm",
            (weekly("Mo", "13:00-17:00"), weekly("We", "13:00-20:00")),
        ),
        ("Every day 10am, Monday closed", (weekly("Tu We Th Fr Sa Su", "10:00"),)),
        ("Every day 10am, closed Mondays", (weekly("Tu We Th Fr Sa Su", "10:00"),)),
        (
            "Mondays 10am-12pm and Mondays 2-4pm",
            (weekly("Mo", "10:00-12:00"), weekly("Mo", "14:00-16:00")),
        ),
    ],
)
def test_a_line_may_hold_several_rules(typed: str, meant: tuple[Rule, ...]) -> None:
    assert read_rules(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("Mondays 10am and Tuesdays 2pm, not in August", "not in August"),
        ("In term time Mondays 10am and Tuesdays 2pm", "In term time"),
        ("Mondays 10am, in term time, Tuesdays 2pm", "in term time"),
        ("Mondays 10am in term time Tuesdays 2pm", "in term time"),
        ("Mondays 10am, Tuesdays 2pm by appointment", "by appointment"),
        ("Mondays 10am. Tuesdays 2pm, not in August.", "not in August"),
    ],
)
def test_a_limit_that_may_be_of_one_part_or_of_all_is_asked_about(typed: str, about: str) -> None:
    reason = why(typed)
    assert reason.message == f"“{about}” can be meant for all of this line or for one part of it."
    assert reason.wrong == about


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Monday 1-5pm Tuesday closed Wednesday 1-8pm", "“closed Wednesday” can be of the days"),
        ("every day, closed on Mondays, 2-4pm", "“closed on Mondays” can be of the days"),
        ("Monday, Tuesday 10am, Wednesday", "“Wednesday” has no times"),
        ("Mondays and Saturday 3 July 2027, 2pm", "“Mondays” has no times"),
        ("Mondays 10am in term time 2pm", "“10am” and “2pm” go together"),
        ("Mondays weekly, fortnightly", "go together"),
        ("Tuesdays and school holidays", "“Tuesdays” and “school holidays” go together"),
        ("Mondays in term time and in July", "“in term time” and “in July” go together"),
        ("except in July school holidays, Mondays", "go together"),
        ("Monday 25 December every year", "go together"),
        ("Mondays, not on Monday 25 December", "“Monday 25 December” does not say which year."),
        ("Mondays 2pm, any time", "go together"),
        ("Tuesdays 1 December 2026", "“Tuesdays” and “1 December 2026” go together"),
        ("Tuesdays, 1 December 2026", "“Tuesdays” and “1 December 2026” go together"),
        ("last Monday and Tuesday", "go together"),
        ("Tues/Thurs 10-12/2-4pm", "“/”"),
        ("7pm. Mondays.", "“Mondays” has no times"),
        ("Mondays 10am-12, first Monday of the month 10am-2pm", "Monday is in here twice"),
        ("last Friday 7pm, fourth Friday 7pm", "Friday is in here twice"),
        ("Sundays 2pm, Sunday 5 July 2026 2pm", "Sunday is in here twice"),
        ("31 to 1 May every year", "more than one line can say"),
        ("First Sunday of the month including bank holidays", "can mean two things"),
        ("Mondays including bank holidays, not on bank holidays", "two things about bank holi"),
        ("3 July 2027 including bank holidays", "is a date, and the line also says"),
        ("daily Monday", "“daily” and “Monday” go together"),
        ("Thursday closed", "It only says when it is closed. Leave this line out"),
        (
            "Monday - Friday, 9am - 4pm. Wednesday, 9am - 9pm.",
            (
                "Wednesday is in here twice, at different times. If that is what is meant, "
                "write two lines: “Every Monday, Tuesday, Thursday and Friday, 9am to 4pm” "
                "and “Every Wednesday, 9am to 9pm”."
            ),
        ),
        ("Mondays 10am and Mondays 10am-12pm", "Monday is in here twice"),
        (
            "Monday to Friday: 9am - 4pm, Sunday and Public Holidays 12 noon - 4pm.",
            (
                "On a bank holiday two of these times could hold. If that is what is meant, "
                "write two lines: “Monday to Friday, 9am to 4pm, not on bank holidays” "
                "and “Every Sunday and bank holidays, midday to 4pm”."
            ),
        ),
        ("Every day except every day", "The exceptions leave nothing of “Every day”."),
        ("Mondays in July, not in July", "The exceptions leave nothing of “Mondays”."),
        ("Mondays, closed Mondays", "leave nothing"),
        ("Weekdays except Sunday", "It leaves out Sunday, and “Weekdays” is never on a Sunday."),
        ("15th of the month, not on Sundays", "Sunday cannot be left out"),
        ("Mondays in term time, in school holidays", "It says two things whether in term time."),
        ("from 1 March 2027 Mondays from 8 March 2027", "It says two things from which date."),
        ("Mondays and", "“and” joins nothing here."),
        ("and Mondays", "“and” joins nothing here."),
    ],
)
def test_what_does_not_go_together_is_asked_about(typed: str, said: str) -> None:
    assert said in told(typed)


def test_rules_of_different_months_may_have_the_same_days() -> None:
    typed = "Mondays in July, 10am to 4pm. Mondays in August, 10am to 2pm"
    assert read_rules(typed, TODAY) == (
        weekly("Mo", "10:00-16:00", months=(7,)),
        weekly("Mo", "10:00-14:00", months=(8,)),
    )


def test_the_same_said_twice_is_said_once() -> None:
    assert read_rules("Mondays. Mondays.", TODAY) == (weekly("Mo"),)


def test_everything_goes_with_every_day() -> None:
    meant = weekly(DAILY, "10:00-17:00", bank_holidays=BankHolidays.NOT_ON)
    assert read("10am to 5pm daily, not on bank holidays") == meant
