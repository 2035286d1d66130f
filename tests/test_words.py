"""Days, lists and languages are worded in the house style."""

from __future__ import annotations

from datetime import date, time
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.dates import read_date
from doorstep.words import Words, english

ENGLISH = english()


def test_a_day_has_no_comma_no_ordinal_and_its_month_in_full() -> None:
    assert ENGLISH.day(date(2026, 2, 3)) == "3 February 2026"


def test_a_weekday_comes_before_its_date() -> None:
    assert ENGLISH.weekday(date(2026, 3, 3)) == "Tuesday 3 March 2026"


def test_a_day_near_enough_has_no_year() -> None:
    assert ENGLISH.short_day(date(2026, 3, 3)) == "Tuesday 3 March"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 3, 6), date(2026, 3, 8), "Friday 6 to Sunday 8 March 2026"),
        (date(2026, 2, 28), date(2026, 3, 1), "Saturday 28 February to Sunday 1 March 2026"),
        (
            date(2026, 12, 31),
            date(2027, 1, 1),
            "Thursday 31 December 2026 to Friday 1 January 2027",
        ),
        (date(2026, 3, 6), date(2027, 3, 5), "Friday 6 March 2026 to Friday 5 March 2027"),
    ],
)
def test_several_days_say_once_what_they_share(first: date, last: date, words: str) -> None:
    assert ENGLISH.days(first, last) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 3, 6), date(2026, 3, 8), "Friday 6 to Sunday 8 March"),
        (date(2026, 12, 31), date(2027, 1, 1), "Thursday 31 December to Friday 1 January"),
    ],
)
def test_several_days_near_enough_have_no_year(first: date, last: date, words: str) -> None:
    assert ENGLISH.short_days(first, last) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 3, 6), date(2026, 3, 6), "6 March 2026"),
        (date(2026, 3, 6), date(2026, 3, 8), "6 to 8 March 2026"),
        (date(2026, 2, 28), date(2026, 3, 1), "28 February to 1 March 2026"),
        (date(2026, 12, 20), date(2027, 1, 3), "20 December 2026 to 3 January 2027"),
    ],
)
def test_a_span_of_dates_says_once_what_they_share(first: date, last: date, words: str) -> None:
    assert ENGLISH.span(first, last) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (time(0), "midnight"),
        (time(0, 5), "12:05am"),
        (time(9), "9am"),
        (time(10, 30), "10:30am"),
        (time(12), "midday"),
        (time(12, 30), "12:30pm"),
        (time(17), "5pm"),
        (time(17, 5), "5:05pm"),
    ],
)
def test_a_time_is_on_the_clock_people_here_read(moment: time, words: str) -> None:
    assert ENGLISH.time(moment) == words


def test_a_day_of_every_year_has_no_year() -> None:
    assert ENGLISH.day_of_year(2, 29) == "29 February"


@pytest.mark.parametrize(
    ("locale", "weekday", "month"), [("en_GB", "Monday", "January"), ("fr", "lundi", "janvier")]
)
def test_weekdays_and_months_are_called_by_their_names(
    locale: str, weekday: str, month: str
) -> None:
    words = Words(locale, NullTranslations())
    assert (words.weekday_name(0), words.month_name(1)) == (weekday, month)


def test_a_choice_of_things_is_worded_as_people_here_do() -> None:
    assert ENGLISH.any_of(["July", "August"]) == "July or August"


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_every_date_the_guide_writes_can_be_read_in_an_entry(day: date) -> None:
    assert read_date(ENGLISH.weekday(day), day) == day


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ([], ""),
        (["tea"], "tea"),
        (["tea", "talk"], "tea and talk"),
        (["tea", "talk", "chess"], "tea, talk and chess"),
    ],
)
def test_several_things_are_listed_as_people_here_list_them(items: list[str], words: str) -> None:
    assert ENGLISH.all_of(items) == words


@pytest.mark.parametrize(
    ("name", "own", "tag"),
    [
        ("Gujarati", "ગુજરાતી", "gu"),
        ("polish", "polski", "pl"),
        ("Urdu", "اردو", "ur"),
        ("Welsh", "Cymraeg", "cy"),
        ("Simplified Chinese", "简体中文", "zh-Hans"),
        ("Bengali", "বাংলা", "bn"),
        ("Farsi", "فارسی", "fa"),
    ],
)
def test_a_language_is_called_what_its_speakers_call_it(name: str, own: str, tag: str) -> None:
    assert ENGLISH.language(name) == (own, tag)


@pytest.mark.parametrize("name", ["British Sign Language", "Klingon", ""])
def test_a_language_without_a_known_own_name_is_left_as_it_is(name: str) -> None:
    assert ENGLISH.language(name) == ("", "")


def test_a_message_has_its_places_filled() -> None:
    assert ENGLISH.say("Near {place}", place="the library") == "Near the library"


@pytest.mark.parametrize(("number", "words"), [(0, "0 walks"), (1, "1 walk"), (2, "2 walks")])
def test_words_agree_with_their_number(number: int, words: str) -> None:
    assert ENGLISH.count("{number} walk", "{number} walks", number) == words


@pytest.mark.parametrize(
    ("locale", "lang", "direction"),
    [("en_GB", "en-GB", "ltr"), ("gu", "gu", "ltr"), ("ur", "ur", "rtl"), ("ar", "ar", "rtl")],
)
def test_a_language_knows_its_tag_and_which_way_it_runs(
    locale: str, lang: str, direction: str
) -> None:
    words = Words(locale, NullTranslations())
    assert (words.lang, words.direction) == (lang, direction)
