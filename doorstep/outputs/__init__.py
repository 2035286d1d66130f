"""What there is to draw of a guide, and what draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doorstep.entries import Entry
from doorstep.outputs.output import Output, Press, Renderer
from doorstep.outputs.renderers import RENDERERS, import_what_draws

if TYPE_CHECKING:
    from doorstep.guide import Guide

__all__ = [
    "RENDERERS",
    "Output",
    "Press",
    "Renderer",
    "everything_to_draw",
    "import_what_draws",
]


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
