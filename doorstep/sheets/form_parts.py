"""What layouts/sheets/form.html may read: questions with room for handwriting, on two sides."""

from __future__ import annotations

from msgspec import Struct

from doorstep.sheets.parts import AboutSheet, SheetFoot
from doorstep.views.frame import Frame
from doorstep.views.questions import Choices


class FormQuestion(Struct, frozen=True):
    """One question and the room for its answer."""

    number: str
    """Its number and a full stop; makers of PDFs count each side from 1."""
    text: str
    """The question."""
    choices: tuple[Choices, ...]
    """Answers to tick."""
    lines: tuple[int, ...]
    """The lines to write on."""


class FormSheetView(Struct, frozen=True, kw_only=True):
    """A form for people who would rather write."""

    frame: Frame
    """What stands around the page."""
    about: AboutSheet
    """How to print it."""
    title: str
    """What stands at the top of the paper."""
    privacy: str
    """What becomes public, and what never to write."""
    safe_spaces: str
    """What to do in place of the form for a safe space."""
    over: str
    """That there is another side."""
    front: tuple[FormQuestion, ...]
    """The questions below the title."""
    back: tuple[FormQuestion, ...]
    """The questions on the other side."""
    hand_in_label: str
    """Where to hand it in."""
    hand_in: tuple[str, ...]
    """The forum, where it meets, whom to phone."""
    foot: SheetFoot
    """What every sheet carries."""
