"""What layouts/sheets/leaflet.html may read: six panels, in the order they are read."""

from __future__ import annotations

from msgspec import Struct

from doorstep.sheets.map_parts import PaperMap
from doorstep.sheets.panel_parts import Cover, Panel
from doorstep.sheets.parts import AboutSheet, SheetFoot
from doorstep.views.frame import Frame


class LeafletView(Struct, frozen=True, kw_only=True):
    """A leaflet of three panels a side."""

    frame: Frame
    """What stands around the page."""
    about: AboutSheet
    """How to print and fold it."""
    cover: Cover
    """The front."""
    phones: Panel
    """Whom to phone, on the flap that folds in."""
    places: Panel | None
    """Where to go, below that; None where there is no room or nothing to say."""
    outings: Panel
    """What is on, or where to go."""
    get_help: Panel
    """Help to get."""
    give_help: Panel
    """Help to give, with as much room."""
    back: SheetFoot
    """What every sheet carries."""
    map: PaperMap | None
    """Where the entries are, on the back; None where nobody knows."""
    map_words: str
    """What its numbers are."""
