"""What the keepers of a guide do -> a card of one page, to pin up beside the computer."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.sheets.about import about_sheet, sheet_frame
from doorstep.sheets.editing_parts import EditingPart, EditingStep, EditingView
from doorstep.sheets.editing_steps import PRESS, cases
from doorstep.sheets.feet import formats_words, help_line_words, maker_words, more_words
from doorstep.sheets.parts import SheetFoot
from doorstep.sheets.pictograms import pictogram
from doorstep.sheets.qr_codes import qr_code
from doorstep.sheets.wording import phone_words
from doorstep.views.parts import Link, LinkList
from doorstep.views.sheet_names import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.guide import Guide
    from doorstep.sheets.editing_steps import Step
    from doorstep.sheets.parts import AboutSheet


def editing_view(guide: Guide) -> EditingView:
    """Return the card."""
    say, line = guide.words.say, guide.config.help_line
    name, number = name_of(guide, at.EDITORS_CARD), phone_words(line.phone)
    return EditingView(
        frame=sheet_frame(guide, at.EDITORS_CARD, name.heading, "editing"),
        about=_about(guide, name.heading, name.intro),
        title=say("How to change the {guide}", guide=guide.config.name),
        never=say("Never write a private address or a surname. Everyone can see it, for good."),
        safe_spaces=say(
            "For a safe space, write nothing. Phone {name}, {number}.",
            name=line.name,
            number=number,
        ),
        parts=tuple(_parts(guide)),
        foot=_foot(guide),
    )


def _about(guide: Guide, heading: str, intro: str) -> AboutSheet:
    say = guide.words.say
    steps = (
        say("Use A4 paper, upright. Black ink is enough."),
        say("Print at full size (100%), on one side."),
        say("Pin it up beside the computer or the phone."),
    )
    add = Link(say("Add or change something"), guide.permalinks.href(at.ADD))
    return about_sheet(guide, heading, intro, steps, (LinkList(say("See also"), (add,)),))


def _parts(guide: Guide) -> Iterator[EditingPart]:
    """Yield the cases, their steps numbered through, because people speak of "step 6"."""
    numbers = count(1)
    for case in cases(guide):
        steps = tuple(_numbered(step, next(numbers)) for step in case.steps)
        drawing = pictogram(guide, case.drawing, case.shows)
        yield EditingPart(case.heading, drawing, steps)


def _numbered(step: Step, number: int) -> EditingStep:
    before, _, after = step.words.partition(PRESS)
    return EditingStep(f"{number}.", before, step.press, after)


def _foot(guide: Guide) -> SheetFoot:
    """Return a foot without a last day: the card holds no dates that could pass."""
    return SheetFoot(
        qr=qr_code(guide, at.ADD),
        phone=help_line_words(guide),
        lines=(more_words(guide, 0, at.ADD),),
        formats=formats_words(guide),
        maker=maker_words(guide),
    )
