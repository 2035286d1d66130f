"""Days, lists and languages are worded in the house style."""

from __future__ import annotations

from datetime import date
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
