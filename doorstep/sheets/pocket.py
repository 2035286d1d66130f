"""The guide -> eight small pages from one side of one sheet, for handbags and pockets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.entries import Side
from doorstep.sheets.about import about_sheet, sheet_frame
from doorstep.sheets.folded import help_on, without
from doorstep.sheets.jackets import Jacket, Style, back_of, cover_of
from doorstep.sheets.measuring import Lettering
from doorstep.sheets.phone_panels import phone_panel
from doorstep.sheets.pocket_pages import ROOM, outing_pages, page_of, places_page
from doorstep.sheets.pocket_parts import PocketView
from doorstep.sheets.telling import lines_to_carry
from doorstep.views.sheet_names import name_of

if TYPE_CHECKING:
    from doorstep.guide import Guide

BOLD, SMALL = Lettering(14, 1.15, is_bold=True), Style(Lettering(12, 1.2), 1)
JACKET = Jacket(
    wide=ROOM.wide,
    high=ROOM.high,
    name=Style(Lettering(22, 1.15, is_bold=True), 4),
    large=Style(BOLD, 3),
    phone=Style(Lettering(12, 1.2, is_bold=True), 1),
    small=SMALL,
    formats=SMALL,
    beside_code=2,
)
"""The same numbers as in pocket.css."""


def pocket_view(guide: Guide) -> PocketView:
    """Return the pocket guide."""
    say = guide.words.say
    name = name_of(guide, at.POCKET_GUIDE)
    outings, more_outings = outing_pages(guide)
    get_help = page_of(guide, say("Get help"), help_on(guide, Side.GET))
    give_help = page_of(guide, say("Give help"), help_on(guide, Side.GIVE))
    pages = (outings, more_outings, get_help, give_help)
    shown = [entry for page in pages for entry in page.entries]
    drawn, places = places_page(guide, shown)
    frame = sheet_frame(guide, at.POCKET_GUIDE, name.heading, "pocket")
    cover_words = say("Made by neighbours. Keep it in your bag.")
    return PocketView(
        frame=frame,
        about=about_sheet(guide, name.heading, name.intro, _steps(guide)),
        cover=cover_of(guide, cover_words, frame.example, JACKET),
        outings=outings.panel,
        more_outings=more_outings.panel,
        get_help=get_help.panel,
        give_help=give_help.panel,
        phones=phone_panel(guide, lines_to_carry(guide), ROOM),
        map=drawn,
        places=places.panel,
        back=back_of(guide, [*shown, *without(places.entries, shown)], JACKET),
        cut=say("Cut"),
    )


def _steps(guide: Guide) -> tuple[str, ...]:
    say = guide.words.say
    return (
        say("Use A4 paper, on its side. Black ink is enough."),
        say("Print at full size (100%), on one side."),
        say("Fold along every dotted line, and along the dashed line. Open it again each time."),
        say("Fold it in half, short edge to short edge."),
        say("Cut along the dashed line, from the fold to where the dots begin."),
        say("Open it. Fold it in half, long edge to long edge, with the words outside."),
        say("Push the two ends together until the cut opens and four pages stand like a cross."),
        say("Fold the pages round, with the cover at the front."),
    )
