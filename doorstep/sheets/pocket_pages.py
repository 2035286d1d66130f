"""Entries -> the small pages of the pocket guide, which hold three or four of them each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.sheets.fitting import fitted
from doorstep.sheets.folded import whats_on, where_to_go, without
from doorstep.sheets.measuring import Lettering
from doorstep.sheets.panel_entries import panel_entry
from doorstep.sheets.panel_parts import Panel
from doorstep.sheets.panels import Filled, Room, entry_height, filled, panel_height
from doorstep.sheets.paper_map import mapped, paper_map

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.sheets.map_parts import PaperMap

# The same numbers as in pocket.css.
WIDE, HIGH, PADDING = 74.25, 104.5, 5.0
"""Millimetres."""

ROOM = Room(WIDE - 2 * PADDING, HIGH - 2 * PADDING - 1, Lettering(14, 1.15, is_bold=True))
"""What is inside a page, a millimetre to spare."""

SHORT = 27.5
"""Millimetres: of what is no higher than this, three fit on a page."""

MAP_HIGH, BELOW_MAP = 46.0, 2.0


def page_of(guide: Guide, heading: str, entries: Iterable[Entry]) -> Filled:
    """Return a page of entries; on one so small, what takes more than a third of it comes last."""
    in_order = sorted(entries, key=lambda entry: _is_long(guide, entry))
    return filled(guide, heading, in_order, ROOM)


def _is_long(guide: Guide, entry: Entry) -> bool:
    return entry_height(panel_entry(guide, entry), ROOM.wide) > SHORT


def outing_pages(guide: Guide) -> tuple[Filled, Filled]:
    """Return two pages of what is on; where that fills one alone, the other is where to go."""
    say, dated = guide.words.say, whats_on(guide)
    first = page_of(guide, say("What’s on"), dated)
    if left := without(dated, first.entries):
        return first, page_of(guide, say("More that’s on"), left)
    return first, page_of(guide, say("Groups and places"), where_to_go(guide))


def places_page(guide: Guide, shown: Sequence[Entry]) -> tuple[PaperMap | None, Filled]:
    """Return a map with what its numbers are; without a map, where to go."""
    named = _named_below(guide, shown)
    if drawn := paper_map(guide, named, ROOM.wide, MAP_HIGH):
        on_it = mapped(named, drawn)
        return drawn, Filled(_names(guide, on_it), tuple(on_it))
    rest = without(where_to_go(guide), shown)
    return None, page_of(guide, guide.words.say("Where to go"), rest)


def _named_below(guide: Guide, shown: Sequence[Entry]) -> list[Entry]:
    """Return those that have a place and whose names fit below the map."""
    placed = [one for one in shown if one.number and guide.catalogue.position_of(one)]
    left = ROOM.high - MAP_HIGH - BELOW_MAP
    return fitted(placed, lambda kept: panel_height(_names(guide, kept), ROOM), left)


def _names(guide: Guide, entries: Iterable[Entry]) -> Panel:
    """Return entries by number, without what other pages say of them."""
    in_order = sorted(entries, key=lambda entry: entry.number or 0)
    lines = tuple(replace(panel_entry(guide, entry), lines=()) for entry in in_order)
    return Panel(heading=guide.words.say("Map"), entries=lines, note="")
