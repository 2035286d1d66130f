"""Dates are read as people here write them, and those that do not exist are explained."""

from __future__ import annotations

from datetime import date

import pytest
from builders import TODAY
from hypothesis import given
from hypothesis import strategies as st

from doorstep.dates import DateNotRead, read_date, worded

TUESDAY = date(2026, 3, 3)
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


def why(text: str, *, relative: bool = False) -> str:
    with pytest.raises(DateNotRead) as reason:
        read_date(text, TODAY, relative=relative)
    return str(reason.value)


@pytest.mark.parametrize(
    "text",
    [
        "3/3/2026", "03/03/2026", "3.3.2026", "3-3-2026", "3 / 3 / 2026", "3/3/26",
        "2026-03-03", "2026/3/3", "2026-03-03T00:00:00Z",
        "3 March 2026", "3rd March 2026", "the 3rd of March 2026", "3 Mar 2026", "3 mar. 26",
        "03-Mar-2026", "March 3, 2026", "March 3rd 2026", "  3   MARCH\u00a02026. ",
        "Tuesday 3 March 2026", "Tuesday, 3 March 2026", "tues 3/3/2026", "Tue 3 March 2026",
    ],
)  # fmt: skip
def test_a_date_is_read_however_people_write_it(text: str) -> None:
    assert read_date(text, TODAY) == TUESDAY


def test_the_day_comes_before_the_month() -> None:
    assert read_date("3/11/2026", TODAY) == date(2026, 11, 3)


def test_september_may_be_shortened_to_four_letters() -> None:
    assert read_date("9 Sept 2026", TODAY) == date(2026, 9, 9)


def test_two_figures_mean_a_year_of_this_century() -> None:
    assert read_date("3/11/62", TODAY) == date(2062, 11, 3)


@given(DAYS)
def test_every_date_is_read_back_as_the_guide_writes_it(day: date) -> None:
    assert read_date(worded(day), TODAY) == day


@given(DAYS)
def test_every_iso_date_is_read(day: date) -> None:
    assert read_date(day.isoformat(), TODAY) == day


@given(DAYS)
def test_a_date_with_its_own_weekday_is_read(day: date) -> None:
    assert read_date(f"{day:%A} {worded(day)}", TODAY) == day


def read_or_told(text: str, relative: bool) -> date | str:
    try:
        return read_date(text, TODAY, relative=relative)
    except DateNotRead as reason:
        return str(reason)


@given(st.text() | st.from_regex(r"[0-9a-z/. -]{1,20}"), st.booleans())
def test_any_words_are_a_date_or_are_explained(text: str, relative: bool) -> None:
    outcome = read_or_told(text, relative)
    assert isinstance(outcome, date) or " " in outcome


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("30/2/2026", "30 February 2026 is not a date: February 2026 has 28 days. "),
        ("29 February 2026", "February 2026 has 28 days"),
        ("31.11.2026", "November 2026 has 30 days"),
        ("0/3/2026", "0 March 2026 is not a date"),
        ("3/13/2026", "There is no month 13. The day comes first, then the month, such as 13/03/"),
        ("11/23/2026", "such as 23/11/2026"),
        ("2026-45-99", "There is no month 45"),
        ("3 Brumaire 2026", "“brumaire” in “3 Brumaire 2026” is not a month"),
        ("3 March 1066", "The year 1066 is too far away"),
        ("Moonday 3 March 2026", "“moonday” is not a day of the week. 3 March 2026 is a Tuesday"),
        ("Wednesday 3 March 2026", "3 March 2026 is a Tuesday, not a Wednesday"),
        ("soon", "“soon” is not a date we can read. Write it like this: 22 November 2026"),
        ("", "is not a date we can read"),
    ],
)
def test_a_date_that_cannot_be_used_is_explained(text: str, said: str) -> None:
    assert said in why(text)


def test_a_real_29_february_is_a_date() -> None:
    assert read_date("29/2/2028", TODAY) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", date(2026, 11, 22)),
        ("yesterday", date(2026, 11, 21)),
        ("Tomorrow", date(2026, 11, 23)),
        ("40 days ago", date(2026, 10, 13)),
        ("a week ago", date(2026, 11, 15)),
        ("two weeks from now", date(2026, 12, 6)),
        ("in 3 days", date(2026, 11, 25)),
        ("Tuesday", date(2026, 11, 24)),
        ("next Tuesday", date(2026, 11, 24)),
        ("the Saturday after next", date(2026, 12, 5)),
        ("Sunday", date(2026, 11, 29)),
        ("this Sunday", date(2026, 11, 22)),
        ("last Sunday", date(2026, 11, 15)),
        ("last Friday", date(2026, 11, 20)),
    ],
)
def test_an_example_guide_may_count_from_today(text: str, day: date) -> None:
    assert read_date(text, TODAY, relative=True) == day


@pytest.mark.parametrize("text", ["40 days ago", "next Tuesday", "tomorrow"])
def test_a_real_guide_may_not_because_the_date_would_change_every_day(text: str) -> None:
    assert "changes with the day it is read on. Write the date itself:" in why(text)


def test_the_date_to_write_instead_is_worked_out() -> None:
    assert why("40 days ago").endswith("Write the date itself: 13 October 2026")


def test_a_count_that_leaves_the_calendar_is_explained() -> None:
    assert "too far away" in why("9999 years ago", relative=True)


@pytest.mark.parametrize("text", ["zero days ago", "0 days ago", "lots of weeks ago"])
def test_a_count_of_nothing_is_no_date(text: str) -> None:
    assert "is not a date we can read" in why(text, relative=True)
