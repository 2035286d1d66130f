"""The questions we ask -> a form of two sides, for people who would rather write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.sheets.about import about_sheet, sheet_frame
from doorstep.sheets.feet import foot_of, help_line_words
from doorstep.sheets.form_parts import FormQuestion, FormSheetView
from doorstep.sheets.wording import as_line, phone_words
from doorstep.views.parts import Link, LinkList
from doorstep.views.questions import before_you_tell, questions
from doorstep.views.sheet_names import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.guide import Guide
    from doorstep.sheets.parts import AboutSheet
    from doorstep.views.questions import Question

ON_THE_FRONT = 6
"""Questions about the thing itself; those about people are on the back."""


def form_sheet_view(guide: Guide) -> FormSheetView:
    """Return the form, and where to hand it in."""
    say = guide.words.say
    made = tuple(_with_room(number, asked) for number, asked in enumerate(questions(guide), 1))
    line, name = guide.config.help_line, name_of(guide, at.TELL_US_FORM)
    return FormSheetView(
        frame=sheet_frame(guide, at.TELL_US_FORM, name.heading, "form"),
        about=_about(guide, name.heading, name.intro),
        title=say("Tell us for the {guide}", guide=guide.config.name),
        privacy=" ".join(before_you_tell(guide)),
        safe_spaces=say(
            "For a safe space, write nothing here. Phone {name}, {number}.",
            name=line.name,
            number=phone_words(line.phone),
        ),
        over=say("Turn over"),
        front=made[:ON_THE_FRONT],
        back=made[ON_THE_FRONT:],
        hand_in_label=say("Where to hand it in"),
        hand_in=tuple(hand_in_lines(guide)),
        foot=foot_of(guide, at.ADD, ()),
    )


def _with_room(number: int, asked: Question) -> FormQuestion:
    return FormQuestion(f"{number}.", asked.text, asked.choices, tuple(range(asked.lines)))


def _about(guide: Guide, heading: str, intro: str) -> AboutSheet:
    say = guide.words.say
    steps = (
        say("Use A4 paper, upright. Black ink is enough."),
        say("Print at full size (100%), on both sides, flip on the long edge."),
        say("On a printer for one side, staple the two sheets."),
    )
    add = Link(say("Add or change something"), guide.permalinks.href(at.ADD))
    return about_sheet(guide, heading, intro, steps, (LinkList(say("See also"), (add,)),))


def hand_in_lines(guide: Guide) -> Iterator[str]:
    """Yield where the forum meets, and that a form can be read out by phone as well."""
    say, forum = guide.words.say, guide.config.forum
    if forum.meets:
        yield as_line((f"{forum.name}: {forum.meets}", _meeting_place(guide)))
    yield as_line((say("Or read it out to us"), help_line_words(guide)))


def _meeting_place(guide: Guide) -> str:
    place = guide.catalogue.public_named(guide.config.forum.where)
    address = place.address if place else None
    known = (place.title if place else "", address.address if address else "")
    return ", ".join(filter(None, known))
