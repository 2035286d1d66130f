"""A guide -> the page that lists every sheet there is to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.views.framing import PageFacts, frame_of
from doorstep.views.parts import Card, CardList
from doorstep.views.print_views import PrintView
from doorstep.views.sheet_names import sheet_groups

if TYPE_CHECKING:
    from doorstep.guide import Guide


def print_view(guide: Guide) -> PrintView:
    """Return the page of all sheets."""
    say, href = guide.words.say, guide.permalinks.href
    page = PageFacts(path=at.PRINT, heading=say("Print"))
    sheets = (
        CardList(
            group.heading,
            tuple(Card(name.heading, href(name.path), summary=name.intro) for name in group.names),
        )
        for group in sheet_groups(guide)
    )
    return PrintView(
        frame=frame_of(guide, page),
        heading=page.heading,
        intro=say("Sheets for A4 paper and black ink. Each page shows how its sheet will look."),
        sheets=tuple(sheets),
        others_heading=say("For one thing, one building or one topic"),
        others=(
            say("A poster with tabs to tear off: open any page of this guide, then “Poster”."),
            say("A sheet for the door of a building: open its page, then “Door sheet”."),
            say("The week of one topic, one area or near one place: open the week sheet."),
        ),
    )
