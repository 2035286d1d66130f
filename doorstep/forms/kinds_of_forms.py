"""What people may send in -> the forms there are, each with its boxes in order."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from doorstep.forms.boxes import NAMES, Box, Shape, boxes_for
from doorstep.kinds import Kind


class Action(StrEnum):
    """What somebody wants to be done."""

    ADD = "add"
    CHANGE = "change"
    STILL_RIGHT = "still-right"
    TELL_US = "tell-us"
    """Say in their own words what is wrong or missing: a person writes it down."""


WHICH = Box(
    "entry",
    "Which entry",
    Shape.LINE,
    hint="Its number, such as 127, or its name. Leave it as it is.",
)
ON = Box("on", "Day you asked", Shape.LINE, hint="Leave it as it is, if you asked today.")
HOW = Box("how", "How you asked", Shape.LINE, hint="Such as: by phone, or: in person.")
BY = Box("by", "Your first name", Shape.LINE, hint="Never your surname.")
WORDS = Box(
    "words", "What should we know", Shape.BODY, hint="What is wrong or missing, in your own words."
)

AGREED = "Before you send"
"""What stands above the last box of every form, which is there to tick."""

PROMISE = "I have left out private addresses and surnames. Everyone can see what I send."


class Form(Struct, frozen=True):
    """One form."""

    action: Action
    kind: Kind | None
    boxes: tuple[Box, ...]

    @property
    def name(self) -> str:
        """Its name in addresses, such as change-group."""
        return f"{self.action}-{self.kind}" if self.kind else str(self.action)


def _forms_of(kind: Kind) -> tuple[Form, ...]:
    boxes = boxes_for(kind)
    change = Form(Action.CHANGE, kind, (WHICH, *boxes))
    # Nobody adds a plain page without talking to the forum: it is the guide speaking of itself.
    return (change,) if kind is Kind.PAGE else (_add(kind, boxes), change)


def _add(kind: Kind, boxes: tuple[Box, ...]) -> Form:
    return Form(Action.ADD, kind, tuple(box for box in boxes if box.id != "status"))


FORMS = (
    *(form for kind in NAMES for form in _forms_of(kind)),
    Form(Action.STILL_RIGHT, None, (WHICH, ON, HOW, BY)),
    Form(Action.TELL_US, None, (WORDS,)),
)
"""Every form, in the order people are shown them."""

FORM_NAMED = {form.name: form for form in FORMS}
