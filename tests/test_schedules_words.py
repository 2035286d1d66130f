"""Words that are no days or times are named, with sentences that would do."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from builders import TODAY
from hypothesis import given, settings
from hypothesis import strategies as st
from rules_in_short import read, told, weekly, why

from doorstep.schedules.reading import (
    ScheduleNotRead,
    read_moment,
    read_rules,
    read_span,
)
from doorstep.schedules.wording import worded
from doorstep.words import english

if TYPE_CHECKING:
    from doorstep.schedules.rules import Rule

VOCABULARY = (
    *("Monday", "Tuesdays", "Sat", "weekdays", "daily", "every", "other", "first", "2nd", "last"),
    *("of the month", "month", "week", "weeks", "two", "fortnightly", "monthly", "3 July 2027"),
    *("July", "25 December", "2027", "3", "10", "12", "15th", "10.30", "7pm", "2-4pm", "noon"),
    *("midnight", "19:00", "1030", "to", "-", "until", "from", "at", "on", "in", "and", ",", "."),
    *(":", ";", "/", "(", ")", "not", "except", "but", "only", "closed", "or", "term time"),
    *("school holidays", "bank holidays", "by appointment", "all day", "any time", "tomorrow"),
    *("the next day", "every year", "rrule:", "FREQ=DAILY", "open", "between", "the", "24/7"),
)
"""Words of the grammar, which put together at random make lines that nearly are one."""

LINES = st.lists(st.sampled_from(VOCABULARY), max_size=12).map(" ".join)
ENGLISH = english()


def test_every_word_that_is_not_known_is_named() -> None:
    reason = why("Most Fridays, weather permitting")
    assert reason.rule == "schedules-understood"
    assert reason.message == (
        "We cannot work out days and times from “Most” and “weather permitting”."
    )
    assert reason.wrong == "Most"


def test_the_sentences_shown_are_about_the_days_and_times_that_were_understood() -> None:
    assert why("Most Fridays 7-9pm, weather permitting").fix == (
        "Write one of these: Every Friday, 7pm to 9pm; or: First Friday of the month, 7pm to 9pm; "
        "or: By appointment. What else there is to say goes into the text below."
    )


def test_a_slip_of_the_pen_shows_the_word_that_was_meant() -> None:
    reason = why("Every Tuesdy, 2pm")
    assert reason.message == "“Tuesdy” is not a word for days or times."
    assert reason.fix == "Did you mean “Tuesday”?"
    assert (reason.wrong, reason.right) == ("Tuesdy", "Tuesday")


def test_a_slip_that_is_like_two_words_shows_both() -> None:
    reason = why("Every Tusday, 2pm")
    assert reason.fix == "Did you mean “Tuesday” or “Thursday”?"
    assert reason.right == ""


@pytest.mark.parametrize("typed", ["biweekly", "Bi-weekly", "bimonthly"])
def test_a_word_with_two_meanings_is_asked_about(typed: str) -> None:
    assert f"[schedules-clear] “{typed}” can mean twice a " in told(f"{typed} on Mondays")


@pytest.mark.parametrize(
    "typed",
    [
        "Various meeting times", "Daily service", "TBC", "Mondays if dry", "Mondays 7pm for 7.30pm",
        "Mondays except the first of the month", "Mondays, but 1 December 2026", "Mondays 2026",
        "Mondays in August 2027", "Mondays from April", "Summer Saturdays", "Mondays for 10 weeks",
        "Mondays 10am-", "Mondays to", "Good Friday, 10am", "sixth Friday of the month",
        "Mondays, March 10-12", "Mondays in July or August", "Mondays 10am - Tuesdays 4pm",
        "Friday 7pm to Saturday 2am", "every 0 weeks on Monday", "Monday to Monday", "two Mondays",
        "on the Monday", "Mondays at seven", "£2 on Mondays", "Mondays 3/7", "not open on Mondays",
        "every hundred weeks on Monday", "3rd Monday and Tuesday of next month", "٣ July 2027",
        "from 2026 to 2030", "Mondays 10.30 until 2027", "Mondays from 7pm to 2030",
        "10 bank holidays", "weekdays 3 July 2027", "3 and 3/7/2027",
        "Mondays except July school holidays", "December 5, 2pm", "Ramadan evenings",
        "Mondays — ages 11 to 16",
    ],
)  # fmt: skip
def test_a_line_with_more_in_it_is_never_read_in_part(typed: str) -> None:
    assert why(typed).rule in ("schedules-understood", "schedules-clear")


def test_prose_is_too_long() -> None:
    assert "the most is 500" in told("Mondays and " * 1000)


def rules_or_reason(line: str) -> tuple[Rule, ...] | ScheduleNotRead:
    try:
        return read_rules(line, TODAY, relative=True)
    except ScheduleNotRead as reason:
        return reason


@settings(max_examples=300)
@given(st.text(max_size=60) | LINES)
def test_any_line_gives_rules_or_a_reason(line: str) -> None:
    outcome = rules_or_reason(line)
    if isinstance(outcome, ScheduleNotRead):
        assert outcome.message[-1] in ".?" or outcome.rule == "dates-exist"
        assert outcome.wrong in line
    else:
        assert outcome


@settings(max_examples=300)
@given(LINES)
def test_what_is_read_is_the_same_once_it_is_worded_and_read_again(line: str) -> None:
    outcome = rules_or_reason(line)
    for rule in () if isinstance(outcome, ScheduleNotRead) else outcome:
        assert read(worded(rule, ENGLISH)) == rule


@given(LINES)
def test_any_words_give_a_moment_and_a_span_or_a_reason(line: str) -> None:
    with suppress(ScheduleNotRead):
        assert read_moment(line, TODAY, TODAY).day
    with suppress(ScheduleNotRead):
        assert read_span(line, TODAY)


@given(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=6).map(" ".join))
def test_a_word_nobody_knows_is_never_passed_over(line: str) -> None:
    for typed in (f"{line} zyx", f"zyx {line}"):
        with pytest.raises(ScheduleNotRead):
            read_rules(typed, TODAY, relative=True)


@pytest.mark.parametrize(
    "typed",
    ["  Mondays   2pm  ", "Mondays\u00a02pm", "Mondays\t2pm.", "mondays 2PM", "Mondays,, 2pm,"],
)
def test_spaces_and_marks_change_nothing(typed: str) -> None:
    assert read(typed) == weekly("Mo", "14:00")
