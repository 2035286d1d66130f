"""The files of the map -> about how much data they cost, for whoever pays for it.

The sums are of what each file holds, and not of what a packer makes of it: packers of different
versions differ by a few bytes, and two builds of the same guide would differ with them.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from doorstep.maps.libraries import libraries
from doorstep.tracing import kept, question
from doorstep.views.map_scripts import LIVE, STYLE
from doorstep.views.spots import spots_of

if TYPE_CHECKING:
    from doorstep.guide import Guide

SENT = {"js": 0.29, "css": 0.25}
"""What is sent of a byte, packed up as servers do (gzip), about."""

WORDS_SENT = 2_500
"""Bytes of map.json, packed up, before there is any place in it."""

SPOT_SENT = 8
"""Bytes of map.json for each place, packed up."""

POINT_SENT = 6
"""Bytes of the drawn street map for each point of it, packed up."""

KILOBYTE = 1000
ROUGHLY = 10
"""Kilobytes are said in tens."""


@question
@kept(4)
def kilobytes_of_map(guide: Guide) -> int:
    """Return about how many kilobytes come with a map over a drawing that is already there."""
    return _kilobytes(_files(guide))


@question
@kept(4)
def kilobytes_of_map_and_streets(guide: Guide) -> int:
    """Return about how many come with a map on a page that has no drawing."""
    area = guide.area_map
    points = sum(len(part) for feature in area.features for part in feature.parts) if area else 0
    return _kilobytes(_files(guide) + POINT_SENT * points)


def _files(guide: Guide) -> float:
    """Return about how many bytes are sent of scripts, style sheets and map.json."""
    files, sizes = libraries(), guide.asset_sizes
    scripts = [*(one.size(one.script) for one in files), *(sizes[name] for name in LIVE)]
    styles = [*(one.size(one.style) for one in files), sizes[STYLE]]
    packed = SENT["js"] * sum(scripts) + SENT["css"] * sum(styles)
    return packed + WORDS_SENT + SPOT_SENT * len(spots_of(guide))


def _kilobytes(sent: float) -> int:
    return ceil(sent / KILOBYTE / ROUGHLY) * ROUGHLY
