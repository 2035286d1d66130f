"""The parts of an entry: where it is, whom to ask, what getting in is like, when it was checked."""

from __future__ import annotations

from datetime import date

import pytest
from builders import entry, messages
from hypothesis import given
from hypothesis import strategies as st

from doorstep.details import Access
from doorstep.fields import Answer
from doorstep.geography import Position
from doorstep.keys import fields_of


@pytest.mark.parametrize(
    ("written", "how", "by"),
    [
        ("2026-11-03, by phone, Amina", "by phone", "Amina"),
        ("3/11/2026, in person", "in person", ""),
        ("3 November 2026, Amina, by phone", "by phone", "Amina"),
        ("Tuesday, 3 November 2026, by phone, Amina", "by phone", "Amina"),
        ("November 3, 2026, Pat, Amina", "", "Pat, Amina"),
        ("{on: 3/11/2026, how: by phone, by: Amina}", "by phone", "Amina"),
        ("2026-11-03", "", ""),
    ],
)
def test_a_check_is_a_day_a_way_and_a_name(written: str, how: str, by: str) -> None:
    checked = entry(f"checked: {written}").checked
    assert checked is not None
    assert (checked.on, checked.how, checked.by) == (date(2026, 11, 3), how, by)


@pytest.mark.parametrize("written", ["never", "not yet", "No", "''"])
def test_what_was_never_checked_can_say_so(written: str) -> None:
    assert entry(f"checked: {written}").checked is None


def test_a_check_is_not_still_to_come() -> None:
    assert messages("checked: 3/11/62, by phone") == [
        "3 November 2062 has not happened yet. Check the year. Today is 22 November 2026."
    ]


def test_an_example_guide_counts_its_checks_from_today() -> None:
    checked = entry("checked: 40 days ago, by phone, Amina", example="yes").checked
    assert checked is not None
    assert (checked.on, checked.by) == (date(2026, 10, 13), "Amina")


def test_a_place_written_out_has_a_position_when_both_numbers_are_there() -> None:
    address = entry("where: {name: Hall, lat: 53.7, lon: -3.3}").address
    assert address is not None
    assert address.position == Position(53.7, -3.3)


@pytest.mark.parametrize("half", ["lat: 53.7", "lon: -3.3", "postcode: AB1 2CD"])
def test_half_a_position_is_none(half: str) -> None:
    address = entry(f"where: {{name: Hall, {half}}}").address
    assert address is not None
    assert address.position is None


def test_access_facts_are_all_there_is_but_the_notes() -> None:
    assert [*Access.FACTS, "notes"] == list(fields_of(Access))


@given(st.sampled_from(Access.FACTS))
def test_a_fact_that_is_not_mentioned_is_not_known_and_not_yes(fact: str) -> None:
    assert getattr(entry("access: {notes: Ring the bell}").access, fact) is not Answer.YES


def test_a_single_date_can_be_cancelled_or_moved() -> None:
    cancelled, moved = entry("""
        changes:
          - {on: 2026-11-24, cancelled: yes, because: the hall is flooded}
          - {on: 1/12/2026, moved_to: "Wednesday 2 December, 10:30am"}
    """).changes
    assert (cancelled.cancelled, cancelled.because) == (True, "the hall is flooded")
    assert (moved.on, moved.cancelled) == (date(2026, 12, 1), False)


def test_an_imported_entry_remembers_where_it_came_from() -> None:
    source = entry("source: {from: park-list, id: row-17, hash: 4f1c}").source
    assert source is not None
    assert source.from_ == "park-list"
