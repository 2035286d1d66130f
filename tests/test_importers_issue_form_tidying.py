"""What can be read only one way is written as the guide writes it, and told once."""

from __future__ import annotations

import pytest
from typed_forms import example, proposed, text_of

from doorstep.importers.issue_form.tidying import differing


def tidied(**answers: str) -> tuple[str, ...]:
    return proposed("add-group", {"title": "Knitting bee", **answers}).tidied


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Every Tuesday, 10.30 - 12", "We changed “10.30 - 12” to “10:30am to midday”."),
        ("every tues 10.30-12", "We changed “tues 10.30-12” to “Tuesday, 10:30am to midday”."),
        ("Fri 7pm-9pm", "We changed “Fri 7pm-9pm” to “Every Friday, 7pm to 9pm”."),
    ],
)
def test_a_time_in_other_ways_is_put_in_order(typed: str, sentence: str) -> None:
    assert tidied(when=typed) == (sentence,)


@pytest.mark.parametrize(
    "typed",
    [
        "Every Tuesday in term time, 10:30am to midday",
        "Weekends, 9am to 1pm",
        "wednesdays, 10am to 11am",
        "Tuesdays, 10am to 11am, except in school holidays",
        "By appointment",
        "Every second Thursday, 10.30 - 12",
        "rrule: FREQ=WEEKLY;BYDAY=MO",
    ],
)
def test_plain_words_about_time_and_what_is_not_clear_are_left_alone(typed: str) -> None:
    proposal = proposed("add-group", {"title": "Knitting bee", "when": typed})
    assert proposal.tidied == ()
    assert f"{typed}\n" in text_of(proposal).replace("'", "")


def test_a_day_that_depends_on_the_day_it_is_read_stays_so_in_an_example() -> None:
    answers = {"title": "Knitting bee", "when": "the Saturday after next, 2pm-5pm"}
    proposal = proposed("add-event", answers, desk=example())
    assert (proposal.tidied, proposal.asks) == ((), None)


def test_a_phone_gets_its_figures_grouped() -> None:
    assert tidied(contact_phone="+442079460456") == (
        "We changed “+442079460456” to “020 7946 0456”.",
    )


def test_a_postcode_gets_capitals_and_its_space() -> None:
    assert tidied(postcode="hr1 2ab") == ("We changed “hr1 2ab” to “HR1 2AB”.",)
    assert tidied(postcode="HR12AB") == ("We changed “HR12AB” to “HR1 2AB”.",)


def test_a_date_is_written_in_words() -> None:
    proposal = proposed("add-help", {"title": "Sewing", "side": "Get", "expires": "24/11/26"})
    assert proposal.tidied == ("We changed “24/11/26” to “24 November 2026”.",)
    assert "side: get\nexpires: 24 November 2026" in text_of(proposal)


def test_dates_that_are_called_off_are_put_in_order_as_well() -> None:
    proposal = proposed("add-group", {"title": "Knitting bee", "changes": "24/11/26: cancelled"})
    assert "on: 24 November 2026" in text_of(proposal)


@pytest.mark.parametrize(("typed", "meant"), [("Y", "yes"), ("none", "no"), ("?", "not known")])
def test_an_answer_in_other_words_is_yes_no_or_not_known(typed: str, meant: str) -> None:
    assert tidied(access=f"Seats: {typed}") == (f"We changed “{typed}” to “{meant}”.",)


def test_capitals_and_full_stops_of_an_answer_are_not_worth_telling() -> None:
    proposal = proposed("add-group", {"title": "Knitting bee", "access": "Seats: Yes."})
    assert proposal.tidied == ()
    assert "seats: yes" in text_of(proposal)


def test_one_thing_in_two_boxes_is_told_once() -> None:
    told = tidied(contact_phone="02079460456", more="Text: 02079460456")
    assert told == ("We changed “02079460456” to “020 7946 0456”.",)


def test_the_day_of_a_check_is_the_day_it_was_sent() -> None:
    answers = {"title": "Knitting bee", "checked": "yesterday, in person, Amina"}
    assert "checked: 2026-11-21, in person, Amina" in text_of(proposed("add-group", answers))


@pytest.mark.parametrize(
    "words", ["lifts to the surgery, 33", "No. 51 Lifts to the surgery, Pear Tree gardeners"]
)
def test_those_it_works_with_may_be_called_by_name_or_number(words: str) -> None:
    proposal = proposed("add-group", {"title": "Knitting bee", "more": f"Works with: {words}"})
    assert "works_with: [lifts-to-the-surgery, pear-tree-gardeners]" in text_of(proposal)
    assert proposal.tidied == ()


def test_a_place_of_the_guide_is_known_whatever_the_apostrophe() -> None:
    answers = {"title": "Knitting bee", "place": "st anne’s hall"}
    assert "where: st-annes-hall" in text_of(proposed("add-group", answers))


def test_topics_are_read_by_the_guides_own_words() -> None:
    answers = {"title": "Knitting bee", "topics": "gardens and outdoors, Someone to talk to"}
    assert "topics: [gardens, company]" in text_of(proposed("add-group", answers))


def test_free_words_are_kept_letter_for_letter() -> None:
    words = "“Tea” &  cake — it’s 10.30 - 12 @ Pat's: 02079460456"
    proposal = proposed("add-group", {"title": "Knitting bee", "body": words})
    assert words in text_of(proposal)
    assert proposal.tidied == ()


def test_what_was_in_the_guide_before_is_not_put_in_order() -> None:
    answers = {"entry": "34", "more": "Website: example.org/tea"}
    answers["entry"] = "33"
    proposal = proposed("change-group", answers)
    assert proposal.tidied == ("We changed “example.org/tea” to “https://example.org/tea”.",)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("a b c", "a x c", ("b", "x")),
        ("a c", "a b c", ("a c", "a b c")),
        ("a, c", "b, c", ("a", "b")),
        ("x", "y z", ("x", "y z")),
    ],
)
def test_only_the_words_that_differ_are_told(
    before: str, after: str, words: tuple[str, str]
) -> None:
    assert differing(before, after) == words
