"""A problem points at what is meant, and offers a correction only when one is sure."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from doorstep.problems import Level, Problem, corrected, nearest

KNOWN = ["summary", "status", "Station side"]


def problem(source_line: str) -> Problem:
    return Problem("a.md", 3, 1, Level.ERROR, "rule", "Message.", source_line=source_line)


def test_a_slip_of_the_finger_finds_the_word_that_was_meant() -> None:
    assert nearest("sumary", KNOWN) == "summary"


def test_capitals_do_not_matter_to_what_is_nearest() -> None:
    assert nearest("STATION SID", KNOWN) == "Station side"


def test_a_word_like_none_of_the_known_has_no_nearest() -> None:
    assert nearest("wheelbarrow", KNOWN) == ""


@given(st.text())
def test_the_nearest_word_is_always_one_of_the_known_or_nothing(word: str) -> None:
    assert nearest(word, KNOWN) in {*KNOWN, ""}


def test_the_caret_moves_to_the_wrong_words_and_the_line_is_put_right() -> None:
    found = corrected(problem("  topics: [compnay]"), "compnay", "company")
    assert (found.column, found.corrected) == (12, "topics: [company]")


def test_words_that_stand_on_the_line_twice_are_not_corrected() -> None:
    unsure = problem("topics: [fod, fod]")
    assert corrected(unsure, "fod", "food") == unsure


def test_without_a_right_word_the_caret_moves_and_nothing_is_offered() -> None:
    found = corrected(problem("area: somewhere"), "somewhere", "")
    assert (found.column, found.corrected) == (7, "")


def test_problems_sort_by_file_then_by_line_as_a_number() -> None:
    places = [("b.md", 1), ("a.md", 10), ("a.md", 9)]
    told = [Problem(file, line, 1, Level.ERROR, "rule", "Message.") for file, line in places]
    assert [(one.file, one.line) for one in sorted(told)] == sorted(places)
