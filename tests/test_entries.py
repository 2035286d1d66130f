"""One file is one entry of one kind, and says what that kind may say."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from builders import entry, messages, source
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from doorstep.entries import MODELS, Help, Opening, Side, Status, Story
from doorstep.kinds import Kind
from doorstep.problems import Level

OWN = {Kind.HELP: "side: get", Kind.STORY: "consent: {on: 3/11/2026, kept_by: Amina}"}
TITLES = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1)


@pytest.mark.parametrize("kind", Kind)
def test_a_title_is_enough_for_an_entry_but_for_what_its_kind_needs(kind: Kind) -> None:
    made = entry(OWN.get(kind, ""), kind)
    assert (type(made), made.kind, made.title) == (MODELS[kind], kind, "Tea and talk")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Kind.HELP, "Add a line: side: get"),
        (Kind.STORY, "Add a line: consent: {on: 2026-11-03, kept_by: the forum}"),
    ],
)
def test_what_a_kind_needs_is_asked_for(kind: Kind, said: str) -> None:
    assert messages("cost: Free", kind)[0].endswith(said)


@given(TITLES)
def test_a_title_in_quotation_marks_is_kept_as_it_is(title: str) -> None:
    quoted = "'" + title.replace("'", "''") + "'"
    assert entry(f"title: {quoted}").title == title


def test_a_colon_in_a_title_is_read_as_meant() -> None:
    assert entry("title: Tea and talk: all welcome").title == "Tea and talk: all welcome"


@pytest.mark.parametrize("title", ["1948", "No", "10:30", "2026-11-03", "0x1F", "1e3"])
def test_a_title_that_looks_like_something_else_is_a_title(title: str) -> None:
    assert entry(f"title: {title}").title == title


def test_a_place_may_be_named_or_written_out() -> None:
    named, written = entry("where: st-annes-hall"), entry("where: {name: Garden Hall}")
    assert (named.place_slug, named.address) == ("st-annes-hall", None)
    assert written.place_slug == ""
    assert written.address is not None


def test_whom_it_is_for_is_written_for() -> None:
    assert entry("for: everyone").audiences == ("everyone",)


def test_an_entry_is_active_and_not_a_safe_space_unless_it_says_so() -> None:
    plain = entry("cost: Free")
    assert (plain.status, plain.sensitive) == (Status.ACTIVE, False)


def test_only_places_and_green_spaces_have_opening_times() -> None:
    with_times = {kind for kind, model in MODELS.items() if issubclass(model, Opening)}
    assert with_times == {Kind.PLACE, Kind.GREEN_SPACE}
    assert "Only entries in green-spaces and places have it." in messages("open: Mondays")[0]


def test_help_is_got_or_given_and_may_end() -> None:
    offer = entry("side: give\nexpires: 19/12/2026", Kind.HELP)
    assert isinstance(offer, Help)
    assert (offer.side, offer.expires) == (Side.GIVE, date(2026, 12, 19))


def test_a_story_says_when_the_person_agreed_and_never_in_the_future() -> None:
    story = entry(OWN[Kind.STORY], Kind.STORY)
    assert isinstance(story, Story)
    assert story.consent.kept_by == "Amina"
    (said,) = messages("consent: {on: 3/11/2062, kept_by: Amina}", Kind.STORY)
    assert said.startswith("3 November 2062 has not happened yet.")


def test_a_line_with_nothing_after_it_is_as_good_as_left_out() -> None:
    assert entry("cost:\ncontact:\ntopics:").topics == ()


def test_an_entry_cannot_be_changed_once_it_is_read() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        entry("cost: Free").title = "Another"  # type: ignore[misc]


def test_a_problem_with_a_value_points_at_its_line() -> None:
    made = entry("works_with: [choir, dementia-caf]")
    problem = made.problem_at(
        "works_with", 1, rule="r", message="m", wrong="dementia-caf", right="dementia-cafe"
    )
    assert (problem.line, problem.column) == (3, 21)
    assert problem.corrected == "works_with: [choir, dementia-cafe]"


def test_a_problem_in_the_body_points_at_its_line_in_the_file() -> None:
    written = source("cost: Free", body="One.\nTwo [here](/x/).")
    made = MODELS[Kind.GROUP].model_construct(title="Tea")
    made._written = written
    problem = made.problem_in_body(2, rule="r", message="m", level=Level.WARNING, wrong="/x/")
    assert (problem.line, problem.column) == (6, 12)


@pytest.mark.parametrize(
    ("facts", "last"),
    [
        ("side: get\nexpires: 19/12/2026", date(2026, 12, 19)),
        ("side: give\nchecked: 3/11/2026", date(2026, 12, 1)),
        ("side: get\nchecked: 3/11/2026", None),
    ],
)
def test_what_comes_round_ends_with_its_offer(facts: str, last: date | None) -> None:
    (rule,) = entry(f"{facts}\nwhen: Every day, 9am to 5pm", Kind.HELP).rules
    assert rule.last == last


def test_an_offer_may_come_round_for_less_long_than_it_stands() -> None:
    when = "when: Every day until 1 December 2026, 9am to 5pm"
    (rule,) = entry(f"side: get\nexpires: 19/12/2026\n{when}", Kind.HELP).rules
    assert rule.last == date(2026, 12, 1)


@pytest.mark.parametrize("kind", Kind)
def test_an_entry_that_is_kept_and_read_back_is_the_same(kind: Kind) -> None:
    made = entry(f"{OWN.get(kind, '')}\nnumber: 12\ncontact: {{name: Pat}}", kind)
    again = pickle.loads(pickle.dumps(made))  # noqa: S301 - of our own making
    assert (again, again.written, again.slug) == (made, made.written, made.slug)


def test_a_copy_of_an_entry_that_was_read_back_changes_no_other() -> None:
    kept = pickle.dumps(entry("number: 12"))
    one, other = pickle.loads(kept), pickle.loads(kept)  # noqa: S301
    assert one.model_copy(update={"number": None}).number is None
    assert (one.number, other.number, other.model_fields_set) == (12, 12, set())
