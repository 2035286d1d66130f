"""A message from a run without power is believed only as far as it can be checked."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from test_comparisons_markdown import TEA_CHANGE
from test_reports import problem

from doorstep.answers.message import (
    MOST_BYTES,
    MOST_CHANGES,
    MOST_PROBLEMS,
    Message,
    NoMessage,
    as_json,
    read_message,
)
from doorstep.comparisons.changes import EntryChange
from doorstep.comparisons.pairs import FactChange
from doorstep.problems import Level

FULL = Message.of([TEA_CHANGE], ["help line"], [problem()], waiting=1)


def typed(**said: Any) -> bytes:
    """Return a message of ours with something else in it."""
    return json.dumps(json.loads(as_json(FULL)) | said).encode()


def with_change(**said: Any) -> bytes:
    change = json.loads(as_json(FULL))["changes"][0]
    return typed(changes=[change | said])


def with_problem(**said: Any) -> bytes:
    told = json.loads(as_json(FULL))["problems"][0]
    return typed(problems=[told | said])


def test_a_message_of_ours_is_read_as_it_was_written() -> None:
    message = read_message(as_json(FULL).encode())
    assert message == FULL
    assert message.entry_changes == (TEA_CHANGE,)
    assert message.real_problems == (problem(),)


ODD: dict[str, bytes] = {
    "nothing": b"",
    "no JSON": b"{",
    "not an object": b"[]",
    "something more": typed(address="https://evil.example"),
    "another version": typed(version=2),
    "a number as words": typed(waiting="1"),
    "yes as a number": typed(waiting=True),
    "less than nothing": typed(waiting=-1),
    "a number beyond all bounds": typed(waiting=10**30),
    "half a number": typed(waiting=0.5),
    "no list": typed(changes="none"),
    "too many settings": typed(settings=["name"] * 61),
    "a setting of any length": typed(settings=["x" * 61]),
    "too many changes": typed(changes=[json.loads(as_json(FULL))["changes"][0]] * 101),
    "too many sentences": with_change(sentences=["x"] * 41),
    "a sentence of any length": with_change(sentences=["x" * 1001]),
    "a title of any length": with_change(title="x" * 201),
    "another kind of change": with_change(what="published"),
    "a page outside": with_change(path="../secret/"),
    "a page elsewhere": with_change(path="https://evil.example/"),
    "a page from the root": with_change(path="/groups/tea/"),
    "a page and a line": with_change(path="groups/tea/\n"),
    "a page without an end": with_change(path="groups/tea"),
    "a slug with dots": with_change(slug="../../x"),
    "a fact with more to it": with_change(facts=[{"label": "", "before": "", "after": "", "x": 1}]),
    "another level": with_problem(level="fatal"),
    "the line before the first": with_problem(line=0),
    "lines in one line": with_problem(corrected="one\ntwo"),
    "a file over two lines": with_problem(file="content/a\nb.md"),
    "a rule with a command": with_problem(rule="x::set-output"),
    "half a letter": b'{"version": 1, "settings": ["\\ud800"]}',
    "too long": b" " * MOST_BYTES + as_json(FULL).encode(),
    "nested beyond all bounds": b"[" * 100_000,
}


@pytest.mark.parametrize("content", ODD.values(), ids=ODD.keys())
def test_anything_odd_makes_it_no_message(content: bytes) -> None:
    with pytest.raises(NoMessage):
        read_message(content)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(list(json.loads(as_json(FULL)))), ANYTHING))
def test_other_things_in_its_places_are_read_whole_or_not_at_all(said: dict[str, Any]) -> None:
    try:
        message = read_message(typed(**said))
    except NoMessage:
        return
    assert read_message(as_json(message).encode()) == message


@given(st.binary(max_size=200))
def test_no_bytes_do_more_than_be_refused(content: bytes) -> None:
    with pytest.raises(NoMessage):
        read_message(content)


LONG = st.text(st.characters(exclude_categories=["Cs"]), max_size=3000)


@given(LONG, st.integers(0, 60))
def test_whatever_the_guide_says_makes_a_message(words: str, times: int) -> None:
    lines = (words,) * times
    change = EntryChange(
        slug="tea", kind="group", number=None, title=words, path="groups/tea/", what="new",
        facts=(FactChange(words, words, words),) * times,
        sentences=lines, next_dates=lines, doubles=lines,
    )  # fmt: skip
    told = problem(message=words, fix=words, corrected=words, source_line=words, about=words)
    message = Message.of([change], [], [told], waiting=0)
    assert read_message(as_json(message).encode()) == message


def test_a_large_change_full_of_long_texts_is_cut_to_what_is_read() -> None:
    line = "\u0001" * 1000
    change = replace(
        TEA_CHANGE, facts=(FactChange("Text", line, line),) * 40, sentences=(line,) * 40
    )
    message = Message.of([change] * 100, [], [problem()] * 5, waiting=0)
    assert read_message(as_json(message).encode()) == message
    assert len(message.changes) + message.more_changes == 100


def test_more_than_a_person_reads_is_counted() -> None:
    message = Message.of([TEA_CHANGE] * 103, [], [problem()] * 65, waiting=0)
    assert (len(message.changes), message.more_changes) == (MOST_CHANGES, 3)
    assert (len(message.problems), message.more_problems) == (MOST_PROBLEMS, 5)


def test_a_line_that_is_too_long_to_hand_over_is_not_put_right_by_half() -> None:
    message = Message.of([], [], [problem(corrected="x" * 2000)], waiting=0)
    assert message.problems[0].corrected == ""


@pytest.mark.parametrize("name", ["content/a\nb.md", "content/a\udcff.md", "x" * 900, "a\\b.md"])
def test_a_file_of_any_name_can_be_told_of(name: str) -> None:
    message = Message.of([], [], [problem(file=name, message=name)], waiting=0)
    assert read_message(as_json(message).encode()) == message


def test_numbers_beyond_all_bounds_are_left_out() -> None:
    change = replace(TEA_CHANGE, number=10**12)
    message = Message.of([change], [], [problem(line=10**12, column=10**12)], waiting=0)
    assert read_message(as_json(message).encode()) == message
    assert message.changes[0].number is None


def test_levels_are_handed_over_by_name() -> None:
    message = Message.of([], [], [problem(level=Level.NOTE)], waiting=0)
    assert message.problems[0].level == "note"
    assert message.real_problems[0].level is Level.NOTE
