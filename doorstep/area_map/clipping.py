"""Lines and rings -> what of them lies in a box whose corner is 0, 0."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from doorstep.area_map.ground import Dot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def clipped_line(line: Sequence[Dot], width: float, height: float) -> list[list[Dot]]:
    """Return the pieces of a line within the box: none, one or several."""
    if _is_within(line, width, height):
        return [list(line)]
    if _is_apart(line, width, height):
        return []
    pieces: list[list[Dot]] = []
    for here, there in pairwise(line):
        inside = _clipped_step(here, there, width, height)
        if inside is None:
            continue
        start, end = inside
        if pieces and pieces[-1][-1] == start:
            pieces[-1].append(end)
        else:
            pieces.append([start, end])
    return [piece for piece in pieces if len(set(piece)) > 1]


def _is_within(dots: Sequence[Dot], width: float, height: float) -> bool:
    return all(0 <= x <= width and 0 <= y <= height for x, y in dots)


def _is_apart(dots: Sequence[Dot], width: float, height: float) -> bool:
    """Say whether everything is off the same side of the box."""
    xs, ys = [x for x, _ in dots], [y for _, y in dots]
    return max(xs) < 0 or min(xs) > width or max(ys) < 0 or min(ys) > height


def _clipped_step(here: Dot, there: Dot, width: float, height: float) -> tuple[Dot, Dot] | None:
    """Return the part of one straight step within the box (Liang and Barsky's way)."""
    first, last = 0.0, 1.0
    for speed, room in _sides(here, there, width, height):
        if speed == 0:
            if room < 0:
                return None
            continue
        meeting = room / speed
        if speed < 0:
            first = max(first, meeting)
        else:
            last = min(last, meeting)
    if first > last:
        return None
    start = here if first == 0 else _between(here, there, first)
    end = there if last == 1 else _between(here, there, last)
    return _within(start, width, height), _within(end, width, height)


def _sides(here: Dot, there: Dot, width: float, height: float) -> Iterator[tuple[float, float]]:
    """Yield for each side how fast the step goes out through it, and how far off it is."""
    east, north = there.x - here.x, there.y - here.y
    yield -east, here.x
    yield east, width - here.x
    yield -north, here.y
    yield north, height - here.y


def _between(here: Dot, there: Dot, share: float) -> Dot:
    return Dot(here.x + (there.x - here.x) * share, here.y + (there.y - here.y) * share)


def _within(dot: Dot, width: float, height: float) -> Dot:
    """Return a point on the edge without what arithmetic left over."""
    return Dot(min(max(dot.x, 0.0), width), min(max(dot.y, 0.0), height))


def clipped_ring(ring: Sequence[Dot], width: float, height: float) -> list[Dot]:
    """Return what of a ring lies in the box, along its edge where it was cut; or nothing."""
    if _is_within(ring, width, height):
        return list(ring)
    if _is_apart(ring, width, height):
        return []
    # One side of the box after the other: Sutherland and Hodgman's way.
    left = _cut(list(ring), axis=0, sign=1, edge=0)
    left = _cut(left, axis=0, sign=-1, edge=-width)
    left = _cut(left, axis=1, sign=1, edge=0)
    left = _cut(left, axis=1, sign=-1, edge=-height)
    return [_within(dot, width, height) for dot in left]


def _cut(ring: list[Dot], *, axis: int, sign: int, edge: float) -> list[Dot]:
    """Return the part of a ring on the inner side of a straight edge."""
    kept: list[Dot] = []
    for here, there in zip(ring[-1:] + ring[:-1], ring, strict=True):
        before, after = here[axis] * sign - edge, there[axis] * sign - edge
        if (before >= 0) != (after >= 0):
            kept.append(_between(here, there, before / (before - after)))
        if after >= 0:
            kept.append(there)
    return kept
