"""AreaMap <-> the text of area.json: one feature on a line, each point as steps from the last."""

from __future__ import annotations

import json
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from doorstep.area_map.area import AreaMap, Bounds, Feature, Sort, Spot
from doorstep.area_map.names import tidy_name
from doorstep.area_map.neighbourhood import checked_bounds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.area_map.area import Part

FORMAT = 1

FARTHEST = 36_000_000
"""Units once round the earth: nothing is farther from the corner of a map."""


def area_map_of(data: Any) -> AreaMap:
    """Return the map that area.json holds; ValueError, KeyError or TypeError if it is not one."""
    if data["format"] != FORMAT:
        raise ValueError(data["format"])
    south, west, north, east = map(_degrees, data["bounds"])
    features = tuple(_feature(*each) for each in data["features"])
    bounds = checked_bounds(Bounds(south, west, north, east))
    return AreaMap(bounds, _words(data["credit"]), features)


def _degrees(number: Any) -> float:
    if type(number) not in (int, float) or not -180 <= number <= 180:
        raise ValueError(number)
    return float(number)


def _feature(sort: str, name: Any, parts: Iterable[Any]) -> Feature:
    return Feature(Sort(sort), _words(name), tuple(map(_part, parts)))


def _words(text: Any) -> str:
    if not isinstance(text, str):
        raise TypeError(text)
    return tidy_name(text)


def _part(steps: list[int]) -> Part:
    if len(steps) < 2 or len(steps) % 2 or not all(type(step) is int for step in steps):
        raise ValueError(steps)
    part = tuple(map(Spot, accumulate(steps[::2]), accumulate(steps[1::2])))
    if any(abs(x) > FARTHEST or abs(y) > FARTHEST for x, y in part):
        raise ValueError(steps)
    return part


def area_file(area: AreaMap) -> str:
    """Return the text of area.json; the same map always gives the same text."""
    bounds = area.bounds
    head = {
        "format": FORMAT,
        "credit": area.credit,
        "bounds": [bounds.south, bounds.west, bounds.north, bounds.east],
    }
    lines = ",\n".join(_line(feature) for feature in area.features)
    return f'{_compact(head)[:-1]},"features":[\n{lines}\n]}}\n'


def _line(feature: Feature) -> str:
    parts = [_steps(part) for part in feature.parts]
    return _compact([feature.sort.value, feature.name, parts])


def _steps(part: Part) -> list[int]:
    first = part[0]
    rest = ((there.x - here.x, there.y - here.y) for here, there in pairwise(part))
    return [*first, *_flat(rest)]


def _flat(pairs: Iterable[tuple[int, int]]) -> list[int]:
    return [number for pair in pairs for number in pair]


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
