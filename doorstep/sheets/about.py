"""A sheet -> the page around it: what it is called, how to print it, which others there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.sheets.parts import AboutSheet
from doorstep.views.framing import PageFacts, frame_of
from doorstep.views.parts import Link, LinkList
from doorstep.views.sheet_names import FOUND_SHEETS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.guide import Guide
    from doorstep.views.frame import Frame


def about_sheet(
    guide: Guide,
    heading: str,
    intro: str,
    steps: Iterable[str],
    others: Iterable[LinkList] = (),
) -> AboutSheet:
    """Return what a page says about its sheet."""
    say = guide.words.say
    return AboutSheet(
        heading=heading,
        intro=intro,
        print_label=say("Print"),
        pdf=None,
        steps_heading=say("How to print it"),
        steps=tuple(steps),
        preview=say("This is what is printed:"),
        others=(*(links for links in others if links.links), other_sheets(guide)),
    )


def sheet_frame(
    guide: Guide, path: str, heading: str, sheet: str, scripts: tuple[str, ...] = ()
) -> Frame:
    """Return what stands around the page of a sheet, whose layout and style sheet have its name."""
    up = Link(guide.words.say("Print"), guide.permalinks.href(at.PRINT))
    page = PageFacts(
        path=path,
        heading=heading,
        above=(up,),
        is_found=path in FOUND_SHEETS,
        stylesheets=(f"{sheet}.css",),
        scripts=("print.js", *scripts),
    )
    return frame_of(guide, page)


def other_sheets(guide: Guide) -> LinkList:
    """Return the way to all other sheets."""
    say = guide.words.say
    link = Link(say("All sheets to print"), guide.permalinks.href(at.PRINT))
    return LinkList(say("Other sheets"), (link,))


def one_side(guide: Guide) -> tuple[str, ...]:
    """Return how to print a sheet that is one page of upright A4."""
    say = guide.words.say
    return (
        say("Use A4 paper, upright. Black ink is enough."),
        say("Print at full size (100%), on one side."),
        say("Larger: ask a copy shop for A3. Nothing has to change."),
    )


def stapled(guide: Guide) -> tuple[str, ...]:
    """Return how to print a sheet that is many pages of upright A4."""
    say = guide.words.say
    return (
        say("Use A4 paper, upright. Black ink is enough."),
        say("Print at full size (100%), on one side or on both."),
        say("Staple the pages at the top corner."),
    )
