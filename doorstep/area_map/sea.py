"""Pieces of coastline within a box -> the rings of the sea in it.

Coastlines are drawn with the sea to their right (https://wiki.openstreetmap.org/wiki/Coastline).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.area_map.area import Spot
from doorstep.area_map.ground import crosses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorstep.area_map.area import Part


def sea(coast: Sequence[Part], width: int, height: int) -> list[Part]:
    """Return the shores of the sea, then those of islands in it; nothing where it is unclear."""
    edge = _Edge(width, height)
    chains = _chains(coast)
    rings = [chain[:-1] for chain in chains if chain[0] == chain[-1]]
    cuts = [chain for chain in chains if chain[0] != chain[-1]]
    if not all(edge.has(chain[0]) and edge.has(chain[-1]) for chain in cuts):
        return []  # an extract that has only half of the coast
    # With land to its left, a ring that turns left goes round an island.
    is_an_island = [sum(crosses(ring)) > 0 for ring in rings]
    if rings and not cuts and all(is_an_island):
        rings.insert(0, edge.corners)
    return [*_sheets(cuts, edge), *rings]


def _chains(coast: Sequence[Part]) -> list[Part]:
    """Join lines that go on where others end; a coastline never turns round."""
    onward = {line[0]: line for line in sorted(coast)}
    ends = {line[-1] for line in onward.values()}
    chains = []
    for start in sorted(onward, key=lambda spot: (spot in ends, spot)):
        chain = list(onward.pop(start, ()))
        while chain and (line := onward.pop(chain[-1], None)):
            chain += line[1:]
        chains.append(tuple(chain))
    return [chain for chain in chains if chain]


class _Edge(Struct, frozen=True):
    """The edge of a box as a way round it, clockwise from the south-west."""

    width: int
    height: int

    @property
    def corners(self) -> Part:
        north, east = self.height, self.width
        return Spot(0, 0), Spot(0, north), Spot(east, north), Spot(east, 0)

    def has(self, spot: Spot) -> bool:
        return spot.x in (0, self.width) or spot.y in (0, self.height)

    def along(self, spot: Spot) -> int:
        """Return how far from the south-west a point of the edge is."""
        x, y = spot
        if x == 0:
            return y
        if y == self.height:
            return self.height + x
        if x == self.width:
            return 2 * self.height + self.width - y
        return 2 * self.height + 2 * self.width - x

    def onward(self, here: Spot, there: Spot) -> int:
        """Return how far it is from one point of the edge to another."""
        return (self.along(there) - self.along(here)) % (2 * (self.width + self.height))

    def passed(self, here: Spot, there: Spot) -> list[Spot]:
        """Return the corners between two points, in the order in which they are passed."""
        way = self.onward(here, there)
        between = [corner for corner in self.corners if 0 < self.onward(here, corner) < way]
        return sorted(between, key=lambda corner: self.onward(here, corner))


def _sheets(cuts: Sequence[Part], edge: _Edge) -> list[Part]:
    """Go along each coast, and from where it leaves the box along the edge to the next one."""
    left = {cut[0]: cut for cut in sorted(cuts)}
    sheets = []
    while left:
        first = min(left)
        sheet: list[Spot] = []
        start = first
        while start in left:
            cut = left.pop(start)
            sheet += cut
            entries = [*left, first]
            start = min(entries, key=lambda entry: edge.onward(cut[-1], entry))
            sheet += edge.passed(cut[-1], start)
        sheets.append(tuple(sheet))
    return sheets
