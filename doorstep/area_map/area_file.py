"""AreaMap <-> content/map/area.json: one feature on a line, each point as steps from the last."""

from __future__ import annotations

import json
import stat
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from doorstep.area_map.area import AreaMap, Bounds, Feature, Sort, Spot
from doorstep.area_map.names import tidy_name
from doorstep.area_map.neighbourhood import checked_bounds
from doorstep.problems import Level, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from doorstep.area_map.area import Part
    from doorstep.geography import Position

FORMAT = 1
FILE = "map/area.json"
"""Where the map is kept, below the content folder."""

MOST_BYTES = 20_000_000
"""A neighbourhood's map has one or two hundred thousand."""

FARTHEST = 36_000_000
"""Units once round the earth: nothing is farther from the corner of a map."""


def read_area_map(content: Path, centre: Position) -> tuple[AreaMap | None, list[Problem]]:
    """Return the street map of this neighbourhood; None where there is none that can be used."""
    path = content / FILE
    try:
        if path.parent.is_symlink():  # whoever lists the folder says so
            return None, []
        facts = path.lstat()
        # A pipe would be waited for, and a link may lead anywhere.
        if not stat.S_ISREG(facts.st_mode) or facts.st_size > MOST_BYTES:
            return None, [_unreadable(content)]
        area = area_map_of(json.loads(path.read_text(encoding="utf-8-sig")))
    except (FileNotFoundError, NotADirectoryError):
        return None, []
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None, [_unreadable(content)]
    return (area, []) if area.bounds.holds(centre) else (None, [_elsewhere(content, centre)])


def _unreadable(content: Path) -> Problem:
    message = "This is not a street map as the guide writes it, so there is no map of streets."
    fix = "Make it again from an extract: docs/street-map.md says how."
    return _problem(content, "area-map", message, fix)


def _elsewhere(content: Path, centre: Position) -> Problem:
    message = (
        f"The centre of the neighbourhood, {centre.lat:.4f}, {centre.lon:.4f}, is not on this "
        "street map, so there is no map of streets."
    )
    fix = "Check the centre in the settings, or make a new map: docs/street-map.md says how."
    return _problem(content, "area-map-here", message, fix)


def _problem(content: Path, rule: str, message: str, fix: str) -> Problem:
    return Problem(
        file=f"{content.name}/{FILE}",
        line=1,
        column=1,
        level=Level.WARNING,
        rule=rule,
        message=message,
        fix=fix,
        about="area.json",
    )


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
