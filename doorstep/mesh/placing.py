"""Circles and the lines between them -> where each is drawn: joined ones near, none over another.

All is worked out in whole numbers and nothing is left to chance, so that every machine draws the
same picture.
"""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import combinations
from math import isqrt
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FINE = 64
"""Steps in one unit of the picture, while circles are moved."""

TURNS = 60
"""How often every circle is moved to where all others would have it; more change little."""

MOST_TURNS = 400
"""Turns of moving circles off each other, of which most pictures need a few."""

STUCK = 200
"""Turns after which they only push each other to and fro between two edges, and step aside."""

AIR = 12
"""Units between two circles."""

ROOM = 5
"""How much more than the circles themselves the picture holds, a third of it."""

LONG, SHORT, STEP = 100, 60, 10
"""Units between two that have one connection, at least, and how much nearer each other brings."""

APART = 160
"""Units between two that nothing joins, beyond the longest way there is between joined ones."""

HEAVY = 1_000_000
"""What a wish for a distance weighs, times its square: whoever is near has more of a say."""


class _Spot(Struct):
    x: int
    y: int
    radius: int


def placed(
    radii: Sequence[int], lines: Mapping[tuple[int, int], int], width: int
) -> tuple[list[tuple[int, int]], int]:
    """Return the middle of each circle, and how high the picture has to be for all of them."""
    if not radii:
        return [], 0
    frame = (width * FINE, _height(radii, width) * FINE)
    spots = _spiral(radii, lines, frame)
    wishes = _wishes(len(radii), lines)
    for _ in range(TURNS):
        _move_as_wished(spots, wishes)
    _fill(spots, frame)
    for turn in range(MOST_TURNS):
        if not _move_apart(spots, frame, is_stuck=turn > STUCK):
            break
    top = min(spot.y - spot.radius for spot in spots)
    bottom = max(spot.y + spot.radius for spot in spots)
    middles = [(spot.x // FINE, (spot.y - top) // FINE + AIR) for spot in spots]
    return middles, (bottom - top) // FINE + 2 * AIR


def _height(radii: Sequence[int], width: int) -> int:
    boxes = sum((2 * radius + AIR) ** 2 for radius in radii)
    return max(boxes * ROOM // 3 // width, 2 * max(radii) + 2 * AIR)


def _spiral(
    radii: Sequence[int], lines: Mapping[tuple[int, int], int], frame: tuple[int, int]
) -> list[_Spot]:
    """Return the circles on a square spiral, with most connections in the middle."""
    spots = [_Spot(frame[0] // 2, frame[1] // 2, radius * FINE) for radius in radii]
    step = isqrt(frame[0] * frame[1] // len(radii))
    x, y, dx, dy = 0, 0, 0, -1
    for place in _from_the_middle(len(radii), lines):
        spots[place].x += x * step
        spots[place].y += y * step
        if x == y or (x < 0 and x == -y) or (x > 0 and x == 1 - y):
            dx, dy = -dy, dx
        x, y = x + dx, y + dy
    for spot in spots:
        _keep_inside(spot, frame)
    return spots


def _from_the_middle(number: int, lines: Mapping[tuple[int, int], int]) -> list[int]:
    """Return the circles: the one with most connections, those it is joined with, and so on."""
    joined: list[dict[int, int]] = [{} for _ in range(number)]
    for (one, other), count in lines.items():
        joined[one][other] = joined[other][one] = count
    by_weight = sorted(range(number), key=lambda place: (-sum(joined[place].values()), place))
    found: dict[int, None] = {}
    for start in by_weight:
        waiting = [start]
        while waiting:
            place = waiting.pop(0)
            if place not in found:
                found[place] = None
                waiting += sorted(joined[place], key=by_weight.index)
    return [*found]


def _wishes(number: int, lines: Mapping[tuple[int, int], int]) -> list[list[int]]:
    """Return how far each circle would be from each other: the shortest way along the lines."""
    far = [[0 if one == other else -1 for other in range(number)] for one in range(number)]
    joined: list[dict[int, int]] = [{} for _ in range(number)]
    for (one, other), count in lines.items():
        joined[one][other] = joined[other][one] = max(LONG - STEP * (count - 1), SHORT)
    for start, row in enumerate(far):
        _measure(start, joined, row)
    longest = max(max(row) for row in far)
    return [[longest + APART if way < 0 else way for way in row] for row in far]


def _measure(start: int, joined: Sequence[Mapping[int, int]], row: list[int]) -> None:
    """Write the length of the shortest way from one circle to all it is joined with (Dijkstra)."""
    waiting, done = [(0, start)], set[int]()
    while waiting:
        way, place = heappop(waiting)
        if place in done:
            continue
        done.add(place)
        row[place] = way
        for other, length in joined[place].items():
            if other not in done:
                heappush(waiting, (way + length, other))


def _move_as_wished(spots: Sequence[_Spot], wishes: Sequence[Sequence[int]]) -> None:
    """Move each circle to the middle of where all others would have it (de Leeuw, 1977)."""
    for place, spot in enumerate(spots):
        x = y = weights = 0
        for other, wish in zip(spots, wishes[place], strict=True):
            if other is spot:
                continue
            weight = HEAVY // (wish * wish)
            dx, dy = spot.x - other.x, spot.y - other.y
            length = max(isqrt(dx * dx + dy * dy), 1)
            x += weight * (other.x + dx * wish * FINE // length)
            y += weight * (other.y + dy * wish * FINE // length)
            weights += weight
        if weights:
            spot.x, spot.y = x // weights, y // weights


def _fill(spots: Sequence[_Spot], frame: tuple[int, int]) -> None:
    """Stretch or squeeze the whole so that it fills the picture."""
    left, right = min(spot.x for spot in spots), max(spot.x for spot in spots)
    top, bottom = min(spot.y for spot in spots), max(spot.y for spot in spots)
    edge = max(spot.radius for spot in spots) + AIR * FINE // 2
    for spot in spots:
        spot.x = edge + (spot.x - left) * (frame[0] - 2 * edge) // max(right - left, 1)
        spot.y = edge + (spot.y - top) * (frame[1] - 2 * edge) // max(bottom - top, 1)
        _keep_inside(spot, frame)


def _move_apart(spots: Sequence[_Spot], frame: tuple[int, int], *, is_stuck: bool) -> bool:
    """Move circles off each other that are too near, and say whether there were any."""
    were_any = False
    for one, other in combinations(spots, 2):
        dx, dy = other.x - one.x, other.y - one.y
        apart = one.radius + other.radius + AIR * FINE
        if dx * dx + dy * dy >= apart * apart:
            continue
        were_any = True
        length = isqrt(dx * dx + dy * dy)
        if not length:
            dx, dy, length = 1, 0, 1
        if is_stuck:
            dx, dy = dx + dy, dy - dx
        short = (apart - length) // 2 + FINE
        for spot, way in ((one, -1), (other, 1)):
            spot.x += way * dx * short // length
            spot.y += way * dy * short // length
            _keep_inside(spot, frame)
    return were_any


def _keep_inside(spot: _Spot, frame: tuple[int, int]) -> None:
    edge = spot.radius + AIR * FINE // 2
    spot.x = min(max(spot.x, edge), frame[0] - edge)
    spot.y = min(max(spot.y, edge), frame[1] - edge)
