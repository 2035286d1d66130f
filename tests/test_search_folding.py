"""Words are found however they are written: capitals, accents, apostrophes, other scripts."""

from __future__ import annotations

import re

import pytest
from built_site import LAYOUTS
from hypothesis import example, given
from hypothesis import strategies as st

from doorstep.search.folding import folded_text, folded_words
from doorstep.search.stop_words import STOP_WORDS, telling_words

BETWEEN = {
    *(code for code in range(0x80) if not chr(code).isalnum()),
    *(*range(0xA0, 0xC0), 0xD7, 0xF7, *range(0x2C2, 0x300)),
    *(0x964, 0x965, 0x60C, 0x61B, 0x61F, 0x6D4, 0xFE0F),
    *(*range(0x2000, 0x2070), *range(0x20A0, 0x20D0), *range(0x2100, 0x2C00)),
    *(*range(0x3000, 0x3040), *range(0xFE30, 0xFE50), *range(0x1F000, 0x1FB00)),
}
LEFT_OUT = {
    *(*range(0x300, 0x370), *range(0x64B, 0x660), 0x670, 0x640, *range(0x200B, 0x2010), 0xAD)
}

ODD = st.text(st.sampled_from("aAé\u0301ßİ’'ʼ`- \u200f\u0640ﷺ한ગ્ج½ŉΣ🏳️𝔄") | st.characters())


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Tea and TALK", "tea and talk"),
        ("St Anne's Hall", "st annes hall"),
        ("St Anne’s, Annes‘s", "st annes anness"),
        ("'tis the dogs' home", "tis the dogs home"),
        ("Café, crème brûlée", "cafe creme brulee"),
        ("Straße Łódź Ærø Đà þing", "strasse lodz aero da thing"),
        ("Polish–English; left-behind", "polish english left behind"),
        ("HR1 2AB, 10:30am", "hr1 2ab 10 30am"),
        ("£2 (free for under-5s)", "2 free for under 5s"),
        ("¿Qué? ½ × 3", "que 1 2 3"),
        ("soft\u00adhyphen, zero\u200bwidth", "softhyphen zerowidth"),
        ("ﬁsh Ｆｕｌｌ", "fish full"),
        ("ISTANBUL İstanbul ıspanak", "istanbul istanbul ispanak"),
        ("ગુજરાતી, ખોરાક।", "ગુજરાતી ખોરાક"),
        ("طَعَامٌ، مســجد؟", "طعام مسجد"),
        ("کھانا۔", "کھانا"),
        ("tea ☕ and 🎶song", "tea and song"),
        ("", ""),
        ("?!", ""),
    ],
)
def test_a_text_is_folded_to_its_plain_words(text: str, folded: str) -> None:
    assert folded_text(text) == folded


@given(ODD)
@example("a’’b ʼc ’n’")
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert folded_words(folded_text(text)) == folded_words(text)


@given(ODD)
def test_no_word_has_anything_in_it_that_parts_words(text: str) -> None:
    letters = {ord(letter) for word in folded_words(text) for letter in word}
    assert not letters & (BETWEEN | LEFT_OUT)
    assert all(folded_words(text))


@given(st.text(st.characters(max_codepoint=0x7F)), ODD)
def test_words_fold_alike_beside_letters_of_any_script(plain: str, odd: str) -> None:
    assert folded_words(f"{plain}\n{odd}") == [*folded_words(plain), *folded_words(odd)]


def test_words_that_tell_nothing_are_passed_over_and_others_told_once() -> None:
    assert telling_words("The tea, and the TEA with a friend") == ("tea", "friend")


def test_words_that_are_known_are_not_told_again() -> None:
    assert telling_words("tea and cake", {"tea"}) == ("cake",)


def test_words_that_tell_nothing_are_folded_themselves() -> None:
    assert [word for word in STOP_WORDS if folded_words(word) != [word]] == []


def test_words_the_files_leave_out_are_passed_over_in_the_browser_too() -> None:
    script = (LAYOUTS / "assets" / "js" / "search-english.js").read_text("utf-8")
    said = re.search(r"TELLS_NOTHING = setOf\((.*?)\);", script, re.DOTALL)
    assert said
    assert set(re.findall("[a-z]+", said[1])) >= STOP_WORDS
