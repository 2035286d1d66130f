"""Spots -> the drawing everybody gets: numbers laid over the street map, or over an outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.area_map.projection import Projection
from doorstep.geography import FAR, distance
from doorstep.maps.extent import extent_of
from doorstep.maps.pins import HEIGHT, Mark, Name, Sheet, names_of, pins_of
from doorstep.views.map_views import Dot, DrawnName, DrawnPin, MapDrawing, PinLayer
from doorstep.views.parts import Link
from doorstep.views.spots import spots_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorstep.area_map.area import Bounds
    from doorstep.geography import Position
    from doorstep.guide import Guide
    from doorstep.maps.pins import Pin
    from doorstep.views.spots import Spot

UNITS = 900
"""How wide the drawing is in its own units; pixels are the reader's."""

OPENSTREETMAP = "OpenStreetMap"
PHONE, WIDE = 288, 608
"""Pixels of the narrowest drawing a layer of numbers is made for: on a phone, on a small tablet."""

LETTERS_LINE = 5
"""Pixels from the middle of a line of words down to what they stand on."""

COPYRIGHT = "https://www.openstreetmap.org/copyright"


def drawn_bounds(guide: Guide) -> Bounds:
    """Return what the drawing shows: the street map, or the neighbourhood.

    One slip in one position, such as a minus left out, would draw all the others as one dot.
    """
    if guide.area_map:
        return guide.area_map.bounds
    positions, centre = _positions(guide), guide.config.centre.position
    near = [position for position in positions if distance(position, centre) <= FAR]
    return extent_of(near or positions)


def whole_extent(guide: Guide) -> Bounds:
    """Return the box that holds the neighbourhood and all that is on the map."""
    return extent_of(_positions(guide))


def _positions(guide: Guide) -> list[Position]:
    return [
        *(spot.position for spot in spots_of(guide)),
        *(landmark.position for landmark in guide.landmarks),
        *(corner.position for corner in guide.config.boundary),
    ]


def drawing_of(guide: Guide) -> MapDrawing:
    """Return the drawing: numbers and dots over the street map, or over an outline."""
    ground = Projection(drawn_bounds(guide), UNITS)
    area, spots = guide.area_map, spots_of(guide)
    inside = [spot for spot in spots if ground.bounds.holds(spot.position)]
    bare = (spot for spot in inside if spot.entry.number is None)
    number = len(spots) - len(inside)
    return MapDrawing(
        label=guide.words.say("A drawing of the area with the numbers of the list"),
        src=guide.permalinks.href(at.AREA_PICTURE) if area else "",
        paper_src=guide.permalinks.href(at.AREA_ON_PAPER) if area else "",
        width=str(UNITS),
        height=str(round(ground.height)),
        boundary="" if area else _boundary(guide, ground),
        dots=tuple(Dot(*_hundredths(_share(ground, spot.position))) for spot in bare),
        layers=tuple(_layer(guide, ground, inside, width) for width in (PHONE, WIDE)),
        beyond=_beyond(guide, number),
        credit=_credit(guide),
    )


def _beyond(guide: Guide, number: int) -> str:
    return (
        ""
        if not number
        else guide.words.count(
            "{number} place of the list is outside this drawing.",
            "{number} places of the list are outside this drawing.",
            number,
        )
    )


def _credit(guide: Guide) -> Link | None:
    credit = guide.area_map.credit if guide.area_map else ""
    return Link(credit, COPYRIGHT) if OPENSTREETMAP in credit else None


def _boundary(guide: Guide, ground: Projection) -> str:
    corners = (ground.point(corner.position) for corner in guide.config.boundary)
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)


def _share(ground: Projection, position: Position) -> tuple[float, float]:
    x, y = ground.point(position)
    return x / ground.width, y / ground.height


def _hundredths(share: tuple[float, float]) -> tuple[str, str]:
    x, y = share
    return f"{x * 100:.2f}%", f"{y * 100:.2f}%"


def _layer(guide: Guide, ground: Projection, spots: Iterable[Spot], pixels: int) -> PinLayer:
    marks = (
        Mark(spot.entry.number, *_share(ground, spot.position))
        for spot in spots
        if spot.entry.number is not None
    )
    sheet = Sheet(pixels, pixels * ground.height / ground.width)
    names = names_of(_landmarks(guide, ground), sheet)
    pins = pins_of(marks, sheet)
    return PinLayer(
        is_wide=pixels == WIDE,
        names=tuple(map(_written, names)),
        pins=tuple(map(_drawn, pins)),
        key=tuple(_key(guide, pin) for pin in pins if len(pin.numbers) > 1),
    )


def _landmarks(guide: Guide, ground: Projection) -> Iterator[Name]:
    """Yield what everybody knows, for a drawing without a street map that would say so."""
    for landmark in () if guide.area_map else guide.landmarks:
        yield Name(landmark.name, *_share(ground, landmark.position))


def _key(guide: Guide, pin: Pin) -> str:
    numbers = guide.words.all_of([str(number) for number in pin.numbers])
    return guide.words.say("{pin}: {numbers}", pin=pin.words, numbers=numbers)


def _drawn(pin: Pin) -> DrawnPin:
    is_moved = bool(pin.right or pin.down)
    x, y = _hundredths((pin.x, pin.y))
    return DrawnPin(
        x=x,
        y=y,
        lead=f"M0 0L{pin.right} {pin.down}" if is_moved else "",
        left=str(pin.right - pin.width // 2),
        top=str(pin.down - HEIGHT // 2),
        width=str(pin.width),
        middle=str(pin.right),
        line=str(pin.down + LETTERS_LINE),
        words=pin.words,
    )


def _written(name: Name) -> DrawnName:
    x, y = _hundredths((name.x, name.y))
    return DrawnName(x, y, str(name.right), str(name.down + LETTERS_LINE), name.words)
