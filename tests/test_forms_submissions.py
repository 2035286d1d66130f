"""What GitHub makes of a form is read back as it was written, whatever somebody writes in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from form_events import TICKED, form_body
from hostile_words import HOSTILE, TWICE, fits
from hypothesis import given
from hypothesis import strategies as st

from doorstep.forms.kinds_of_forms import AGREED, FORM_NAMED, FORMS
from doorstep.forms.submissions import NOTHING, plain_lines, read_submission

if TYPE_CHECKING:
    from doorstep.forms.kinds_of_forms import Form

LINES = [f"### {box.label}" for form in FORMS for box in form.boxes] + ["", NOTHING, "Tea", TICKED]
TYPED = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=40
) | st.lists(st.sampled_from(LINES), max_size=6).map("\n\n".join)


def as_read(words: str) -> str:
    """Return words as a page can show them: no odd line ends, nothing that nobody sees typed."""
    return "\n".join(plain_lines(words)).strip()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_in_every_box_are_read_back_as_they_were(form: Form, name: str) -> None:
    answers = {box.id: as_read(fits(box, HOSTILE[name])) for box in form.boxes}
    submission = read_submission(form_body(form.name, answers))
    assert submission
    assert submission.form is form
    assert submission.is_doubtful or submission.answers == {
        key: words for key, words in answers.items() if words not in ("", NOTHING)
    }


@given(st.sampled_from(FORMS), st.data())
def test_whatever_is_typed_is_read_back_as_it_was(form: Form, data: st.DataObject) -> None:
    answers = {
        box.id: as_read(fits(box, data.draw(TYPED)))
        for box in form.boxes
        if data.draw(st.booleans())
    }
    submission = read_submission(form_body(form.name, answers))
    assert submission
    said = {key: words for key, words in answers.items() if words and words != NOTHING}
    assert submission.is_doubtful or (submission.form, submission.answers) == (form, said)


def test_the_forms_own_next_heading_in_a_long_box_is_only_a_heading() -> None:
    # “Where” follows “When”, and its box has room for one line: so there is one reading alone.
    words = "Every Tuesday, 10am\n\n### Where\n\nThe library"
    submission = read_submission(form_body("change-group", {"entry": "127", "when": words}))
    assert submission
    assert not submission.is_doubtful
    assert submission.answers == {"entry": "127", "when": words}


def test_a_whole_other_form_within_a_form_is_told() -> None:
    other = form_body("still-right", {"entry": "204", "by": "Mallory"})
    submission = read_submission(form_body("change-group", {"entry": "127", "body": other}))
    assert submission
    assert submission.answers["entry"] == "127"


def test_a_heading_of_another_box_is_only_a_heading() -> None:
    submission = read_submission(
        form_body("add-group", {"title": "Tea", "body": "### Cost\n\nFree"})
    )
    assert submission
    assert not submission.is_doubtful
    assert submission.answers == {"title": "Tea", "body": "### Cost\n\nFree"}


def test_the_last_heading_over_again_at_the_end_is_told() -> None:
    submission = read_submission(form_body("tell-us", {"words": f"Tea\n\n{TWICE}"}))
    assert submission
    assert submission.is_doubtful


def test_an_empty_box_says_nothing() -> None:
    submission = read_submission(form_body("add-group", {"title": "Tea", "cost": NOTHING}))
    assert submission
    assert submission.answers == {"title": "Tea"}


def test_lines_that_end_as_on_windows_are_read_too() -> None:
    body = form_body("add-group", {"title": "Tea", "when": "Every Tuesday\nEvery Friday"})
    submission = read_submission(body.replace("\n", "\r\n"))
    assert submission
    assert submission.answers == {"title": "Tea", "when": "Every Tuesday\nEvery Friday"}


@pytest.mark.parametrize(
    "body", ["", "Hello", "### Something else\n\nx", f"### {AGREED}\n\n{TICKED}"]
)
def test_words_that_are_none_of_our_forms_are_left_alone(body: str) -> None:
    assert read_submission(body) is None


def test_a_form_with_a_heading_taken_out_by_hand_keeps_what_is_there() -> None:
    body = form_body("add-group", {"title": "Tea", "cost": "Free"}).replace("### When\n\n", "")
    submission = read_submission(body)
    assert submission
    assert submission.form is FORM_NAMED["add-group"]
    assert submission.answers["cost"] == "Free"
