"""A guide, some of its entries and the room on a sheet -> the street map with their numbers on it.

It is drawn at its own scale, so that no letter is smaller than print may be. Where there is no
street map, the outline of the neighbourhood and the names everybody knows stand in for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.area_map.drawing.cropping import cropped
from doorstep.area_map.drawing.margin import margin_labels, scale_line
from doorstep.area_map.drawing.picture import placed
from doorstep.area_map.drawing.shapes import shapes
from doorstep.area_map.projection import Projection
from doorstep.geography import FAR, distance
from doorstep.sheets.map_parts import PaperMap
from doorstep.sheets.paper_map_bounds import PaperRoom, bounds_on_paper
from doorstep.sheets.paper_map_ground import (
    ground_shapes,
    layers,
    mark_shapes,
    outline_shapes,
    scale_shape,
)
from doorstep.sheets.paper_map_names import LEAST, drawn_label, drawn_name
from doorstep.sheets.paper_map_pins import PinBoard, bands_of, drawn_pin
from doorstep.tracing import kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from doorstep.area_map.area import AreaMap
    from doorstep.area_map.drawing.shapes import Point
    from doorstep.entries import Entry
    from doorstep.geography import Position
    from doorstep.guide import Guide
    from doorstep.maps.pins import ListingPin
    from doorstep.sheets.map_parts import MapShape, MapText

UNITS = 10
"""Units of the drawing in a millimetre of paper."""


def paper_map(guide: Guide, entries: Sequence[Entry], wide: float, high: float) -> PaperMap | None:
    """Return a map exactly so many millimetres wide and at most so high.

    None where none of the entries has a place, or where nothing is known to draw it on.
    """
    places = tuple(sorted(_places(guide, entries).items()))
    return _map_of(guide, places, PaperRoom(wide, high)) if places else None


def ground_map(
    guide: Guide, entries: Sequence[Entry], wide: float, high: float
) -> tuple[PaperMap, dict[int, Point]] | None:
    """Return the same map without numbers, and where each would stand, for a script to draw."""
    places = _places(guide, entries)
    if not places or not _has_ground(guide):
        return None
    projection = _projection(guide, places.values(), PaperRoom(wide, high))
    points = {number: projection.point(position) for number, position in places.items()}
    return _drawn(guide, projection, {}), points


def mapped(entries: Sequence[Entry], found: PaperMap) -> list[Entry]:
    """Return those of the entries whose numbers are on a map."""
    words = {word for pin in found.pins for row in pin.rows for word in row.words.split()}
    return [entry for entry in entries if str(entry.number) in words]


def _places(guide: Guide, entries: Sequence[Entry]) -> dict[int, Position]:
    """Return where the entries with a number are, but for those a slip put far away."""
    at = ((entry.number, guide.catalogue.position_of(entry)) for entry in entries)
    return {
        number: position
        for number, position in at
        if number and position and _is_on(guide, position)
    }


def _is_on(guide: Guide, position: Position) -> bool:
    if guide.area_map:
        return guide.area_map.bounds.holds(position)
    return distance(position, guide.config.centre.position) <= FAR


@kept(64)
def _map_of(
    guide: Guide, places: tuple[tuple[int, Position], ...], room: PaperRoom
) -> PaperMap | None:
    if not _has_ground(guide):
        return None
    numbered = dict(places)
    return _drawn(guide, _projection(guide, numbered.values(), room), numbered)


def _has_ground(guide: Guide) -> bool:
    return bool(guide.area_map or guide.landmarks or guide.config.boundary)


def _projection(guide: Guide, positions: Iterable[Position], room: PaperRoom) -> Projection:
    """Return what of the ground is shown; without a street map all of the outline is."""
    if guide.area_map:
        bounds = bounds_on_paper(positions, room, guide.area_map.bounds)
    else:
        shown = (*positions, *_corners(guide), *(position for _, position in _landmarks(guide)))
        bounds = bounds_on_paper(shown, room, None)
    return Projection(bounds, room.wide * UNITS)


def _corners(guide: Guide) -> list[Position]:
    return [corner.position for corner in guide.config.boundary]


def _landmarks(guide: Guide) -> list[tuple[str, Position]]:
    return [(one.name, one.position) for one in guide.landmarks if _is_on(guide, one.position)]


def _drawn(guide: Guide, projection: Projection, places: Mapping[int, Position]) -> PaperMap:
    if guide.area_map:
        return _street_map(guide, guide.area_map, projection, places)
    return _outline_map(guide, projection, places)


def _street_map(
    guide: Guide, area: AreaMap, projection: Projection, places: Mapping[int, Position]
) -> PaperMap:
    """Return the streets; pins find room first, and then the names of streets round them."""
    found = shapes(cropped(area, projection.bounds), projection)
    board = _board(projection, area.credit)
    pins = board.pins(places)
    kept = [band for pin in pins for band in bands_of(pin, projection)]
    labels = placed(found, projection, area.credit, least=LEAST, kept=kept)
    ground = (*ground_shapes(found), *mark_shapes(found, labels))
    return _paper_map(guide, projection, ground, map(drawn_label, labels), pins)


def _outline_map(guide: Guide, projection: Projection, places: Mapping[int, Position]) -> PaperMap:
    """Return the neighbourhood's edge and what everybody knows, whose names find room first."""
    corners, landmarks = _corners(guide), _landmarks(guide)
    board = _board(projection, "")
    names = board.names(landmarks)
    pins = board.pins(places)
    ground = outline_shapes(
        tuple(map(projection.point, corners)),
        [projection.point(position) for _, position in landmarks],
    )
    texts = (
        *map(drawn_label, margin_labels("", projection, LEAST)),
        *(drawn_name(name, projection) for name in names),
    )
    return _paper_map(guide, projection, tuple(ground), texts, pins)


def _board(projection: Projection, credit: str) -> PinBoard:
    board = PinBoard(projection)
    board.keep(margin_labels(credit, projection, LEAST))
    board.keep_line(scale_line(projection))
    return board


def _paper_map(
    guide: Guide,
    projection: Projection,
    ground: tuple[MapShape, ...],
    texts: Iterable[MapText],
    pins: Iterable[ListingPin],
) -> PaperMap:
    drawn = (*ground, scale_shape(scale_line(projection)))
    return PaperMap(
        label=guide.words.say("A drawing of the area with the numbers of the list"),
        wide=f"{projection.width / UNITS:g}",
        high=f"{projection.height / UNITS:.2f}",
        box=f"0 0 {projection.width:g} {projection.height:.1f}",
        shapes=drawn,
        layers=layers(drawn, projection),
        texts=tuple(texts),
        pins=tuple(drawn_pin(pin, projection) for pin in pins),
    )
