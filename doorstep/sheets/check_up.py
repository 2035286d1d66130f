"""Entries whose check is due -> the sheet for the forum's meeting: any number of pages to write on.

It is the one sheet that names a safe space, by its number and its neutral title alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.sheets.about import about_sheet, sheet_frame
from doorstep.sheets.check_up_pages import CheckUp, pages_of
from doorstep.sheets.check_up_parts import CheckUpHead, CheckUpView
from doorstep.sheets.check_up_rows import row_of
from doorstep.sheets.check_up_sections import sections_of
from doorstep.sheets.feet import foot_of
from doorstep.upkeep.rounds import round_of
from doorstep.views.sheet_names import name_of

if TYPE_CHECKING:
    from doorstep.guide import Guide
    from doorstep.upkeep.rounds import Round


def check_up_view(guide: Guide) -> CheckUpView:
    """Return the sheet of what to make sure of next."""
    name, found = name_of(guide, at.CHECK_UP), round_of(guide)
    rows = [row_of(guide, ask) for ask in found.asks]
    sheet = CheckUp(
        title=_title(guide),
        ask=_ask(guide, found),
        head=_head(guide),
        rows=rows,
        sections=sections_of(guide, found),
        foot=foot_of(guide, at.HOME, ()),
    )
    return CheckUpView(
        frame=sheet_frame(guide, at.CHECK_UP, name.heading, "check_up"),
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


def _ask(guide: Guide, found: Round) -> str:
    if not found.asks and not found.checkable:
        return guide.words.say("Nothing is listed here yet.")
    if not found.asks:
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
