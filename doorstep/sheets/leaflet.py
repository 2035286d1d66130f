"""The guide -> a leaflet to fold twice, for doormats and counters."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.entries import Side
from doorstep.sheets.about import about_sheet, sheet_frame
from doorstep.sheets.folded import (
    help_on,
    more_here,
    whats_on,
    where_to_go,
    without,
)
from doorstep.sheets.jackets import Jacket, Style, back_height, back_of, cover_of
from doorstep.sheets.leaflet_parts import LeafletView
from doorstep.sheets.measuring import Lettering
from doorstep.sheets.panels import Room, filled, panel_height
from doorstep.sheets.paper_map import paper_map
from doorstep.sheets.phone_panels import phone_panel
from doorstep.views.sheet_names import name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.sheets.map_parts import PaperMap
    from doorstep.sheets.panel_parts import Panel
    from doorstep.sheets.panels import Filled
    from doorstep.sheets.parts import SheetFoot

# The same numbers as in leaflet.css.
HIGH, PADDING = 209.0, 8.0
WIDE, NARROW = 100.0, 97.0
"""Millimetres. The panel that folds in is narrower, or it would buckle."""

SPARE = 2.0
"""Millimetres that are left free, for printers that have other letters."""

HEADING = Lettering(16, 1.15, is_bold=True)
BELOW = 4.0
JACKET = Jacket(
    wide=WIDE - 2 * PADDING,
    high=HIGH - 2 * PADDING - SPARE,
    name=Style(Lettering(30, 1.15, is_bold=True), 16 + 6),
    large=Style(Lettering(16, is_bold=True), BELOW),
    phone=Style(Lettering(16, is_bold=True), BELOW),
    small=Style(Lettering(12), 2),
    formats=Style(Lettering(16), BELOW),
    beside_code=3,
)


def leaflet_view(guide: Guide) -> LeafletView:
    """Return the folding leaflet."""
    say = guide.words.say
    name = name_of(guide, at.LEAFLET)
    outings = _outings(guide)
    get_help = _help(guide, say("Get help"), at.HELP_GET, Side.GET, WIDE)
    give_help = _help(guide, say("Give help"), at.HELP_GIVE, Side.GIVE, NARROW)
    phones = phone_panel(guide, guide.config.emergency, _room(NARROW))
    places = _places(guide, phones, outings)
    shown = [one for panel in (places, outings, get_help, give_help) for one in panel.entries]
    back = back_of(guide, shown, JACKET)
    map_words = say("The numbers on the map are those inside.")
    frame = sheet_frame(guide, at.LEAFLET, name.heading, "leaflet")
    cover_words = say("Made by neighbours. Keep it by the phone.")
    return LeafletView(
        frame=frame,
        about=about_sheet(guide, name.heading, name.intro, _steps(guide)),
        cover=cover_of(guide, cover_words, frame.example, JACKET),
        phones=phones,
        places=places.panel if places.entries else None,
        outings=outings.panel,
        get_help=get_help.panel,
        give_help=give_help.panel,
        back=back,
        map=_map(guide, shown, back, map_words),
        map_words=map_words,
    )


def _room(wide: float) -> Room:
    return Room(wide - 2 * PADDING, HIGH - 2 * PADDING - SPARE, HEADING)


def _outings(guide: Guide) -> Filled:
    say = guide.words.say
    if dated := whats_on(guide):
        more = partial(more_here, guide, path=at.WHATS_ON)
        return filled(guide, say("What’s on"), dated, _room(WIDE), more)
    more = partial(more_here, guide, path=at.A_TO_Z)
    return filled(guide, say("Groups and places"), where_to_go(guide), _room(WIDE), more)


def _help(guide: Guide, heading: str, path: str, side: Side, wide: float) -> Filled:
    more = partial(more_here, guide, path=path)
    return filled(guide, heading, help_on(guide, side), _room(wide), more)


def _places(guide: Guide, phones: Panel, outings: Filled) -> Filled:
    """Return where to go, in the room that is left on the flap."""
    room = _room(NARROW)
    left = room.high - panel_height(phones, room) - BELOW
    entries = without(where_to_go(guide), outings.entries)
    return filled(guide, guide.words.say("Where to go"), entries, Room(room.wide, left, HEADING))


def _map(guide: Guide, shown: Sequence[Entry], back: SheetFoot, map_words: str) -> PaperMap | None:
    """Return the map, as high as the words on the back leave room for."""
    used = back_height(back, JACKET) + JACKET.small.height(map_words, JACKET.wide)
    return paper_map(guide, shown, JACKET.wide, JACKET.high - used)


def _steps(guide: Guide) -> tuple[str, ...]:
    say = guide.words.say
    return (
        say("Use A4 paper, on its side. Black ink is enough."),
        say("Print at full size (100%), on both sides, flipped on the short edge."),
        say("If your printer has one side only: print page 1, then page 2 on its back."),
        say("Lay it down with “Get help” in the middle, facing you."),
        say("Fold the narrow panel in first, along the dotted line on its back."),
        say("Fold the other end over it. The cover is on top now."),
    )
