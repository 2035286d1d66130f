"""Every value is text until its field says what it is, and people may write it in many ways."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import pytest
from builders import TODAY
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from doorstep.fields import (
    Answer,
    Day,
    Flag,
    Line,
    Lines,
    OptionalLine,
    PastDay,
    ReadingContext,
    Slug,
    Slugs,
    WholeNumber,
    Words,
    YesNoUnknown,
    folded,
)
from doorstep.vocabularies import known_word, one_of

TOPICS = {"company": "company", "someone to talk to": "company", "older people": "older-people"}
CONTEXT = ReadingContext(TODAY, vocabularies={"topic": TOPICS})


def read(field: Any, value: object, context: object = CONTEXT) -> Any:
    return TypeAdapter(field).validate_python(value, context=context)


def why(field: Any, value: object) -> tuple[str, str]:
    """Return the sentence and the way to put it right."""
    with pytest.raises(ValidationError) as reasons:
        read(field, value)
    told = reasons.value.errors()[0]["ctx"]
    return told["message"], told["fix"]


def test_spaces_and_letters_nobody_sees_are_tidied_away() -> None:
    assert read(Line, " Tea \u200b and\u00a0talk\u202e\ufeff ") == "Tea and talk"


def test_a_list_is_not_one_line() -> None:
    assert "needs plain words on one line" in why(Line, ["a", "b"])[0]


def test_a_line_with_nothing_on_it_says_so() -> None:
    assert "nothing after the colon" in why(Line, "\u200b ")[0]


def test_a_line_that_may_be_empty_is_empty() -> None:
    assert read(OptionalLine, "  ") == ""


@given(st.text())
def test_a_line_is_the_same_when_it_is_read_again(text: str) -> None:
    once = read(OptionalLine, text)
    assert read(OptionalLine, once) == once


@pytest.mark.parametrize(
    "value",
    [
        ["make tea", "give lifts"],
        "make tea, give lifts",
        "[make tea; give lifts]",
        "make tea\ngive lifts",
    ],
)
def test_words_are_a_list_or_stand_between_commas(value: object) -> None:
    assert read(Words, value) == ("make tea", "give lifts")


def test_a_mapping_is_not_a_list() -> None:
    assert why(Words, {"a": "b"})[0] == "This needs a list of words with commas between them."


def test_commas_belong_to_a_sentence_about_time() -> None:
    assert read(Lines, "Tuesdays, 10am\n\nSundays, 2pm\n") == ("Tuesdays, 10am", "Sundays, 2pm")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("yes", Answer.YES), ("Yes.", Answer.YES), ("Y", Answer.YES), ("true", Answer.YES),
        ("no", Answer.NO), ("No", Answer.NO), ("NONE", Answer.NO), ("off", Answer.NO),
        ("not known", Answer.UNKNOWN), ("?", Answer.UNKNOWN), ("", Answer.UNKNOWN),
    ],
)  # fmt: skip
def test_an_answer_is_yes_no_or_not_known(text: str, answer: Answer) -> None:
    assert read(YesNoUnknown, text) is answer


def test_half_an_answer_belongs_in_the_notes() -> None:
    message, fix = why(YesNoUnknown, "yes, by the side door")
    assert message == "“yes, by the side door” is not yes, no or not known."
    assert fix == "Write one of the three here, and put the rest in notes."


@pytest.mark.parametrize("text", ["not known", "", "maybe"])
def test_where_yes_or_no_is_asked_not_known_is_neither(text: str) -> None:
    assert why(Flag, text)[1] == "Write yes or no."


def test_a_date_that_does_not_exist_is_explained() -> None:
    assert why(Day, "30/2/2026")[0].startswith("30 February 2026 is not a date")


def test_an_example_guide_may_count_days_from_today() -> None:
    example = ReadingContext(TODAY, relative_dates=True)
    assert read(Day, "yesterday", example) == date(2026, 11, 21)


def test_what_has_been_done_can_have_been_done_today() -> None:
    assert read(PastDay, "22/11/2026") == TODAY


def test_what_has_been_done_was_not_done_tomorrow() -> None:
    message, fix = why(PastDay, "23/11/2026")
    assert message == "23 November 2026 has not happened yet."
    assert fix == "Check the year. Today is 22 November 2026."


@pytest.mark.parametrize("text", ["127", "No. 127", "no 127", "#127", "Number 127", "0127"])
def test_a_number_is_read_with_or_without_its_word(text: str) -> None:
    assert read(WholeNumber, text) == 127


@pytest.mark.parametrize("text", ["0", "-1", "1.5", "1e3", "1234567", "twelve", "٣", ""])
def test_anything_else_is_not_a_whole_number(text: str) -> None:
    assert why(WholeNumber, text)[1] == "Write figures only, such as 127."


class Size(StrEnum):
    """Two words to choose from."""

    SMALL = "small"
    LARGE = "large"


SizeWord = Annotated[str, one_of("size", Size)]
Topic = Annotated[str, known_word("topic")]


@pytest.mark.parametrize(
    ("text", "fix"), [("smal", "Did you mean “small”?"), ("xyz", "Write one of: small, large.")]
)
def test_a_word_that_is_not_among_the_choices_is_told_the_nearest_or_all(
    text: str, fix: str
) -> None:
    assert why(SizeWord, text) == (f"“{text}” is not a size we know.", fix)


def test_capitals_do_not_matter_in_a_choice() -> None:
    assert read(SizeWord, "Small") == "small"


@pytest.mark.parametrize("text", ["company", "Someone to talk to", "someone-to-talk-to", "COMPANY"])
def test_a_topic_may_be_called_by_its_id_or_its_label(text: str) -> None:
    assert read(Topic, text) == "company"


def test_a_topic_nobody_knows_is_told_the_nearest() -> None:
    told = why(Topic, "compnay")
    assert told == ("“compnay” is not a topic of this guide.", "Did you mean “company”?")


def test_a_topic_like_none_is_told_some_that_are() -> None:
    fix = why(Topic, "wheelbarrows")[1]
    assert fix == "Some that are: company, older-people."


@pytest.mark.parametrize(
    "text", ["tea-and-talk", "Tea-And-Talk", "/groups/tea-and-talk/", "tea-and-talk.md", "https://example.org/guide/groups/tea-and-talk/"]
)  # fmt: skip
def test_an_entry_is_named_by_its_slug_or_by_any_address_that_ends_in_it(text: str) -> None:
    assert read(Slug, text) == "tea-and-talk"


@pytest.mark.parametrize("text", ["Tea & talk", "tea_talk", "-tea", "tea--talk", "čaj", ".."])
def test_what_cannot_be_an_address_is_not_a_slug(text: str) -> None:
    assert f"“{text}” is not the name of an entry" in why(Slug, text)[0]


def test_several_slugs_stand_between_commas() -> None:
    assert read(Slugs, "tea, choir") == ("tea", "choir")


@given(st.text())
def test_words_compare_the_same_when_they_are_folded_twice(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_hyphens_and_spaces_and_capitals_are_all_one() -> None:
    assert folded(" Older_People ") == folded("older-people") == "older people"


def test_a_field_cannot_be_read_without_knowing_the_guide() -> None:
    with pytest.raises(TypeError):
        read(Day, "3/3/2026", context=None)


@pytest.mark.parametrize("name", ["con", "nul", "com1", "LPT9", "/groups/aux/"])
def test_no_slug_is_a_name_that_windows_keeps_for_itself(name):
    message, fix = why(Slug, name)
    assert message.startswith("Windows keeps the name")
    assert fix.endswith("-group.")
