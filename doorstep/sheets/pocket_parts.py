"""What layouts/sheets/pocket.html may read: eight small pages, in the order they are read."""

from __future__ import annotations

from msgspec import Struct

from doorstep.sheets.map_parts import PaperMap
from doorstep.sheets.panel_parts import Cover, Panel
from doorstep.sheets.parts import AboutSheet, SheetFoot
from doorstep.views.frame import Frame


class PocketView(Struct, frozen=True, kw_only=True):
    """Eight pages from one side of one sheet."""

    frame: Frame
    """What stands around the page."""
    about: AboutSheet
    """How to print, fold and cut it."""
    cover: Cover
    """Page 1."""
    outings: Panel
    """Page 2: what is on."""
    more_outings: Panel
    """Page 3: more that is on, or where to go."""
    get_help: Panel
    """Page 4: help to get."""
    give_help: Panel
    """Page 5: help to give."""
    phones: Panel
    """Page 6: whom to phone."""
    map: PaperMap | None
    """Page 7: where some of these are; None where nobody knows."""
    places: Panel
    """Page 7: what the numbers on the map are, or where to go."""
    back: SheetFoot
    """Page 8: what every sheet carries."""
    cut: str
    """What stands at the line to cut."""
