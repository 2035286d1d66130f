"""What layouts/map.html may read: the list first, then the drawing, then what needs a script."""

from __future__ import annotations

from msgspec import Struct

from doorstep.views.frame import Frame
from doorstep.views.parts import Invitation, Link, Number


class SpotRow(Struct, frozen=True):
    """A place in the list beside the map."""

    id: str
    """The fragment that leads here: the slug, unique in the whole guide."""
    place: str
    """Its place among the spots of map.json, from 0."""
    number: Number | None
    """Its number, the same as on its pin."""
    title: str
    """What it is called, the words of the link."""
    href: str
    """Its page."""
    is_name: bool
    """Whether the title is a name, which nobody translates."""
    lines: tuple[str, ...]
    """That nobody checked it lately, how long it takes from a landmark, how much happens there."""


class SpotList(Struct, frozen=True):
    """The places of one part of the neighbourhood."""

    heading: str
    """What the part is called."""
    id: str
    """The fragment that leads here."""
    rows: tuple[SpotRow, ...]
    """The places, by name."""


class DrawnPin(Struct, frozen=True):
    """A number in the drawing. It is laid out from the point it stands for, in pixels."""

    x: str
    """How far east its point is, in hundredths of the drawing's width."""
    y: str
    """How far south its point is, in hundredths of the drawing's height."""
    lead: str
    """The line from the point to the number, or "" where the number stands on the point."""
    left: str
    """Where the box of the number begins."""
    top: str
    """Where it begins from above."""
    width: str
    """How wide it is."""
    middle: str
    """The middle of the words."""
    line: str
    """The line the words stand on."""
    words: str
    """The number, and how many more it stands for."""


class DrawnName(Struct, frozen=True):
    """A name in the drawing, laid out like a pin."""

    x: str
    """How far east its point is, in hundredths of the drawing's width."""
    y: str
    """How far south its point is, in hundredths of the drawing's height."""
    middle: str
    """The middle of the words."""
    line: str
    """The line the words stand on."""
    words: str
    """The name."""


class PinLayer(Struct, frozen=True):
    """The numbers as they fit into a drawing of one width."""

    is_wide: bool
    """Whether it is for larger screens and paper, and not for phones."""
    names: tuple[DrawnName, ...]
    """Places everybody knows, where there is no street map to say so, and room."""
    pins: tuple[DrawnPin, ...]
    """The numbers."""
    key: tuple[str, ...]
    """Which numbers one stands for, where they are too close to be told apart."""


class Dot(Struct, frozen=True):
    """A place without a number in the drawing."""

    x: str
    """How far east it is, in hundredths of the drawing's width."""
    y: str
    """How far south it is, in hundredths of the drawing's height."""


class MapDrawing(Struct, frozen=True):
    """The drawing everybody gets: no script, no other host, and it prints."""

    label: str
    """What it shows, for those who do not see it."""
    paper_src: str
    """The address of the same streets for paper, or ""."""
    src: str
    """The address of the guide's own street map, or "" where it has none."""
    width: str
    """How wide the drawing is, in its own units."""
    height: str
    """How high the drawing is, in its own units."""
    boundary: str
    """The corners of the neighbourhood where there is no street map, or ""."""
    dots: tuple[Dot, ...]
    """Places without a number."""
    layers: tuple[PinLayer, ...]
    """The numbers, for narrow and for wide drawings."""
    beyond: str
    """How many places lie outside the drawing, or ""."""
    credit: Link | None
    """Whose street map it is."""


class MapChoice(Struct, frozen=True):
    """One choice of a list to choose from."""

    value: str
    """What a script knows it by."""
    text: str
    """What it says."""


class MapField(Struct, frozen=True):
    """A list to choose from, or a box to write in."""

    name: str
    """What a script knows it by."""
    label: str
    """What it asks."""
    choices: tuple[MapChoice, ...]
    """The choices, the first for none; () for a box."""


class MapButton(Struct, frozen=True):
    """A button of the map's own."""

    name: str
    """What a script knows it by, such as zoom-in."""
    text: str
    """The word on it."""


class LiveMap(Struct, frozen=True):
    """What is of use only with a script, which brings it onto the page."""

    data: str
    """The address of map.json with its fingerprint, from this page."""
    element: str
    """The id of the element the map is made in."""
    open: str
    """The words of the button that shows the map, with what it costs."""
    loading: str
    """That the map is coming."""
    no_map: str
    """That it did not come."""
    toolbar_label: str
    """What the map's buttons are called together."""
    buttons: tuple[MapButton, ...]
    """Nearer, farther, up, down, left, right, everything."""
    filters_label: str
    """What the two lists to choose from are called together."""
    filters: tuple[MapField, ...]
    """Kinds and topics."""
    filters_button: str
    """The words of the button that narrows the list and the map."""
    from_label: str
    """What asks from where to walk."""
    from_fields: tuple[MapField, ...]
    """A landmark, a postcode."""
    from_button: str
    """The words of the button that sorts."""
    here_button: str
    """The words of the button that asks the phone where it is."""
    here_note: str
    """That the answer stays on the phone."""


class MapView(Struct, frozen=True):
    """layouts/map.html: every place in a list, and the same places in a drawing and on a map."""

    frame: Frame
    """What stands around the page."""
    heading: str
    """Map of places."""
    intro: str
    """That the list has everything that is on the map."""
    jump_label: str
    """What the links within the page are called."""
    jumps: tuple[Link, ...]
    """Links to the areas and to the drawing."""
    sections: tuple[SpotList, ...]
    """The places, by area."""
    map_heading: str
    """The heading above the drawing."""
    drawing: MapDrawing
    """The drawing everybody gets."""
    live: LiveMap
    """What a script adds."""
    invitation: Invitation
    """To say what is missing."""


class MapLink(Struct, frozen=True):
    """The way from an entry's page to its place on the map."""

    text: str
    """Show on the map."""
    href: str
    """Its row beside the map, for browsers without script."""
    at: str
    """Where it is, for a script that shows the map at once: 53.70220,-3.29950."""
    loading: str
    """That the map is coming."""
    no_map: str
    """That it did not come."""
