"""What asks a question depends on its answer, however it came by it, and on nothing else."""

from __future__ import annotations

import pytest

from doorstep.tracing import (
    answered_once,
    asks,
    kept,
    kept_question,
    note,
    question,
    trace,
    unasked,
)


class Street:
    """Something to ask."""

    def __init__(self) -> None:
        self.looks = 0

    @question
    def house(self, number: int) -> str:
        self.doors  # noqa: B018 - whoever asks for a house does not ask for the doors
        return f"No. {number}"

    @kept_question
    def doors(self) -> tuple[str, ...]:
        self.looks += 1
        return ("red", "green")

    @answered_once
    def neighbour(self, name: str) -> str:
        self.doors  # noqa: B018 - whoever asks for a neighbour does not ask for the doors
        self.looks += 1
        return f"{name} next door"

    @asks("doors")
    def first_door(self) -> str:
        return self.doors[0] + self.house(1)[:0]

    @unasked
    def length(self) -> int:
        return len(self.doors)


HOUSE, DOORS = f"{__name__}:Street.house", f"{__name__}:Street.doors"


@kept(4)
def worked_out(street: Street) -> str:
    return street.house(7)


@kept(4)
def worked_out_of_that(street: Street) -> str:
    return worked_out(street) + street.doors[0]


def test_a_question_is_noted_with_what_it_was_told() -> None:
    with trace() as asked:
        assert Street().house(3) == "No. 3"
    assert asked == {(HOUSE, (3,))}


def test_what_a_question_asks_itself_is_its_own_affair() -> None:
    with trace() as asked:
        Street().house(3)
    assert (DOORS, ()) not in asked


def test_a_kept_question_is_worked_out_once_and_noted_every_time() -> None:
    street = Street()
    for _ in range(2):
        with trace() as asked:
            assert street.doors == ("red", "green")
        assert asked == {(DOORS, ())}
    assert street.looks == 1


def test_what_was_kept_is_noted_for_everyone_who_is_given_it() -> None:
    street = Street()
    for _ in range(2):
        with trace() as asked:
            worked_out_of_that(street)
        assert asked == {(HOUSE, (7,)), (DOORS, ())}


def test_what_was_kept_before_anybody_traced_is_noted_too() -> None:
    street = Street()
    worked_out(street)
    with trace() as asked:
        worked_out(street)
    assert asked == {(HOUSE, (7,))}


def test_a_method_may_stand_for_one_question() -> None:
    with trace() as asked:
        assert Street().first_door() == "red"
    assert asked == {(DOORS, ())}


def test_what_depends_on_nothing_notes_nothing() -> None:
    with trace() as asked:
        assert Street().length() == 2
    assert asked == set()


def test_what_is_answered_once_is_noted_every_time_and_not_what_it_asks() -> None:
    street = Street()
    for _ in range(2):
        with trace() as asked:
            assert street.neighbour("Pat") == "Pat next door"
        assert asked == {(f"{__name__}:Street.neighbour", ("Pat",))}
    assert street.looks == 2  # once for the doors, which are kept, and once for the answer


def test_an_inner_trace_keeps_to_itself() -> None:
    with trace() as outer, trace() as inner:
        note("inner")
    assert (outer, inner) == (set(), {("inner", ())})


def test_a_question_is_told_things_by_their_places() -> None:
    with trace(), pytest.raises(TypeError, match="by their places"):
        Street().house(number=3)


def test_where_nobody_traces_nothing_is_noted() -> None:
    street = Street()
    assert (street.house(1), street.length(), street.first_door()) == ("No. 1", 2, "red")
