"""What is in the neighbourhood is near its middle; far away, lat and lon may be swapped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.geography import FAR, Position, distance
from doorstep.problems import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.details import Address
    from doorstep.drafts import Draft
    from doorstep.entries import Entry
    from doorstep.problems import Problem

ANOTHER_CORNER_OF_THE_WORLD = 1_500_000
"""Metres: nobody gets this far wrong by a slip of a digit in the country's own figures."""


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for positions the wrong way round, a warning for those far away."""
    centre = draft.config.centre.position
    for entry in draft.entries:
        address = entry.address
        if address is None:
            continue
        if (address.lat is None) != (address.lon is None):
            yield _half(entry)
        elif (here := address.position) and (metres := distance(here, centre)) > FAR:
            yield _swapped(entry, address, centre, metres) or _far(entry, metres)


def _half(entry: Entry) -> Problem:
    return entry.problem_at(
        "where",
        rule="positions-whole",
        level=Level.WARNING,
        message="There is only one of lat and lon, so this is not on any map.",
        fix="Add the other one, or leave both out.",
    )


def _swapped(entry: Entry, address: Address, centre: Position, metres: float) -> Problem | None:
    lat, lon = address.lat or 0.0, address.lon or 0.0
    if not -90 <= lon <= 90 or metres < ANOTHER_CORNER_OF_THE_WORLD:
        return None
    if distance(Position(lon, lat), centre) > metres / 4:
        return None
    problem = entry.problem_at(
        "where",
        "lat",
        rule="positions-swapped",
        message="lat and lon look swapped: lat is the one north, lon the one east.",
    )
    if re.search(r"\blon\b", problem.source_line):
        return replace(problem, corrected=_names_swapped(problem.source_line).strip())
    return replace(problem, fix=f"Change the two lines to:\nlat: {lon}\nlon: {lat}")


def _names_swapped(line: str) -> str:
    return re.sub(r"\bl(at|on)\b", lambda name: "lon" if name[1] == "at" else "lat", line)


def _far(entry: Entry, metres: float) -> Problem:
    return entry.problem_at(
        "where",
        "lat",
        rule="positions-near",
        level=Level.WARNING,
        message=f"This is {metres / 1000:.0f} km from the middle of the neighbourhood.",
        fix="Check lat and lon. If it is right, nothing needs doing.",
    )
