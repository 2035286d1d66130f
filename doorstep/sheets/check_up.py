"""Entries whose check is due -> the sheet for the forum's meeting: any number of pages to write on.

It is the one sheet that names a safe space, by its number and its neutral title alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.occurrences import State as Happens
from doorstep.sheets.about import LANDSCAPE, about_sheet, sheet_frame
from doorstep.sheets.check_up_pages import CheckUp, pages_of
from doorstep.sheets.check_up_parts import CheckUpHead, CheckUpSection, CheckUpView
from doorstep.sheets.check_up_rows import rows_to_check
from doorstep.sheets.feet import foot_of
from doorstep.views.sheet_names import name_of
from doorstep.views.whats_on_days import this_week

if TYPE_CHECKING:
    from doorstep.guide import Guide


def check_up_view(guide: Guide) -> CheckUpView:
    """Return the sheet of what to make sure of next."""
    name, rows = name_of(guide, at.CHECK_UP), rows_to_check(guide)
    sheet = CheckUp(
        title=_title(guide),
        ask=_ask(guide, len(rows)),
        head=_head(guide),
        rows=rows,
        sections=(_counts(guide),),
        foot=foot_of(guide, at.HOME, ()),
    )
    return CheckUpView(
        frame=sheet_frame(guide, at.CHECK_UP, name.heading, LANDSCAPE),
        about=about_sheet(guide, name.heading, name.intro, _steps(guide)),
        title=sheet.title,
        ask=sheet.ask,
        head=sheet.head,
        pages=pages_of(guide, sheet),
    )


def _steps(guide: Guide) -> tuple[str, ...]:
    say = guide.words.say
    return (
        say("Use A4 paper, on its side (landscape). Black ink is enough."),
        say("Print at full size (100%), on one side."),
        say("Share the pages out at the meeting: each of you phones a few people."),
    )


def _title(guide: Guide) -> str:
    return guide.words.say(
        "Check-up: {forum}, {day}",
        forum=guide.config.forum.name,
        day=guide.words.weekday(guide.today),
    )


def _ask(guide: Guide, number: int) -> str:
    if not number:
        return guide.words.say("Everything is checked. There is nothing to ask now.")
    return guide.words.say("Ask: is it still on? On the same day? Is the phone number the same?")


def _head(guide: Guide) -> CheckUpHead:
    say = guide.words.say
    return CheckUpHead(
        number=say("No."),
        name=say("Name"),
        when=say("When"),
        phone=say("Phone"),
        checked=say("Last checked"),
        right=say("Right"),
        gone=say("Gone"),
        change=say("Change to"),
    )


def _counts(guide: Guide) -> CheckUpSection:
    """Return how things stand, in numbers."""
    week = this_week(guide.today)
    happening = guide.diary.between(week.first, week.last)
    cancelled = sum(one.state is Happens.CANCELLED for one in happening)
    say = guide.words.say
    return CheckUpSection(
        say("How things stand"),
        (
            say("Cancelled this week: {number}.", number=cancelled),
            say(
                "Checked this month: {checked} of {all}.",
                checked=guide.checked_this_month,
                all=len(guide.checkable),
            ),
        ),
    )
