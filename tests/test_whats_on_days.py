from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.occurrences import Window
from doorstep.views import whats_on_days as spans

MONDAY = date(2026, 11, 23)
WEEK = [MONDAY + timedelta(days=ahead) for ahead in range(7)]
ANY_DAY = st.dates(date(2020, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize("today", WEEK[:6], ids=lambda day: f"{day:%A}")
def test_the_weekend_is_the_coming_saturday_and_sunday_from_monday_to_saturday(today):
    assert spans.weekend(today) == Window(date(2026, 11, 28), date(2026, 11, 29))


def test_on_a_sunday_the_weekend_is_today_and_not_the_next_one():
    assert spans.weekend(WEEK[6]) == Window(date(2026, 11, 29), date(2026, 11, 29))


@pytest.mark.parametrize("today", WEEK, ids=lambda day: f"{day:%A}")
def test_next_week_is_the_coming_monday_to_sunday_on_every_day(today):
    assert spans.next_week(today) == Window(date(2026, 11, 30), date(2026, 12, 6))


@pytest.mark.parametrize("today", WEEK, ids=lambda day: f"{day:%A}")
def test_this_week_is_the_seven_days_from_today(today):
    window = spans.this_week(today)
    assert window.first == today
    assert len(spans.days_in(window)) == 7


@given(ANY_DAY)
def test_nothing_is_between_this_weekend_and_next_week(today):
    assert spans.next_week(today).first - spans.weekend(today).last == timedelta(days=1)


@given(ANY_DAY)
def test_the_weekend_is_never_over(today):
    assert today <= spans.weekend(today).first <= spans.weekend(today).last
    assert [day.weekday() for day in spans.days_in(spans.weekend(today))] in ([5, 6], [6])


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 12, 1), date(2026, 12, 31)),
        (date(2027, 2, 1), date(2027, 2, 28)),
        (date(2028, 2, 1), date(2028, 2, 29)),
        (date(2027, 4, 1), date(2027, 4, 30)),
    ],
)
def test_a_month_ends_on_its_last_day(first, last):
    assert spans.month(first) == Window(first, last)


@pytest.mark.parametrize("today", [date(2026, 1, 31), date(2028, 2, 29), date(2026, 12, 1)])
def test_the_months_are_this_one_and_the_twelve_after_it_without_a_gap(today):
    firsts = spans.months(today)
    assert (len(firsts), firsts[0]) == (13, today.replace(day=1))
    assert (firsts[-1].year, firsts[-1].month) == (today.year + 1, today.month)
    ends = [spans.month(first).last for first in firsts]
    assert [end + timedelta(days=1) for end in ends[:-1]] == list(firsts[1:])


@given(ANY_DAY)
def test_the_months_that_are_over_are_the_twelve_before_this_one(today):
    kept, later = spans.past_months(today), spans.months(today)
    assert spans.month_after(kept[0]) == later[0]
    assert [spans.month_after(first) for first in kept[1:]] == list(kept[:-1])
    assert len(kept) == 12


def test_lists_of_one_sort_look_four_weeks_ahead():
    assert len(spans.days_in(spans.coming_weeks(MONDAY))) == 28
