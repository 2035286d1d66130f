from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.maps.pins import HEIGHT, Mark, Name, Sheet, listing_pins_of, names_of, pins_of

PHONE = (288, 300)

shares = st.floats(0.02, 0.98)
some_marks = st.lists(
    st.builds(Mark, st.integers(1, 999), shares, shares),
    max_size=60,
    unique_by=lambda mark: mark.number,
)


def pins(*marks, size=PHONE):
    return pins_of(marks, Sheet(*size))


def box(one, width, size=PHONE):
    middle, across = one.x * size[0] + one.right, one.y * size[1] + one.down
    return middle - width / 2, across - HEIGHT / 2, middle + width / 2, across + HEIGHT / 2


def meet(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_a_pin_alone_stands_on_its_point():
    (pin,) = pins(Mark(12, 0.5, 0.5))
    assert (pin.words, pin.right, pin.down) == ("12", 0, 0)


def test_two_that_are_near_are_moved_apart():
    first, second = pins(Mark(12, 0.5, 0.5), Mark(13, 0.56, 0.5))
    assert (first.right, first.down) == (0, 0)
    assert (second.right, second.down) != (0, 0)


def test_two_on_one_point_are_one_pin_that_says_how_many_more():
    (pin,) = pins(Mark(15, 0.5, 0.5), Mark(12, 0.5, 0.5), Mark(31, 0.5, 0.5))
    assert (pin.words, pin.numbers) == ("12 +2", (12, 15, 31))


@given(some_marks)
def test_no_pin_for_paper_covers_another_or_leaves_the_drawing(marks):
    boxes = []
    for pin in listing_pins_of(marks, Sheet(*PHONE)):
        middle, across = pin.x * PHONE[0] + pin.right, pin.y * PHONE[1] + pin.down
        half_wide, half_high = pin.width / 2, pin.height / 2
        boxes.append(
            (middle - half_wide, across - half_high, middle + half_wide, across + half_high)
        )
    assert not any(meet(one, other) for one, other in combinations(boxes, 2))
    assert all(min(b[:2]) >= 0 and b[2] <= PHONE[0] and b[3] <= PHONE[1] for b in boxes)


@given(some_marks)
def test_no_pin_covers_another_or_leaves_the_drawing(marks):
    boxes = [box(pin, pin.width) for pin in pins(*marks)]
    assert not any(meet(one, other) for one, other in combinations(boxes, 2))
    edges = (0, 0, *PHONE)
    assert all(b[0] >= edges[0] and b[1] >= edges[1] for b in boxes)
    assert all(b[2] <= edges[2] and b[3] <= edges[3] for b in boxes)


@given(some_marks)
def test_every_number_stands_on_one_pin_whatever_their_order(marks):
    found = pins(*marks)
    assert sorted(n for pin in found for n in pin.numbers) == sorted(m.number for m in marks)
    assert pins(*reversed(marks)) == found


def test_a_drawing_without_room_for_one_pin_has_none():
    assert pins(Mark(12, 0.5, 0.5), size=(10, 10)) == ()


@pytest.mark.parametrize("size", [PHONE, (608, 640)])
def test_five_thousand_places_still_find_their_pins(size):
    dice = Random(1)  # noqa: S311 - it makes up places, not secrets
    marks = [Mark(number, dice.random(), dice.random()) for number in range(1, 5001)]
    assert sum(len(pin.numbers) for pin in pins(*marks, size=size)) == 5000


def test_a_name_stands_beside_its_point_and_no_pin_covers_it():
    sheet = Sheet(*PHONE)
    (name,) = names_of([Name("the library", 0.3, 0.5)], sheet)
    (pin,) = pins_of([Mark(101, 0.5, 0.5)], sheet)
    assert name.right > 0
    assert not meet(box(name, 8 * len(name.words)), box(pin, pin.width))


def test_a_name_that_finds_no_room_is_left_out():
    assert names_of([Name("a name as long as the drawing is wide", 0.5, 0.5)], Sheet(200, 40)) == ()
