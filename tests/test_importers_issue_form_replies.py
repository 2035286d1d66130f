"""An answer in plain words to what was asked goes into its box, if only one thing can be meant."""

from __future__ import annotations

import pytest
from typed_forms import proposed, text_of

NEW = {"title": "Knitting bee"}
TEA = {"entry": "31, Tea and talk (tea-and-talk)"}


def when(before: str, *replies: str) -> str | None:
    proposal = proposed("add-event", {**NEW, "when": before}, replies)
    if proposal.asks:
        return None
    line = next(line for line in text_of(proposal).split("\n") if line.startswith("when:"))
    return line.removeprefix("when: ")


@pytest.mark.parametrize(
    ("before", "reply", "line"),
    [
        ("10:30am to midday", "Tuesday", "Tuesday, 10:30am to midday"),
        ("10.30 - 12", "It is on Tuesdays.", "Every Tuesday, 10:30am to midday"),
        ("10.30 - 12", "Every Friday, 2pm to 4pm", "Every Friday, 2pm to 4pm"),
        ("Every second Thursday, 7pm", "second Thursday of the month", ""),
        ("Tuesday 24 November, 7pm", "2026", "Tuesday 24 November 2026, 7pm"),
        ("", "every Tuesday, 10am to 11am", "every Tuesday, 10am to 11am"),
    ],
)
def test_a_day_and_a_time_are_put_together(before: str, reply: str, line: str) -> None:
    said = when(before, reply)
    assert said == (line or "second Thursday of the month, 7pm")


@pytest.mark.parametrize("reply", ["thanks!", "I will ask Pat tomorrow and tell you", "7", ""])
def test_an_answer_that_says_no_such_thing_changes_nothing(reply: str) -> None:
    assert when("10:30am to midday", reply) is None


def test_only_the_line_that_is_not_clear_is_mended() -> None:
    answers = {**NEW, "when": "Every Friday, 2pm to 4pm\n10am to 11am"}
    proposal = proposed("add-event", answers, ["Tuesday"])
    assert "- Every Friday, 2pm to 4pm\n  - Tuesday, 10am to 11am\n" in text_of(proposal)


def test_each_answer_is_to_what_was_asked_then() -> None:
    answers = {**NEW, "when": "10.30 - 12", "contact_phone": "020 7946 045", "topics": "crafts"}
    replies = ["Tuesday", "It's 020 7946 0456.", "food"]
    proposal = proposed("add-event", answers, replies)
    assert proposal.asks is None
    assert "topics: [food]\nwhen: Every Tuesday, 10:30am to midday" in text_of(proposal)
    assert "phone: 020 7946 0456" in text_of(proposal)


@pytest.mark.parametrize(
    ("reply", "line"),
    [
        ("Phone: 020 7946 0999", "phone: 020 7946 0999"),
        ("> Phone: 1\n**Cost**: £2 for tea", "cost: £2 for tea"),
        ("- cost: remove", ""),
        ("Hello,\n\nCost: £3\nPhone: 020 7946 0999", "cost: £3"),
        ("Hearing loop: yes", "hearing_loop: yes"),
        ("Website: example.org", "https://example.org"),
    ],
)
def test_a_line_may_name_its_box(reply: str, line: str) -> None:
    text = text_of(proposed("change-group", {**TEA, "summary": "Tea."}, [reply]))
    assert line in text if line else "cost:" not in text


def test_a_box_with_several_lines_may_be_named_once() -> None:
    reply = "When: Every Friday, 2pm to 4pm\nEvery Sunday, 10am to 11am"
    text = text_of(proposed("add-group", NEW, [reply]))
    assert "when:\n  - Every Friday, 2pm to 4pm\n  - Every Sunday, 10am to 11am\n" in text


def test_which_entry_is_meant_can_be_answered() -> None:
    answers = {"entry": "Tea and tlk", "on": "today", "by": "Amina"}
    assert proposed("still-right", answers, ["31"]).slug == "tea-and-talk"


def test_a_missing_name_can_be_answered() -> None:
    assert proposed("add-group", {"cost": "Free"}, ["Knitting bee"]).slug == "knitting-bee"


@pytest.mark.parametrize("reply", ["thank you", "yes", "No."])
def test_thanks_are_no_name(reply: str) -> None:
    assert proposed("add-group", {"cost": "Free"}, [reply]).text is None


def test_one_part_of_a_box_can_be_answered() -> None:
    answers = {"title": "The bench", "consent": "Who keeps the paper: Pat"}
    proposal = proposed("add-story", answers)
    assert proposal.asks
    assert proposal.asks.part == "Day they agreed"
    text = text_of(proposed("add-story", answers, ["3/11/2026"]))
    assert "consent:\n  kept_by: Pat\n  on: 3 November 2026\n" in text


def test_an_answer_in_a_long_letter_is_left_to_a_person() -> None:
    assert when("10:30am to midday", "Tuesday " * 400) is None


@pytest.mark.parametrize(
    "reply",
    [
        "Sorry! It's every Tuesday, 8am to 9am",
        "It is every Tuesday, 8am to 9am. Thanks!",
        "Hello, I meant: every Tuesday, 8am to 9am, sorry",
    ],
)
def test_what_people_say_around_a_time_is_no_part_of_it(reply: str) -> None:
    asked = {"title": "Breakfast", "when": "Every Tuesday, 25:00 to 26:00"}
    proposal = proposed("add-group", asked, [reply])
    assert proposal.asks is None
    assert "when: every Tuesday, 8am to 9am\n" in text_of(proposal)


def test_what_people_say_around_a_place_is_no_part_of_it() -> None:
    asked = {"title": "Knitting bee", "place": "St Ann Hall"}
    proposal = proposed("add-group", asked, ["Sorry, it's St Anne's Hall. Thank you!"])
    assert "where: st-annes-hall\n" in text_of(proposal)


@pytest.mark.parametrize("reply", ["It is.", ".", "It's", "…"])
def test_a_reply_with_no_word_to_go_by_is_asked_about_again(reply: str) -> None:
    answers = {**NEW, "contact_phone": "020 7946 0456"}
    assert proposed("add-help", answers, [reply]).asks is not None
