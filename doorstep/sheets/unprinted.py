"""An entry that may not be printed now -> what the address of its sheet says in the meantime."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.views import runs
from doorstep.views.dates_of_entries import is_over, none_to_come
from doorstep.views.framing import PageFacts, frame_of
from doorstep.views.pages import TextView
from doorstep.views.parts import Fact, Link
from doorstep.views.standing import notice_of
from doorstep.views.usual_frame import help_line_lines
from doorstep.views.wording import href_of, title_of

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide


def unprinted_view(guide: Guide, entry: Entry, path: str, heading: str) -> TextView:
    """Return the page that says why there is no sheet, and whom to phone."""
    say = guide.words.say
    up = Link(say("Print"), guide.permalinks.href(at.PRINT))
    page = PageFacts(
        path=path,
        heading=heading,
        above=(up,),
        notice=notice_of(guide, entry),
        is_found=False,
    )
    own = href_of(guide, entry)
    why = f"{none_to_come(guide)}." if is_over(guide, entry) else ""
    return TextView(
        frame=frame_of(guide, page),
        heading=heading,
        summary=" ".join(filter(None, (say("There is nothing to print here now."), why))),
        picture=None,
        body="",
        facts_label=say("The main facts"),
        facts=(
            Fact(say("Phone or text"), help_line_lines(guide)),
            Fact(say("Its own page"), ((runs.link(title_of(guide, entry), own),),)),
        ),
        footnotes=(say("A sheet hangs for weeks, so we print only what we checked lately."),),
        related=(),
    )
