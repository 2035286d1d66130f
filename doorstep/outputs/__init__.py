"""Everything the site is made of; a new output is one module and one line here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doorstep.entries import Entry
from doorstep.outputs.browser_editor import BROWSER_EDITOR
from doorstep.outputs.calendars import CALENDARS
from doorstep.outputs.discovery import DISCOVERY
from doorstep.outputs.feeds import FEEDS
from doorstep.outputs.handover import HANDOVER
from doorstep.outputs.manifest import MANIFEST
from doorstep.outputs.maps import MAPS
from doorstep.outputs.missing import MISSING
from doorstep.outputs.output import Output, Press, Renderer
from doorstep.outputs.pages import PAGES
from doorstep.outputs.photos import PHOTOS
from doorstep.outputs.search import SEARCH
from doorstep.outputs.sheets import ABSENT_SHEETS, SHEETS
from doorstep.outputs.whats_on import WHATS_ON

if TYPE_CHECKING:
    from doorstep.guide import Guide

__all__ = ["RENDERERS", "Output", "Press", "Renderer", "everything_to_draw"]

RENDERERS: tuple[Renderer[Any], ...] = (
    *(*MAPS, *PAGES, *MISSING, *WHATS_ON, *SHEETS, *ABSENT_SHEETS),
    *(*CALENDARS, *FEEDS),
    *(*SEARCH, *DISCOVERY, *MANIFEST, *PHOTOS, *HANDOVER, *BROWSER_EDITOR),
)
"""Every renderer, in the order they are drawn."""


def everything_to_draw(guide: Guide) -> list[tuple[int, Any]]:
    """Return every thing there is to draw, with the place of its renderer.

    All that is drawn of one entry stands in a row: its page, its poster and its calendars say
    the same things, which are worked out once.
    """
    everything = [
        (place, item) for place, renderer in enumerate(RENDERERS) for item in renderer.items(guide)
    ]
    entries_begin = next((place for place, item in everything if isinstance(item, Entry)), 0)

    def in_a_row(to_draw: tuple[int, Any]) -> tuple[int, str]:
        place, item = to_draw
        return (entries_begin, item.slug) if isinstance(item, Entry) else (place, "")

    return sorted(everything, key=in_a_row)
