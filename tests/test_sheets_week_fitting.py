"""How rows are fitted onto a week sheet, whatever their number and their length."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from doorstep.sheets.week_fitting import Line, Page, fit
from doorstep.sheets.week_wording import SIZES

MONDAY = date(2026, 11, 23)
WEEK = {MONDAY + timedelta(days=ahead): "Wednesday 25 November" for ahead in range(7)}
NOTHING = "Nothing that we know of"

words = st.lists(
    st.sampled_from(["tea", "and", "conversation", "020\u00a07946\u00a00123"]), max_size=60
)
lines = st.builds(
    Line, day=st.sampled_from(sorted(WEEK)), bold=st.just("10am Tea."), plain=words.map(" ".join)
)


def page(room: float) -> Page:
    return Page(headings=WEEK, without=NOTHING, room=room)


@given(st.lists(lines, max_size=40), st.floats(100, 250))
def test_all_rows_stand_in_larger_letters_or_as_many_as_fit_in_the_smallest(
    some: list[Line], room: float
) -> None:
    found = fit(page(room), some)
    assert len(found.places) == len(some) or found.size == SIZES[-1]


@given(st.lists(lines, max_size=40), st.floats(150, 250))
def test_more_room_never_means_smaller_letters(some: list[Line], room: float) -> None:
    assert fit(page(room + 20), some).size.points >= fit(page(room), some).size.points


@given(st.lists(lines, min_size=1, max_size=30), st.floats(150, 250))
def test_a_row_that_is_left_out_would_not_have_fitted(some: list[Line], room: float) -> None:
    found = fit(page(room), some)
    kept = [some[place] for place in sorted(found.places)]
    assert fit(page(room), kept).places == frozenset(range(len(kept)))
    left_out = [line for place, line in enumerate(some) if place not in found.places]
    assert all(len(fit(page(room), [*kept, line]).places) == len(kept) for line in left_out)


def test_what_does_not_fit_is_passed_over_for_what_does() -> None:
    tall, short = (Line(MONDAY, "10am Tea.", " ".join(["tea"] * number)) for number in (400, 4))
    assert fit(page(150), [tall, short]).places == {1}


def test_in_a_room_that_is_too_small_for_anything_nothing_is_chosen() -> None:
    assert fit(page(10), [Line(MONDAY, "10am Tea.", "St Anne's Hall.")]).places == frozenset()
