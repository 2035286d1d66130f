"""The boxes of a form come from the kinds of entry: nothing that can be said has no place."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from doorstep.entries import MODELS
from doorstep.forms.boxes import LEFT_OUT, Shape, box_labelled, boxes_for
from doorstep.forms.kinds_of_forms import FORMS, Action
from doorstep.keys import fields_of, nested_model
from doorstep.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.forms.boxes import Path
    from doorstep.forms.kinds_of_forms import Form

WITH_A_PLACE = [kind for kind in Kind if kind not in (Kind.STORY, Kind.PAGE)]
"""Stories and plain pages are asked for less: they have no place, no time and no cost."""


def said_by(kind: Kind) -> Iterator[Path]:
    """Yield the way to everything an entry of a kind may say."""
    for key, field in fields_of(MODELS[kind]).items():
        nested = nested_model(field)
        is_whole = nested is None or key in ("changes", "checked", "image", "source", "where")
        yield from [(key,)] if is_whole else [(key, part) for part in fields_of(nested)]


def asked_by(kind: Kind) -> set[Path]:
    boxes = boxes_for(kind)
    return {box.path for box in boxes} | {part.path for box in boxes for part in box.parts}


@pytest.mark.parametrize("kind", WITH_A_PLACE)
def test_whatever_an_entry_may_say_has_a_box_or_a_reason_to_have_none(kind: Kind) -> None:
    unasked = [path for path in said_by(kind) if path not in asked_by(kind)]
    assert [path for path in unasked if path[0] not in LEFT_OUT] == []


@pytest.mark.parametrize("kind", Kind)
def test_every_part_of_an_address_has_a_box_where_there_is_one_for_the_place(kind: Kind) -> None:
    shapes = {box.shape for box in boxes_for(kind)}
    parts = {path[1] for path in asked_by(kind) if path[:1] == ("where",) and len(path) > 1}
    assert parts == ({"address", "postcode", "directions"} if Shape.PLACE in shapes else set())
    assert (Shape.POSITION in shapes) is (Shape.PLACE in shapes)


def test_what_is_left_out_is_something_that_an_entry_may_say() -> None:
    assert all(any(key in fields_of(model) for model in MODELS.values()) for key in LEFT_OUT)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_two_long_boxes_never_follow_each_other(form: Form) -> None:
    assert not any(one.is_long and other.is_long for one, other in pairwise(form.boxes))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_no_form_has_a_box_twice(form: Form) -> None:
    assert len({box.id for box in form.boxes}) == len(form.boxes)
    assert len({box.label.casefold() for box in form.boxes}) == len(form.boxes)


def test_there_is_a_form_for_adding_and_for_changing_every_kind_but_a_page_to_add() -> None:
    pairs = {(form.action, form.kind) for form in FORMS if form.kind}
    everything = {(action, kind) for action in (Action.ADD, Action.CHANGE) for kind in Kind}
    assert pairs == everything - {(Action.ADD, Kind.PAGE)}


@pytest.mark.parametrize("kind", Kind)
def test_a_form_for_something_new_does_not_ask_whether_it_still_goes_on(kind: Kind) -> None:
    forms = [form for form in FORMS if form.kind is kind and form.action is Action.ADD]
    assert all(box.id != "status" for form in forms for box in form.boxes)


def test_a_box_is_known_by_what_stands_above_it_whatever_the_capitals() -> None:
    box = box_labelled("  best TIME to phone ", Kind.GROUP)
    assert box
    assert box.id == "contact_best_time"
