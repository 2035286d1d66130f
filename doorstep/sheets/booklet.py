"""The guide -> an A5 booklet for welcome packs, which A4 sheets are folded and stapled into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.sheets.about import about_sheet, sheet_frame
from doorstep.sheets.booklet_blocks import FOOT, HEADING, HIGH, WIDE, parts_of
from doorstep.sheets.booklet_filling import COVERS, FIRST_INSIDE, inside_of
from doorstep.sheets.booklet_parts import BookletPage, BookletView
from doorstep.sheets.imposing import ON_A_SHEET, places
from doorstep.sheets.jackets import Jacket, Style, back_height, back_of, cover_of
from doorstep.sheets.measuring import Lettering
from doorstep.sheets.panels import Room
from doorstep.sheets.phone_panels import phone_panel
from doorstep.views.sheet_names import name_of

if TYPE_CHECKING:
    from doorstep.guide import Guide
    from doorstep.sheets.booklet_filling import PageOfBlocks
    from doorstep.sheets.imposing import Place

# The same numbers as in booklet.css.
JACKET = Jacket(
    wide=WIDE,
    high=HIGH + FOOT,
    name=Style(Lettering(32, 1.15, is_bold=True), 30.0 + 8.0),
    large=Style(Lettering(16, is_bold=True), 5.0),
    phone=Style(Lettering(16, is_bold=True), 5.0),
    small=Style(Lettering(12), 2.0),
    formats=Style(Lettering(16), 5.0),
    beside_code=5.0,
)
"""How the cover and the back are set."""

ABOVE_PHONES = 4.0


def booklet_sheet_view(guide: Guide) -> BookletView:
    """Return the booklet, its pages in the order of reading, each with its place on paper."""
    inside, name = inside_of(guide), name_of(guide, at.BOOKLET)
    size = len(inside.pages) + COVERS
    frame = sheet_frame(guide, at.BOOKLET, name.heading, "booklet")
    back = back_of(guide, inside.entries, JACKET)
    left = JACKET.high - back_height(back, JACKET) - ABOVE_PHONES
    on_paper = zip(places(size)[1:-1], inside.pages, strict=True)
    return BookletView(
        frame=frame,
        about=about_sheet(guide, name.heading, name.intro, _steps(guide, size)),
        cover=cover_of(guide, _intro(guide), frame.example, JACKET),
        pages=tuple(
            _page(guide, number, place, blocks)
            for number, (place, blocks) in enumerate(on_paper, FIRST_INSIDE)
        ),
        back=back,
        phones=phone_panel(guide, guide.config.emergency, Room(WIDE, left, HEADING)),
    )


def _intro(guide: Guide) -> str:
    return guide.words.say("For new neighbours, and for old ones.")


def _page(guide: Guide, number: int, place: Place, blocks: PageOfBlocks) -> BookletPage:
    return BookletPage(
        side=place.side,
        is_left=place.is_left,
        number=guide.words.say("Page {number}", number=number),
        parts=parts_of(blocks),
    )


def _steps(guide: Guide, size: int) -> tuple[str, ...]:
    """Return how to print, fold and staple it."""
    say = guide.words.say
    return (
        guide.words.count(
            "Use {number} sheet of A4 paper, on its side. Black ink is enough.",
            "Use {number} sheets of A4 paper, on their side. Black ink is enough.",
            size // ON_A_SHEET,
        ),
        say("Print at full size (100%), on both sides, flipped on the short edge."),
        say("Lay the sheets in each other: page 2 faces page 3, and so on."),
        say("Fold them all together in the middle, with the cover outside."),
        say("Put 2 staples through the fold."),
    )
