"""What a schedule says in words is read as that same schedule, whatever it is."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from builders import TODAY
from hypothesis import given
from made_up_rules import (
    dated_rules,
    expert_rules,
    month_day_rules,
    monthly_rules,
    rules,
    weekly_rules,
    written_dates,
)

from doorstep.almanac import Almanac
from doorstep.dates import read_date
from doorstep.occurrences import Window, occurrences_of
from doorstep.schedules.reading import read_rules
from doorstep.schedules.rules import Dates, DateSpan, Rule
from doorstep.schedules.wording import worded
from doorstep.words import english

ENGLISH = english()
WINDOW = Window(date(2026, 10, 11), date(2027, 12, 22))
ALMANAC = Almanac((DateSpan(date(2026, 9, 2), date(2026, 12, 18)),))
HERE = ZoneInfo("Europe/London")


@given(weekly_rules())
def test_words_for_days_of_the_week_are_read_as_meant(rule: Rule) -> None:
    assert read_rules(worded(rule, ENGLISH), TODAY) == (rule,)


@given(monthly_rules())
def test_words_for_weekdays_of_the_month_are_read_as_meant(rule: Rule) -> None:
    assert read_rules(worded(rule, ENGLISH), TODAY) == (rule,)


@given(month_day_rules())
def test_words_for_days_of_the_month_are_read_as_meant(rule: Rule) -> None:
    assert read_rules(worded(rule, ENGLISH), TODAY) == (rule,)


@given(dated_rules())
def test_words_for_dates_are_read_as_meant(rule: Rule) -> None:
    assert read_rules(worded(rule, ENGLISH), TODAY) == (rule,)


@given(expert_rules())
def test_what_an_expert_wrote_is_read_as_meant(rule: Rule) -> None:
    assert read_rules(worded(rule, ENGLISH), TODAY) == (rule,)


@given(rules())
def test_capitals_and_a_full_stop_change_nothing(rule: Rule) -> None:
    words = worded(rule, ENGLISH)
    assert read_rules(f"{words.upper()}.", TODAY) == read_rules(words.lower(), TODAY) == (rule,)


@given(rules())
def test_a_schedule_that_is_worded_and_read_again_has_the_same_dates(rule: Rule) -> None:
    again = read_rules(worded(rule, ENGLISH), TODAY)
    before, after = (
        occurrences_of(some, (), "tea", WINDOW, ALMANAC, HERE) for some in ((rule,), again)
    )
    assert after == before


@given(written_dates())
def test_a_date_is_read_in_a_schedule_as_it_is_anywhere(written: tuple[str, date]) -> None:
    text, day = written
    assert (
        read_rules(f"{text}, 7pm", TODAY)[0].days
        == Dates((read_date(text, TODAY),))
        == Dates((day,))
    )
