"""A yes is a yes alone: whatever may take it back leaves everything as it is."""

from __future__ import annotations

from string import ascii_letters

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.conversations.verdicts import AGREEING, Verdict, reason_in, verdict_of


@pytest.mark.parametrize(
    "words",
    [
        "yes",
        "Yes.",
        "YES",
        "yes thanks",
        "Yes, thank you",
        "**Yes**",
        "yes!",
        " yes\n",
        "Yes 👍",
        "Yes, put it live",
    ],
)
def test_a_plain_yes_is_a_yes(words: str) -> None:
    assert verdict_of(words) is Verdict.YES


@pytest.mark.parametrize(
    "words",
    [
        "yes but not the phone", "Yes?", "yes, remove the address", "Yes if Pat agrees",
        "yes\n\nno", "yes and no", "yes 020 7946 0123", "Yes <!-- not this -->", "~~yes~~",
        "<!-- yes -->", "yes <!-- yes -->", "`yes`", "```\nyes\n```", "yes 👎", "yes ❌",
        "yes\u202e", "yes, put it right", "Yes, make it right please",
        "[yes](https://example.org)", "yes\n\nOn Tuesday Pat wrote: yes",
    ],
)  # fmt: skip
def test_a_yes_that_goes_on_is_asked_about(words: str) -> None:
    assert verdict_of(words) is Verdict.UNSURE


@pytest.mark.parametrize("words", ["No", "no, it is private", "No: wrong day", "**No** way"])
def test_a_no_is_a_no_however_it_goes_on(words: str) -> None:
    assert verdict_of(words) is Verdict.NO


@pytest.mark.parametrize("words", ["wait", "Stop", "not yet", "Hold on", "don't"])
def test_who_asks_to_wait_has_not_said_yes(words: str) -> None:
    assert verdict_of(words) is Verdict.WAIT


@pytest.mark.parametrize(
    "words",
    [
        "",
        "I rang Pat.",
        "Yesterday",
        "No problem",
        "eyes",
        "<s>yes</s>",
        "> yes",
        "> yes\nI do not know",
        "Oh yes",
    ],
)
def test_everything_else_is_about_something_else(words: str) -> None:
    assert verdict_of(words) is Verdict.NONE


def test_what_is_quoted_of_others_is_no_word_of_ones_own() -> None:
    assert verdict_of("> Put it live? Or not?\n\nyes") is Verdict.YES


@given(st.text(ascii_letters, min_size=1).filter(lambda word: word.casefold() not in AGREEING))
def test_a_word_that_is_not_known_to_agree_makes_a_yes_unsure(word: str) -> None:
    assert verdict_of(f"Yes, {word}") is Verdict.UNSURE


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("No, because the garden is private.", "the garden is private."),
        ("no. Ring Pat first\nthen send it again", "Ring Pat first then send it again"),
        ("**No**: wrong day", "wrong day"),
        ("No", ""),
        ("no thanks", ""),
    ],
)
def test_the_reason_is_what_follows_the_no(words: str, reason: str) -> None:
    assert reason_in(words) == reason
