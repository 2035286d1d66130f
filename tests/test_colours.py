"""The guide's one colour can be read on white paper and on a dark screen."""

from __future__ import annotations

import pytest
from builders import config
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from doorstep.colours import DARK_PAPER, LEAST_CONTRAST, PAPER, contrast, for_the_dark

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4.0)],
)
def test_contrast_is_worked_out_as_wcag_does(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@given(COLOURS, COLOURS)
def test_contrast_is_the_same_either_way_round(one: str, other: str) -> None:
    assert 1 <= contrast(one, other) == contrast(other, one) <= 21


@given(COLOURS)
def test_every_colour_becomes_one_that_reads_in_the_dark(colour: str) -> None:
    assert contrast(for_the_dark(colour), DARK_PAPER) >= 7


@given(COLOURS)
def test_a_colour_is_taken_when_it_reads_on_white_and_only_then(colour: str) -> None:
    if contrast(colour, PAPER) >= LEAST_CONTRAST:
        assert config(accent=colour).accent == colour
    else:
        with pytest.raises(ValidationError, match="too light to read on white"):
            config(accent=colour)


def test_capital_letters_in_a_colour_make_no_difference() -> None:
    assert config(accent="#0B5563").accent == "#0b5563"


@pytest.mark.parametrize("words", ["teal", "#055", "#0b55637", "rgb(0, 0, 0)", "#0b5563;}*{"])
def test_what_is_not_a_whole_colour_is_refused(words: str) -> None:
    with pytest.raises(ValidationError, match="is not a colour"):
        config(accent=words)
