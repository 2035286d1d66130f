from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from doorstep.sheets.paginating import Block, height_of, is_too_high, paginated

HIGH = 100.0


def block(thing, height, above=0.0):
    return Block(thing, height, above)


def heading(thing, height=10.0, above=5.0):
    return Block(thing, height, above, stays_with_next=True)


def on_pages(blocks, high=HIGH):
    return [[each.thing for each in page] for page in paginated(blocks, high)]


@st.composite
def any_blocks(draw):
    """Draw blocks of which each fits on a page, with up to three headings before it."""
    heights = st.floats(0, 60)
    spaces = st.floats(0, 5)
    drawn = []
    for _ in range(draw(st.integers(0, 20))):
        drawn += [
            Block(len(drawn), draw(st.floats(0, 5)), draw(spaces), stays_with_next=True)
            for _ in range(draw(st.integers(0, 3)))
        ]
        drawn.append(Block(len(drawn), draw(heights), draw(spaces)))
    return drawn


def test_blocks_stand_on_a_page_until_it_is_full():
    assert on_pages([block("a", 60), block("b", 40), block("c", 1)]) == [["a", "b"], ["c"]]


def test_a_heading_goes_to_the_next_page_with_what_it_stands_over():
    blocks = [block("a", 70), heading("Food"), block("b", 30)]
    assert on_pages(blocks) == [["a"], ["Food", "b"]]


def test_a_heading_over_a_heading_goes_with_it():
    blocks = [block("a", 75), heading("Week"), heading("Monday"), block("b", 10)]
    assert on_pages(blocks) == [["a"], ["Week", "Monday", "b"]]


def test_the_top_of_a_page_needs_no_space_above():
    blocks = [block("a", 100), heading("Food", 10, above=50), block("b", 90)]
    assert on_pages(blocks) == [["a"], ["Food", "b"]]


def test_a_heading_that_nothing_comes_after_is_still_there():
    assert on_pages([block("a", 10), heading("Food")]) == [["a", "Food"]]


def test_a_page_that_begins_under_a_heading_says_it_again():
    tuesday = heading("Tuesday")
    lines = [Block(name, 40, under=tuesday) for name in "abc"]
    assert on_pages([tuesday, *lines]) == [["Tuesday", "a", "b"], ["Tuesday", "c"]]


def test_a_heading_that_is_said_again_takes_its_room():
    tuesday = heading("Tuesday", 30)
    lines = [Block(name, 40, under=tuesday) for name in "abc"]
    assert on_pages([tuesday, *lines]) == [["Tuesday", "a"], ["Tuesday", "b"], ["Tuesday", "c"]]


def test_nothing_takes_no_page():
    assert on_pages([]) == []


def test_what_is_higher_than_a_page_stands_alone_and_is_told_of():
    pages = paginated([block("a", 10), block("b", 101), block("c", 10)], HIGH)
    assert [[each.thing for each in page] for page in pages] == [["a"], ["b"], ["c"]]
    assert is_too_high(pages, HIGH)
    assert not is_too_high([pages[0], pages[2]], HIGH)


@given(any_blocks())
def test_no_block_is_lost_or_doubled_and_the_order_is_kept(blocks):
    assert [each for page in paginated(blocks, HIGH) for each in page] == blocks


@given(any_blocks())
def test_no_page_is_higher_than_it_may_be(blocks):
    pages = paginated(blocks, HIGH)
    assert not is_too_high(pages, HIGH)
    assert all(height_of(page) <= HIGH for page in pages)


@given(any_blocks())
def test_no_page_ends_in_a_heading_and_none_is_empty(blocks):
    assert not any(page[-1].stays_with_next for page in paginated(blocks, HIGH))


@given(any_blocks())
def test_a_page_is_only_begun_when_there_is_no_room_on_the_one_before(blocks):
    pages = paginated(blocks, HIGH)
    for page, after in pairwise(pages):
        first = next(at for at, each in enumerate(after) if not each.stays_with_next)
        assert height_of((*page, *after[: first + 1])) > HIGH
