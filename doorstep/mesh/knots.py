"""Mesh -> Knots: each entry with the place or the group it gathers round, and what joins them.

Hundreds of entries with all their lines are a tangle; the places they gather in can be drawn.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.mesh.connections import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorstep.mesh.connections import Mesh

NEAREST_FIRST = (Reason.SAME_PLACE, Reason.SAME_ORGANISER)
"""By what an entry finds its knot: who shares a kettle meets more often than who shares a name."""


class Knot(Struct, frozen=True):
    """A place or a group with all that gathers round it, or one entry alone."""

    hub: str
    """The slug it is known by."""
    others: tuple[str, ...]
    """The slugs of the rest, in the order of the mesh."""

    @property
    def everyone(self) -> tuple[str, ...]:
        """All in it."""
        return (self.hub, *self.others)


class Knots(Struct, frozen=True):
    """A mesh seen from farther off."""

    knots: tuple[Knot, ...]
    """Every entry in one of them, in the order of the mesh."""
    lines: Mapping[tuple[int, int], int]
    """How many connections join two of them, by their places in the row, the earlier first."""


def knots_of(mesh: Mesh) -> Knots:
    """Return the knots of a mesh and what joins them."""
    homes = _homes(mesh)
    around: dict[str, list[str]] = {slug: [] for slug in mesh.entries if homes[slug] == slug}
    for slug, home in homes.items():
        if home != slug:
            around[home].append(slug)
    knots = tuple(Knot(hub, tuple(others)) for hub, others in around.items())
    places = {slug: place for place, knot in enumerate(knots) for slug in knot.everyone}
    return Knots(knots, _lines_between(mesh, places))


def _homes(mesh: Mesh) -> dict[str, str]:
    """Return the hub of the knot that each entry is in; hubs are in their own."""
    gathered = {
        reason: {
            member: tie.hub or tie.members[0]
            for tie in mesh.ties
            for member in tie.members
            if tie.reason is reason
        }
        for reason in NEAREST_FIRST
    }
    place, organiser = (gathered[reason] for reason in NEAREST_FIRST)
    homes: dict[str, str] = {}
    for slug in mesh.entries:
        by = organiser.get(slug, slug)
        homes[slug] = place.get(slug) or place.get(by, by)
    # Whoever others gather round stays where it is: nobody is sent on twice.
    hubs = {home for slug, home in homes.items() if home != slug}
    return {slug: slug if slug in hubs else home for slug, home in homes.items()}


def _lines_between(mesh: Mesh, places: Mapping[str, int]) -> Mapping[tuple[int, int], int]:
    lines: Counter[tuple[int, int]] = Counter()
    for tie in mesh.ties:
        pairs = [(tie.hub or tie.members[0], member) for member in tie.members]
        for one, other in pairs:
            first, second = sorted((places[one], places[other]))
            if first != second:
                lines[first, second] += 1
    return dict(sorted(lines.items()))
