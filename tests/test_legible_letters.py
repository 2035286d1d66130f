"""Letters are read as a person sees them, whatever they were typed as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.legible_letters import decoded, seen


@pytest.mark.parametrize("letter", ["\u200b", "\u00ad", "\ufe0f", "\u20e3", "\u0301", "\u3164"])
def test_what_nobody_sees_is_nothing(letter: str) -> None:
    assert seen(letter) == ""


@pytest.mark.parametrize("letter", ["4", "٤", "४", "４", "❹"])
def test_a_four_of_any_alphabet_is_a_four(letter: str) -> None:
    assert seen(letter) == "4"


@pytest.mark.parametrize("letter", ["-", "‑", "–", "—", "−", "・"])
def test_every_dash_is_one(letter: str) -> None:
    assert seen(letter) == "-"


@given(st.characters(categories=["Lu", "Ll", "Zs", "Cc"]))
def test_letters_spaces_and_ends_of_lines_stay(letter: str) -> None:
    assert seen(letter) == letter


@pytest.mark.parametrize("words", ["a b", "a&#32;b", "a%20b", "a%2520b", "a%26%2332;b"])
def test_escapes_are_read_one_within_another(words: str) -> None:
    assert decoded(words) == "a b"
