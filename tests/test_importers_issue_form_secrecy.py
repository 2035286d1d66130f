"""A form that may give a safe space away writes nothing, quotes nothing and previews nothing."""

from __future__ import annotations

import pytest
from shipped import needs_the_example
from typed_forms import example, proposed

from doorstep.forms.answers import answers_of
from doorstep.forms.kinds_of_forms import FORM_NAMED
from doorstep.importers.issue_form.proposals import Proposal
from doorstep.importers.issue_form.reports import report_of
from doorstep.safe_spaces import is_safe_space

SECRET = "12 Beacon Terrace, HR1 2AB"  # noqa: S105 (a street)


def assert_nothing_is_told(proposal: Proposal) -> None:
    assert proposal.is_secret
    told = {name: getattr(proposal, name) for name in proposal.__struct_fields__}
    empty = Proposal(action=proposal.action, issue=proposal.issue, is_secret=True)
    assert told == {name: getattr(empty, name) for name in empty.__struct_fields__}


@pytest.mark.parametrize(
    "entry", ["34", "A group for women", "a-group-for-women", "31, x (a-group-for-women)"]
)
@pytest.mark.parametrize("form", ["change-group", "still-right", "change-place"])
def test_a_change_to_a_safe_space_is_for_the_phone(form: str, entry: str) -> None:
    assert_nothing_is_told(proposed(form, {"entry": entry}))


@pytest.mark.parametrize(
    "words",
    [
        f"A group for women meets at {SECRET}",
        f"The refuge has moved to {SECRET}",
        f"No. 34 is at {SECRET}",
        f"Phone 07700 900 134, they are at {SECRET}",
        "It is a safe house in Lantern Street, do not tell",
        "sensitive: yes\nwhere: 12 Beacon Terrace",
    ],
)
def test_words_that_give_a_safe_space_away_are_not_repeated(words: str) -> None:
    assert_nothing_is_told(proposed("tell-us", {"words": words}))
    assert_nothing_is_told(proposed("add-group", {"title": "Tea", "body": words}))
    assert_nothing_is_told(proposed("add-group", {"title": "Tea"}, title=words))
    assert_nothing_is_told(proposed("add-group", {"title": "Tea"}, [words]))
    assert_nothing_is_told(proposed("tell-us", {}, body=words))


def test_a_safe_space_with_any_place_in_its_box_is_given_away() -> None:
    answers = {"title": "A refuge for women", "place": "Above the chemist"}
    assert_nothing_is_told(proposed("add-group", answers))


@needs_the_example
def test_a_safe_space_as_the_place_of_something_else_is_given_away() -> None:
    source = next(one for one in example().safe_spaces)
    title = str(source.front_matter["title"])
    answers = {"title": "Yoga", "body": f"In the room of {title}, 3 High Street"}
    assert_nothing_is_told(proposed("add-group", answers, desk=example()))


def test_a_form_with_two_readings_is_looked_at_as_a_whole() -> None:
    last = f"The refuge: {SECRET}\n\n### Before you send\n\n- [X] Yes\n\n### Before you send"
    assert_nothing_is_told(proposed("add-group", {"title": "Tea", "body": last}))


def test_only_the_phone_is_told() -> None:
    (line,) = report_of(proposed("still-right", {"entry": "34"}), "Amina, 020 7946 0123")
    assert line.startswith("Nothing was written, and nothing of it is shown")
    assert line.endswith("Phone Amina, 020 7946 0123 now, and delete what was sent.")


@pytest.mark.parametrize(
    "words",
    [
        "The clinic is now at 12 High Street, HR1 2AB",
        "Where do I find a refuge?",
        "Phone 020 7946 0123 and ask for the lunch club at 1 Lantern Lane",
    ],
)
def test_ordinary_words_are_no_secret(words: str) -> None:
    assert not proposed("tell-us", {"words": words}).is_secret


def test_a_house_with_the_number_of_a_safe_space_is_a_house() -> None:
    answers = {"title": "Knitting bee", "address": "No. 34 Lantern Lane"}
    assert not proposed("add-group", answers).is_secret


@pytest.mark.whole
def test_no_open_entry_of_the_example_is_taken_for_a_secret() -> None:
    desk = example()
    for source in desk.sources:
        answers = answers_of(source, desk.titles, desk.labels) | {"entry": source.slug}
        proposal = proposed(f"change-{source.kind}", answers, desk=desk)
        assert proposal.is_secret is is_safe_space(source), source.slug


def test_every_form_knows_what_a_safe_space_is() -> None:
    for form in FORM_NAMED.values():
        answers = {form.boxes[0].id: f"The refuge at {SECRET}"}
        assert_nothing_is_told(proposed(form.name, answers))
