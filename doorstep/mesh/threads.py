"""Mesh -> Thread: where only one entry holds others to the rest, so that they would drift apart."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from doorstep.mesh.connections import Mesh


class Thread(Struct, frozen=True):
    """Entries that reach the rest of their cluster by one entry alone."""

    by: str
    """The slug of that one."""
    held: tuple[str, ...]
    """The slugs of the others, in the order of the mesh."""


def threads_of(mesh: Mesh) -> tuple[Thread, ...]:
    """Return every thread of a mesh, those that hold most first."""
    order = {slug: place for place, slug in enumerate(mesh.entries)}
    found = [
        Thread(walk.joints[by], tuple(sorted(held & order.keys(), key=order.__getitem__)))
        for cluster in mesh.clusters
        for walk in [_Walk.through(mesh.joints, cluster[0])]
        for by, held in walk.cut_off()
        if walk.joints[by] in mesh.entries
    ]
    return tuple(sorted(found, key=lambda thread: (-len(thread.held), order[thread.by])))


class _Walk(Struct):
    """A walk through all that hangs together, each joint once, as far as it goes before it turns.

    Whatever a walk reaches behind a joint, and from where nothing leads back to before it, hangs
    on that joint alone (Hopcroft and Tarjan, 1973).
    """

    joints: list[str] = field(default_factory=list)
    """In the order they were reached; those reached from a joint follow it in a row."""
    came_from: list[int] = field(default_factory=list)
    leads_back: list[int] = field(default_factory=list)
    """The earliest joint that can be reached from here without the one it came from."""
    last: list[int] = field(default_factory=list)
    """The last joint that was reached from here."""

    @classmethod
    def through(cls, lines: Mapping[str, Sequence[str]], start: str) -> _Walk:
        """Walk through all that hangs together with a joint."""
        walk, places = cls(), dict[str, int]()
        walk._enter(start, -1, places)
        ahead = [iter(lines[start])]
        here = 0
        while ahead:
            other = next(ahead[-1], None)
            if other is None:
                ahead.pop()
                here = walk._turn_back(here)
            elif other not in places:
                here = walk._enter(other, here, places)
                ahead.append(iter(lines[other]))
            elif places[other] != walk.came_from[here]:
                walk.leads_back[here] = min(walk.leads_back[here], places[other])
        return walk

    def _enter(self, joint: str, came_from: int, places: dict[str, int]) -> int:
        place = places[joint] = len(self.joints)
        self.joints.append(joint)
        self.came_from.append(came_from)
        self.leads_back.append(place)
        self.last.append(place)
        return place

    def _turn_back(self, here: int) -> int:
        before = self.came_from[here]
        if before >= 0:
            self.leads_back[before] = min(self.leads_back[before], self.leads_back[here])
            self.last[before] = max(self.last[before], self.last[here])
        return before

    def cut_off(self) -> Iterator[tuple[int, set[str]]]:
        """Yield each joint that holds others alone, with the parts it holds but for the largest."""
        for by, firsts in sorted(self._hanging().items()):
            parts = sorted((range(first, self.last[first] + 1) for first in firsts), key=len)
            # Most often it is all the rest that is the largest part, and nobody has to count it.
            if len(self.joints) - 1 - sum(map(len, parts)) < len(parts[-1]):
                inside = {by, *chain.from_iterable(parts)}
                rest = {joint for at, joint in enumerate(self.joints) if at not in inside}
                yield from [(by, rest)] if rest else []
                parts = parts[:-1]
            yield from ((by, {self.joints[at] for at in part}) for part in parts)

    def _hanging(self) -> dict[int, list[int]]:
        """Return the first joint of each part that hangs on one joint, by that joint."""
        found: dict[int, list[int]] = {}
        for place, before in enumerate(self.came_from):
            if before >= 0 and self.leads_back[place] >= before:
                found.setdefault(before, []).append(place)
        return found
