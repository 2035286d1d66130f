"""A rule is said in one sentence, in the house style."""

from __future__ import annotations

from datetime import date, time
from gettext import NullTranslations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from made_up_rules import rules

from doorstep.schedules.rules import (
    EVERY_DAY,
    LAST,
    Arranged,
    BankHolidays,
    Dates,
    DateSpan,
    DayPart,
    Hours,
    MonthDays,
    Monthly,
    Recurrence,
    Rule,
    Stretch,
    Terms,
    Weekly,
    YearlySpan,
)
from doorstep.schedules.wording import plainly_worded, worded
from doorstep.words import Words, english

if TYPE_CHECKING:
    from doorstep.schedules.rules import Days

ENGLISH = english()
MORNING = Hours(time(10, 30), time(12))
AFTERNOON = Hours(time(14), time(16))
EVENING = Hours(time(19))
NIGHT = Hours(time(22), time(2))
MONDAY = Weekly((0,))
FRIDAY = date(2026, 3, 6)
SATURDAY = date(2026, 3, 7)
SUNDAY = date(2026, 3, 8)
CHRISTMAS = YearlySpan((12, 25), (12, 25))
CHRISTMAS_EVE = DateSpan(date(2026, 12, 24), date(2026, 12, 24))
NEW_YEARS_EVE = DateSpan(date(2026, 12, 31), date(2026, 12, 31))


def months_but(*left_out: int) -> tuple[int, ...]:
    return tuple(month for month in range(1, 13) if month not in left_out)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (Weekly((1,)), "Every Tuesday"),
        (Weekly((1, 3)), "Every Tuesday and Thursday"),
        (Weekly((0, 2, 4)), "Every Monday, Wednesday and Friday"),
        (Weekly((5, 6)), "Every Saturday and Sunday"),
        (Weekly((0, 1, 2, 3, 4)), "Monday to Friday"),
        (Weekly((0, 1, 2, 4)), "Monday to Wednesday and Friday"),
        (Weekly((0, 3, 4, 5, 6)), "Thursday to Monday"),
        (Weekly((0, 6)), "Every Monday and Sunday"),
        (Weekly(EVERY_DAY), "Every day"),
        (Monthly(((2, 5),)), "Second Saturday of the month"),
        (Monthly(((1, 2), (3, 2))), "First and third Wednesday of the month"),
        (Monthly(((1, 0), (3, 3))), "First Monday and third Thursday of the month"),
        (Monthly(((4, 4), (5, 4), (LAST, 4))), "Fourth, fifth and last Friday of the month"),
        (MonthDays((1, 2, 3, 4)), "The 1st, 2nd, 3rd and 4th of the month"),
        (MonthDays((11, 21, 22, 23)), "The 11th, 21st, 22nd and 23rd of the month"),
        (Dates((SATURDAY,)), "Saturday 7 March 2026"),
        (Stretch(FRIDAY, SUNDAY), "Friday 6 to Sunday 8 March 2026"),
        (Arranged(), "By appointment"),
    ],
)
def test_days_are_said_as_people_here_say_them(days: Days, words: str) -> None:
    assert worded(Rule(days=days), ENGLISH) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (Weekly((0,), 2), "Every two weeks on Monday from 7 December 2026"),
        (Weekly((0, 3), 3), "Every 3 weeks on Monday and Thursday from 7 December 2026"),
        (Weekly(EVERY_DAY, 2), "Every two weeks on Monday to Sunday from 7 December 2026"),
        (Monthly(((1, 0),), 2), "Every two months on the first Monday from 7 December 2026"),
        (Monthly(((1, 0),), 3), "Every 3 months on the first Monday from 7 December 2026"),
        (Recurrence("FREQ=DAILY;INTERVAL=3"), "rrule: FREQ=DAILY;INTERVAL=3 from 7 December 2026"),
    ],
)
def test_what_skips_weeks_or_months_says_from_which_day(days: Days, words: str) -> None:
    assert worded(Rule(days=days, first=date(2026, 12, 7)), ENGLISH) == words


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ((MORNING,), "10:30am to midday"),
        ((MORNING, AFTERNOON), "10:30am to midday and 2pm to 4pm"),
        ((EVENING,), "7pm"),
        ((NIGHT,), "10pm to 2am the next day"),
        ((Hours(time(19), time(0)),), "7pm to midnight"),
        ((Hours(time(0), time(2)),), "midnight at the start of the day to 2am"),
        ((Hours(time(9), time(9)),), "9am to 9am the next day"),
    ],
)
def test_hours_follow_the_days_after_a_comma(hours: tuple[Hours, ...], words: str) -> None:
    assert worded(Rule(days=MONDAY, hours=hours), ENGLISH) == f"Every Monday, {words}"


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (DayPart.NOT_SAID, "Every Monday"),
        (DayPart.ALL_DAY, "Every Monday, all day"),
        (DayPart.ANY_TIME, "Every Monday, any time, day or night"),
        (DayPart.DAYLIGHT, "Every Monday, dawn to dusk"),
    ],
)
def test_without_hours_the_part_of_the_day_is_said(part: DayPart, words: str) -> None:
    assert worded(Rule(days=MONDAY, part=part), ENGLISH) == words


def test_what_is_always_there_is_said_without_days() -> None:
    always = Rule(days=Weekly(EVERY_DAY), part=DayPart.ANY_TIME)
    assert worded(always, ENGLISH) == "Any time, day or night"


def test_what_has_to_be_arranged_first_says_so_after_its_hours() -> None:
    rule = Rule(days=MONDAY, hours=(AFTERNOON,), by_appointment=True)
    assert worded(rule, ENGLISH) == "Every Monday, 2pm to 4pm, by appointment"


def test_by_appointment_is_said_once() -> None:
    assert worded(Rule(days=Arranged(), by_appointment=True), ENGLISH) == "By appointment"


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ((FRIDAY, SATURDAY, SUNDAY), "Friday 6 to Sunday 8 March 2026"),
        ((SATURDAY, SUNDAY), "Saturday 7 March 2026 and Sunday 8 March 2026"),
        (
            (FRIDAY, SATURDAY, SUNDAY, date(2026, 3, 14)),
            "Friday 6 to Sunday 8 March 2026 and Saturday 14 March 2026",
        ),
        (
            (date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 2)),
            "Saturday 28 February to Monday 2 March 2026",
        ),
        (
            (date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2)),
            "Thursday 31 December 2026 to Saturday 2 January 2027",
        ),
    ],
)
def test_dates_in_a_row_with_the_same_hours_are_said_as_one(
    dates: tuple[date, ...], words: str
) -> None:
    assert worded(Rule(days=Dates(dates), hours=(AFTERNOON,)), ENGLISH) == f"{words}, 2pm to 4pm"


def test_dates_in_a_row_without_hours_are_not_one_long_stretch() -> None:
    assert worded(Rule(days=Dates((FRIDAY, SATURDAY, SUNDAY))), ENGLISH) == (
        "Friday 6 March 2026, Saturday 7 March 2026 and Sunday 8 March 2026"
    )


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (Hours(time(18), time(16)), "Friday 6 March 2026, 6pm to Sunday 8 March 2026, 4pm"),
        (Hours(time(18)), "Friday 6 March 2026, 6pm to Sunday 8 March 2026"),
    ],
)
def test_a_stretch_starts_on_its_first_day_and_ends_on_its_last(hours: Hours, words: str) -> None:
    assert worded(Rule(days=Stretch(FRIDAY, SUNDAY), hours=(hours,)), ENGLISH) == words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Rule(days=MONDAY, terms=Terms.IN_TERM), "Every Monday in term time"),
        (Rule(days=MONDAY, terms=Terms.OUT_OF_TERM), "Every Monday in school holidays"),
        (
            Rule(days=MONDAY, bank_holidays=BankHolidays.NOT_ON),
            "Every Monday, not on bank holidays",
        ),
        (
            Rule(days=MONDAY, bank_holidays=BankHolidays.ONLY_ON),
            "Every Monday, only on bank holidays",
        ),
        (
            Rule(days=Weekly((6,)), bank_holidays=BankHolidays.ALSO_ON),
            "Every Sunday and bank holidays",
        ),
        (Rule(days=MONDAY, first=date(2026, 1, 7)), "Every Monday from 7 January 2026"),
        (Rule(days=MONDAY, last=date(2032, 12, 29)), "Every Monday until 29 December 2032"),
        (
            Rule(days=MONDAY, first=date(2026, 1, 7), last=date(2032, 12, 29)),
            "Every Monday from 7 January 2026 until 29 December 2032",
        ),
    ],
)
def test_conditions_are_said(rule: Rule, words: str) -> None:
    assert worded(rule, ENGLISH) == words


@pytest.mark.parametrize(
    ("months", "words"),
    [
        ((8,), "Every Monday in August"),
        ((4, 5, 6, 7, 8, 9, 10), "Every Monday in April to October"),
        ((1, 2, 3, 10, 11, 12), "Every Monday in October to March"),
        ((2, 3, 4, 9), "Every Monday in February to April and September"),
        (months_but(8), "Every Monday, not in August"),
        (months_but(7, 8), "Every Monday, not in July or August"),
        (months_but(6, 7, 8), "Every Monday in September to May"),
    ],
)
def test_months_are_said_the_shorter_way(months: tuple[int, ...], words: str) -> None:
    assert worded(Rule(days=MONDAY, months=months), ENGLISH) == words


@pytest.mark.parametrize(
    ("days", "months", "words"),
    [
        (Monthly(((1, 5),)), (3, 6, 9), "First Saturday of March, June and September"),
        (Monthly(((1, 5),)), (4, 5, 6, 7), "First Saturday of the month in April to July"),
        (Monthly(((1, 5),)), months_but(8), "First Saturday of the month, not in August"),
        (MonthDays((15,)), (3, 9), "The 15th of March and September"),
        (MonthDays((25,)), (12,), "25 December every year"),
        (MonthDays((24, 26)), (12,), "24 December and 26 December every year"),
    ],
)
def test_a_day_of_the_month_names_its_months(
    days: Days, months: tuple[int, ...], words: str
) -> None:
    assert worded(Rule(days=days, months=months), ENGLISH) == words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Rule(days=MONDAY, except_yearly=(CHRISTMAS,)), "except 25 December"),
        (
            Rule(days=MONDAY, except_yearly=(YearlySpan((12, 24), (1, 2)),)),
            "except 24 December to 2 January",
        ),
        (
            Rule(days=MONDAY, except_dates=(CHRISTMAS_EVE, NEW_YEARS_EVE)),
            "except 24 December 2026 and 31 December 2026",
        ),
        (
            Rule(days=MONDAY, except_dates=(DateSpan(date(2026, 12, 20), date(2027, 1, 3)),)),
            "except 20 December 2026 to 3 January 2027",
        ),
        (
            Rule(days=MONDAY, except_dates=(DateSpan(date(2026, 7, 27), date(2026, 7, 31)),)),
            "except 27 to 31 July 2026",
        ),
        (
            Rule(
                days=MONDAY,
                except_yearly=(CHRISTMAS,),
                except_dates=(CHRISTMAS_EVE, NEW_YEARS_EVE),
            ),
            "except 25 December, not on 24 December 2026 or 31 December 2026",
        ),
    ],
)
def test_exceptions_come_last(rule: Rule, words: str) -> None:
    assert worded(rule, ENGLISH) == f"Every Monday, {words}"


def test_a_whole_sentence_puts_days_before_hours_and_exceptions_after_them() -> None:
    rule = Rule(
        days=Monthly(((1, 2), (3, 2))),
        hours=(EVENING,),
        months=months_but(8),
        terms=Terms.IN_TERM,
        first=date(2026, 1, 7),
        bank_holidays=BankHolidays.NOT_ON,
        except_yearly=(CHRISTMAS,),
    )
    assert worded(rule, ENGLISH) == (
        "First and third Wednesday of the month in term time from 7 January 2026, 7pm, "
        "not in August, not on bank holidays, except 25 December"
    )


def test_what_an_expert_wrote_for_calendars_is_not_shown_to_neighbours() -> None:
    rule = Rule(days=Recurrence("FREQ=DAILY;INTERVAL=3"), first=FRIDAY, hours=(EVENING,))
    assert plainly_worded(rule, ENGLISH) == "On certain dates from 6 March 2026, 7pm"


@given(rules())
def test_a_sentence_starts_with_a_capital_and_has_no_full_stop(rule: Rule) -> None:
    words = plainly_worded(rule, ENGLISH)
    assert words[0].isupper() or words[0].isdigit()
    assert not words.endswith(".")


class Backwards(NullTranslations):
    """A language that says conditions before the days."""

    def gettext(self, message: str) -> str:
        """Return the message, some turned round."""
        turned = {
            "{days} in term time": "in term time {days}",
            "{sentence}, {more}": "{more}: {sentence}",
        }
        return turned.get(message, message)


def test_another_language_may_put_the_parts_in_another_order() -> None:
    rule = Rule(days=MONDAY, hours=(EVENING,), terms=Terms.IN_TERM)
    words = Words("en_GB", Backwards())
    assert worded(rule, words) == "7pm: in term time every Monday"
