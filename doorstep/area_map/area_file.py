"""content/map/area.json -> the AreaMap of this neighbourhood, or why there is none."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

from doorstep.problems import Level, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.area_map.area import AreaMap
    from doorstep.geography import Position

FILE = "map/area.json"
"""Where the map is kept, below the content folder."""

MOST_BYTES = 20_000_000
"""A neighbourhood's map has one or two hundred thousand."""


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
        from doorstep.area_map.area_text import area_map_of  # late: few guides have a map

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
