"""What no longer matters is left out of a rule, and it still holds on the same days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from made_up_rules import days, rules
from msgspec.structs import replace

from doorstep.almanac import Almanac
from doorstep.occurrences.days import days_of
from doorstep.schedules.as_of import AHEAD, as_of
from doorstep.schedules.reading import read_rules
from doorstep.schedules.rules import DateSpan, Recurrence, Rule
from doorstep.schedules.wording import plainly_worded
from doorstep.words import english

TODAY = date(2026, 11, 22)
ALMANAC = Almanac((DateSpan(date(2026, 11, 2), date(2026, 12, 18)),))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Every Tuesday, 7pm", "Every Tuesday, 7pm"),
        ("Every Tuesday from 6 January 2026, 7pm", "Every Tuesday, 7pm"),
        ("Every Tuesday from 5 January 2027, 7pm", "Every Tuesday from 5 January 2027, 7pm"),
        ("Every Tuesday until 28 December 2032, 7pm", "Every Tuesday, 7pm"),
        ("Every Tuesday until 5 January 2027, 7pm", "Every Tuesday until 5 January 2027, 7pm"),
        (
            "Every two weeks on Thursday from 8 January 2026, 7pm",
            "Every two weeks on Thursday from 26 November 2026, 7pm",
        ),
        (
            "Every two weeks on Sunday from 4 January 2026, 1pm, in April to May",
            "Every two weeks on Sunday in April and May from 11 April 2027, 1pm",
        ),
        ("Friday 2 to Sunday 4 July 2032, 10am", "Friday 2 to Sunday 4 July 2032, 10am"),
    ],
)
def test_a_rule_says_no_more_than_matters_today(written: str, said: str) -> None:
    (rule,) = read_rules(written, TODAY)
    assert plainly_worded(as_of(rule, TODAY), english()) == said


def test_weeks_are_never_counted_from_a_day_that_is_off() -> None:
    (rule,) = read_rules("Every two weeks on Thursday from 8 January 2026, 7pm", TODAY)
    assert as_of(rule, TODAY, date(2026, 12, 10)).first == date(2026, 12, 10)
    assert as_of(rule, TODAY, date(2026, 12, 1)).first == date(2026, 12, 10)


def test_exceptions_are_left_out_that_have_passed_or_are_far_off() -> None:
    (rule,) = read_rules("Every Friday, 7pm", TODAY)
    past, soon, far = (date(2025, 12, 26), date(2026, 12, 25), date(2028, 12, 29))
    spans = tuple(DateSpan(day, day) for day in (past, soon, far))
    shorter = as_of(replace(rule, except_dates=spans), TODAY)
    assert shorter.except_dates == (DateSpan(soon, soon),)


@given(rules(), days())
def test_it_still_holds_on_the_same_days_of_the_year_to_come(rule: Rule, today: date) -> None:
    # Which days an expert's own rule counts from is never said in words.
    assume(not isinstance(rule.days, Recurrence))
    year = DateSpan(today, today + AHEAD)
    assert list(days_of(as_of(rule, today), year, ALMANAC)) == list(days_of(rule, year, ALMANAC))
