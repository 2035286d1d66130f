from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.sheets.imposing import SIZES, places, size_for

booklets = st.integers(1, 40).map(lambda sheets: 4 * sheets)


def sides(pages):
    """Return the two pages of each side of paper, left and right, in the order of printing."""
    found = {}
    for page, place in enumerate(places(pages), 1):
        found.setdefault(place.side, [0, 0])[0 if place.is_left else 1] = page
    return [tuple(found[side]) for side in sorted(found)]


def leaves(pages):
    """Return the page on the back of each page, once sheets are flipped on their short edge."""
    at = {(p.sheet, p.is_front, p.is_left): page for page, p in enumerate(places(pages), 1)}
    return {
        page: at[sheet, not is_front, not is_left]
        for (sheet, is_front, is_left), page in at.items()
    }


def test_eight_pages_run_8_1_2_7_6_3_4_5():
    assert sides(8) == [(8, 1), (2, 7), (6, 3), (4, 5)]


def test_twelve_pages_run_the_same_way():
    assert sides(12) == [(12, 1), (2, 11), (10, 3), (4, 9), (8, 5), (6, 7)]


@given(booklets)
def test_every_half_of_every_side_has_one_page(pages):
    taken = Counter((p.sheet, p.is_front, p.is_left) for p in places(pages))
    assert set(taken.values()) == {1}
    assert len(taken) == pages == 4 * max(p.sheet for p in places(pages))


@given(booklets)
def test_the_two_pages_of_a_side_add_up_to_one_more_than_there_are(pages):
    assert {left + right for left, right in sides(pages)} == {pages + 1}


@given(booklets)
def test_the_back_of_each_leaf_is_the_page_one_turns_to(pages):
    for page, back in leaves(pages).items():
        assert back == (page + 1 if page % 2 else page - 1)


@given(booklets)
def test_sheets_lie_in_each_other_the_cover_outermost(pages):
    turned_through = [place.sheet for place in places(pages)][: pages // 2]
    assert turned_through == sorted(turned_through)
    assert places(pages)[0].sheet == places(pages)[-1].sheet == 1


@given(booklets)
def test_facing_pages_face_each_other(pages):
    for left, right in zip(places(pages)[1::2], places(pages)[2::2], strict=False):
        assert left.is_left
        assert not right.is_left


@pytest.mark.parametrize("pages", [0, -4, 1, 6, 10])
def test_pages_that_do_not_come_in_fours_are_no_booklet(pages):
    with pytest.raises(ValueError, match=f"{pages} pages are no booklet"):
        places(pages)


@given(st.integers(0, 30))
def test_a_booklet_has_the_fewest_pages_that_hold_it(pages):
    size = size_for(pages)
    assert size in SIZES
    assert size >= min(pages, 16)
    assert not [other for other in SIZES if pages <= other < size]
