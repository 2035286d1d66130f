from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from doorstep.sheets.fitting import fitted, turn_about

HEIGHTS = st.lists(st.integers(1, 30), max_size=30)
OWNED = st.lists(st.tuples(st.sampled_from("abc"), st.integers()), max_size=30)


def test_what_fits_is_kept_in_the_order_of_choice() -> None:
    assert fitted([3, 4, 2], sum, 9) == [3, 4, 2]


def test_what_does_not_fit_is_passed_over_whole_and_later_things_are_tried() -> None:
    assert fitted([3, 9, 4], sum, 8) == [3, 4]


@given(HEIGHTS, st.integers(0, 60))
def test_what_is_kept_never_overflows(heights: list[int], room: int) -> None:
    assert sum(fitted(heights, sum, room)) <= room


@given(HEIGHTS, st.integers(0, 60))
def test_more_room_never_holds_less(heights: list[int], room: int) -> None:
    kept, more = fitted(heights, sum, room), fitted(heights, sum, sum(heights))
    assert not Counter(kept) - Counter(more)


def test_every_owner_is_seen_before_anyone_is_seen_twice() -> None:
    things = ["a1", "a2", "a3", "b1", "c1", "c2"]
    assert turn_about(things, lambda thing: thing[0]) == ["a1", "b1", "c1", "a2", "c2", "a3"]


@given(OWNED)
def test_turning_about_loses_and_doubles_nothing(things: list[tuple[str, int]]) -> None:
    assert Counter(turn_about(things, lambda thing: thing[0])) == Counter(things)


@given(OWNED)
def test_what_one_owner_has_keeps_its_order(things: list[tuple[str, int]]) -> None:
    turned = turn_about(things, lambda thing: thing[0])
    for owner in "abc":
        assert [one for one in turned if one[0] == owner] == [
            one for one in things if one[0] == owner
        ]
