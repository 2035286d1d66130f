"""A file's facts become an entry, or every problem with them, in a volunteer's words."""

import json
from pathlib import Path

import pytest
from builders import TODAY, checked_of, config, entry, source
from hypothesis import given
from hypothesis import strategies as st

from doorstep.entries import MODELS
from doorstep.fields import ReadingContext
from doorstep.keys import fields_of
from doorstep.kinds import Kind
from doorstep.loading import context_for
from doorstep.problems import Problem
from doorstep.reading import read_entry
from doorstep.sources import read_bytes


def context() -> ReadingContext:
    return context_for(config(), TODAY)


def problems(facts: str, kind: Kind = Kind.GROUP, *, title: str = "title: Tea\n") -> list[Problem]:
    _, found = read_entry(source(title + facts, kind), context())
    return found


def only(facts: str, kind: Kind = Kind.GROUP) -> Problem:
    [problem] = problems(facts, kind)
    return problem


def test_good_facts_become_an_entry_of_the_folders_kind() -> None:
    assert entry("side: give", Kind.HELP).kind is Kind.HELP


def test_everything_that_is_wrong_is_said_at_once() -> None:
    found = problems("topics: [compnay]\ncontact: {email: pat}\nstatus: pausd\nsumary: Tea")
    assert [problem.line for problem in found] == [3, 4, 5, 6]


def test_a_problem_stands_on_the_line_of_its_value() -> None:
    problem = only("topics:\n  - company\n  - compnay")
    assert (problem.line, problem.column, problem.source_line) == (5, 5, "  - compnay")


def test_a_problem_names_the_entry_by_number_and_title() -> None:
    assert only("number: 31\nstatus: pausd").about == "No. 31, Tea"


def test_an_unknown_fact_is_named_with_the_nearest_and_the_right_line() -> None:
    problem = only("acess: {step_free: yes}")
    assert problem.message == "“acess” is not something an entry can have."
    assert problem.fix == "Did you mean “access”?"
    assert problem.corrected == "access: {step_free: yes}"


def test_an_unknown_part_of_a_fact_is_compared_with_the_parts_of_that_fact() -> None:
    problem = only("contact: {fone: 020 7946 0456}")
    assert problem.message == "“fone” is not something “contact” can have."
    assert problem.corrected == "contact: {phone: 020 7946 0456}"


def test_an_unknown_fact_like_no_other_shows_some_that_there_are() -> None:
    assert only("zzz: 1").fix == (
        "Leave the line out, or use one of: number, title, summary, topics, area, for."
    )


def test_a_fact_of_another_kind_asks_whether_the_folder_is_right() -> None:
    assert (
        only("side: give").fix == "Only entries in help have it. Is this file in the right folder?"
    )
    assert only("open: always").fix.startswith("Only entries in green-spaces and places have it.")


@pytest.mark.parametrize("name", ["draft", "published", "hidden"])
def test_who_wants_to_hide_an_entry_is_told_how(name: str) -> None:
    problem = only(f"{name}: true")
    assert problem.fix == "Keep the file back until it is ready, or write: status: paused"
    assert problem.corrected == ""


def test_a_letter_wrong_in_the_name_of_what_is_needed_is_said_once() -> None:
    [problem] = problems("", title="titel: Tea and talk\n")
    assert problem.rule == "keys-known"
    assert problem.corrected == "title: Tea and talk"


@pytest.mark.parametrize(
    ("facts", "kind", "message", "fix"),
    [
        ("title:", Kind.GROUP, "An entry needs a title.", "Add a line: title: Tea and talk"),
        (
            "title: Lifts",
            Kind.HELP,
            "Help needs a side: get (somebody can have it) or give (somebody is wanted).",
            "Add a line: side: get",
        ),
        (
            "title: The bench",
            Kind.STORY,
            "A story needs to say when the person agreed, and who keeps the paper.",
            "Add a line: consent: {on: 2026-11-03, kept_by: the forum}",
        ),
    ],
)
def test_what_an_entry_needs_is_asked_for_with_a_line_to_add(
    facts: str, kind: Kind, message: str, fix: str
) -> None:
    [problem] = problems(facts, kind, title="")
    assert (problem.message, problem.fix) == (message, fix)


def test_a_part_that_a_fact_needs_is_asked_for() -> None:
    problem = only("image: {file: photos/tea.jpg}")
    assert problem.message == "“image” needs “alt” as well."
    assert problem.fix.startswith("Add a line: alt: ")


def test_a_part_that_one_of_a_list_needs_is_asked_for_by_the_name_of_the_list() -> None:
    assert only("changes: [{cancelled: yes}]").message == "“changes” needs “on” as well."


def test_one_line_where_parts_are_needed_gets_an_example() -> None:
    problem = only("contact: Pat, 020 7946 0456")
    assert problem.message == "“contact” is not written the way it can be read."
    assert problem.fix.startswith("Write it like this: contact: {name: ")


def test_parts_where_one_line_is_needed_are_named() -> None:
    assert only("cost: {adults: £2}").rule == "one-line"


def test_a_correction_is_shown_only_where_the_words_stand_once_on_the_line() -> None:
    assert only("area: hil-top").corrected == "area: hill-top"
    [first, _] = problems("topics: [compnay, company, compnay-ish]")
    assert first.corrected == ""


def test_an_empty_fact_is_the_same_as_none() -> None:
    assert problems("number:\ntopics:\ncontact:\nchecked:\nimage:") == []


def test_a_sentence_with_a_comma_is_not_cut_where_lines_are_meant() -> None:
    written = entry("when: Every Tuesday in term time, 10am to noon").when
    assert [line.text for line in written] == ["Every Tuesday in term time, 10am to noon"]


NAMES = st.sampled_from(sorted({name for model in MODELS.values() for name in fields_of(model)}))
UNKNOWN = st.text("abcdeéß -_.", min_size=1, max_size=8)
TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["yes", "31", "2026-11-03, by phone, Amina", "30/2/2026", "get", "st-annes"]),
)
NODES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES | UNKNOWN, inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(Kind), st.dictionaries(NAMES | UNKNOWN, NODES, max_size=6))
def test_whatever_the_facts_there_is_an_entry_or_a_reason(
    kind: Kind, facts: dict[str, object]
) -> None:
    lines = (f"{json.dumps(name)}: {json.dumps(said)}" for name, said in facts.items())
    reading = read_bytes("\n".join(lines).encode(), f"content/{kind.folder}/tea.yaml", kind)
    answers = [read_entry(each, context()) for each in reading.sources]
    assert reading.problems or answers
    for read, found in answers:
        assert (read is None) == bool(found)


GOOD = {"groups/aa.md": "---\ntitle: First\n---\n", "groups/zz.md": "---\ntitle: Last\n---\n"}


@given(
    st.binary(max_size=60) | st.text(max_size=60).map(str.encode), st.sampled_from(["md", "yaml"])
)
def test_whatever_a_file_holds_the_others_are_published(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes, end: str
) -> None:
    folder = tmp_path_factory.mktemp("guide")
    put(folder, f"mm.{end}", raw)
    checked = checked_of(folder, GOOD)
    assert {"aa", "zz"} <= {each.slug for each in checked.entries}
    assert len(checked.entries) > 2 or checked.errors


def put(folder: Path, name: str, raw: bytes) -> None:
    path = folder / "content" / "groups" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(raw)


def test_a_fact_in_braces_that_a_comma_cuts_short_is_shown_with_quotation_marks() -> None:
    facts = "when: Every Tuesday, 10am\nchanges:\n  - {on: 2026-12-01, moved_to: 2 December, 11am}"
    problem = only(facts)
    assert problem.rule == "comma-in-braces"
    assert problem.corrected == '- {on: 2026-12-01, moved_to: "2 December, 11am"}'
