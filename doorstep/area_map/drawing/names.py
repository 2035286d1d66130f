"""Shapes -> Labels: which names the drawing carries and where, the important ones first."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.area_map.area import AREAS, Sort
from doorstep.area_map.drawing.beside import beside
from doorstep.area_map.drawing.chains import length
from doorstep.area_map.drawing.choosing import Board
from doorstep.area_map.drawing.letters import drawable
from doorstep.area_map.drawing.style import (
    AREA_NAMES,
    LANDMARK_NAMES,
    MAJOR_NAMES,
    STATION_NAMES,
)
from doorstep.area_map.drawing.ways import STREETS, ways
from doorstep.area_map.drawing.within import Area, largest, overflowing, within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.area_map.drawing.labels import Label, Lettering, Sign
    from doorstep.area_map.drawing.room import Choice, Room
    from doorstep.area_map.drawing.shapes import Line, Point, Shape
    from doorstep.area_map.drawing.ways import Way

REPEATED = 1300
"""How far from another of the same a name is written again, in units."""


def names(shapes: list[Shape], board: Board) -> list[Label]:
    """Return the names that found room, of each kind those that matter more first."""
    roads, rivers = ways(shapes, STREETS), ways(shapes, (Sort.STREAM,))
    majors = [way for way in roads if way.lettering is MAJOR_NAMES]
    others = [way for way in roads if way.lettering is not MAJOR_NAMES]
    at_points = _add_points(shapes, board, Sort.STATION, STATION_NAMES)
    along = _add_ways(majors, board)
    inside = [*_add_areas(shapes, board, {way.name for way in rivers})]
    along += _add_ways(rivers, board)
    at_points += _add_points(shapes, board, Sort.LANDMARK, LANDMARK_NAMES)
    along += _add_ways(others, board)
    for number, choices in at_points:
        board.widen(number, iter(choices))
    for number, way in along:
        board.widen(number, _lesser(way, board.room))
    board.make_way()
    once = [*inside, *(number for number, _ in (*at_points, *along))]
    return [
        *(label for number in once for label in board.sign(number)),
        *(label for number, way in along for label in _again(way, board, number)),
    ]


def _add_ways(found: list[Way], board: Board) -> list[tuple[int, Way]]:
    return [(board.add(board.room.choices(way.signs())), way) for way in found]


def _lesser(way: Way, room: Room) -> Iterator[Choice]:
    yield from room.choices(way.lesser_signs())
    yield from filter(room.is_off_road, room.choices(way.signs_beside()))


def points(shapes: list[Shape], sort: Sort) -> list[tuple[Point, str]]:
    """Return where there is something of a sort, and what it is called."""
    found = [shape for shape in shapes if shape.sort is sort]
    return [(line[0], drawable(shape.name)) for shape in found for line in shape.lines]


def _add_points(
    shapes: list[Shape], board: Board, sort: Sort, lettering: Lettering
) -> list[tuple[int, list[Choice]]]:
    """Put names beside their marks, off the streets; return what other places they have."""
    found = []
    for point, name in points(shapes, sort):
        if name:
            off_road, on_road = _places_beside(point, name, lettering, board.room)
            found.append((board.add(iter(off_road)), on_road))
    return found


def _places_beside(
    point: Point, name: str, lettering: Lettering, room: Room
) -> tuple[list[Choice], list[Choice]]:
    """Return where a name may stand without touching a street, and where else."""
    places: dict[bool, list[Sign]] = {True: [], False: []}
    for choice in room.choices(beside(point, name, lettering)):
        marked = replace(choice.sign[0], mark=point)
        places[room.is_off_road(choice)].append((marked, *choice.sign[1:]))
    return [*room.choices(places[True])], [*room.choices(places[False])]


def _add_areas(shapes: list[Shape], board: Board, elsewhere: set[str]) -> Iterator[int]:
    """Put names inside parks, lakes and squares; a river's own name goes along its line."""
    areas = [shape for shape in shapes if shape.sort in AREAS and drawable(shape.name)]
    for shape in sorted(areas, key=lambda each: -largest(each.lines)):
        name = drawable(shape.name)
        if not (shape.sort is Sort.WATER and name in elsewhere):
            area = Area(shape.lines, name, AREA_NAMES[shape.sort])
            yield board.add(_inside(area, board.room))


def _inside(area: Area, room: Room) -> Iterator[Choice]:
    yield from room.choices(within(area))
    yield from filter(room.is_off_road, room.choices(overflowing(area)))


def _again(way: Way, board: Board, number: int) -> Iterator[Label]:
    """Yield more labels of a long way, well away from those that are there."""
    there = [label.middle for label in board.sign(number)]
    for chain in way.chains if there else ():
        while found := board.sign(_add_again(way, chain, there, board)):
            there.append(found[0].middle)
            yield from found


def _add_again(way: Way, chain: Line, there: list[Point], board: Board) -> int:
    return board.add(board.room.choices(_elsewhere(way, chain, there)))


def _elsewhere(way: Way, chain: Line, there: list[Point]) -> Iterator[Sign]:
    if length(chain) < REPEATED / 2:
        return
    for sign in way.on(chain):
        if all(math.dist(sign[0].middle, place) >= REPEATED for place in there):
            yield sign
