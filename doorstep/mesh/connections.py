"""A guide -> Mesh: which public entries are connected, why, and which are on their own so far."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.fields import folded
from doorstep.freshness import TIMELESS
from doorstep.tracing import kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doorstep.entries import Entry
    from doorstep.guide import Guide


class Reason(StrEnum):
    """Why entries are connected."""

    WORKS_WITH = "works-with"
    """One of the two says that they work together."""
    SAME_PLACE = "same-place"
    """They are in the same building or green space."""
    SAME_ORGANISER = "same-organiser"
    """The same group runs them."""


class Tie(Struct, frozen=True):
    """Entries that hang together for one reason."""

    reason: Reason
    """Why."""
    members: tuple[str, ...]
    """Their slugs, the hub left out."""
    hub: str = ""
    """The entry they have in common: their place, their organiser; "" where it is not one."""

    @property
    def everyone(self) -> tuple[str, ...]:
        """All that are connected by it."""
        return (self.hub, *self.members) if self.hub else self.members


class Mesh(Struct, frozen=True, eq=False, dict=True):
    """Who is connected with whom; a safe space is never in it."""

    entries: Mapping[str, Entry]
    """Every public entry one can go to or ask, by slug, in the order of their numbers."""
    ties: tuple[Tie, ...]
    """What they hang together by."""

    @cached_property
    def partners(self) -> Mapping[str, Mapping[str, frozenset[Reason]]]:
        """For each entry those it is directly connected with, and for which reasons."""
        found: dict[str, dict[str, frozenset[Reason]]] = {slug: {} for slug in self.entries}
        for tie in self.ties:
            for one in tie.everyone:
                for other in tie.everyone:
                    if one != other:
                        reasons = found[one].get(other, frozenset())
                        found[one][other] = reasons | {tie.reason}
        return found

    @cached_property
    def joints(self) -> Mapping[str, tuple[str, ...]]:
        """The mesh as lines between joints: its entries, and a joint for each tie with no hub.

        It says the same as `partners` with far fewer lines where many meet in one building.
        """
        found: dict[str, dict[str, None]] = {slug: {} for slug in self.entries}
        for one, other in chain.from_iterable(map(_lines, self.ties, range(len(self.ties)))):
            found.setdefault(one, {})[other] = None
            found.setdefault(other, {})[one] = None
        return {joint: tuple(others) for joint, others in found.items()}

    @cached_property
    def clusters(self) -> tuple[tuple[str, ...], ...]:
        """Entries that hang together in some way, the largest cluster first."""
        several = [part for part in self._parts if len(part) > 1]
        return tuple(sorted(several, key=len, reverse=True))

    @cached_property
    def islands(self) -> tuple[str, ...]:
        """Entries on their own so far."""
        return tuple(part[0] for part in self._parts if len(part) == 1)

    @cached_property
    def _parts(self) -> list[tuple[str, ...]]:
        """Every entry once, with all those it can be reached from, in the order of `entries`."""
        part_of: dict[str, str] = {}
        for slug in self.entries:
            for joint in self._reached(slug, part_of):
                part_of[joint] = slug
        parts: dict[str, list[str]] = {}
        for slug in self.entries:
            parts.setdefault(part_of[slug], []).append(slug)
        return [tuple(part) for part in parts.values()]

    def _reached(self, start: str, known: Mapping[str, str]) -> set[str]:
        reached: set[str] = set()
        waiting = [] if start in known else [start]
        while waiting:
            joint = waiting.pop()
            if joint not in reached:
                reached.add(joint)
                waiting += self.joints[joint]
        return reached


def _lines(tie: Tie, place: int) -> Iterator[tuple[str, str]]:
    """Yield the lines a tie is drawn by: from its hub, between two, or from a joint of its own."""
    if not tie.hub and len(tie.members) == 2:
        yield tie.members[0], tie.members[1]
        return
    # No slug has a blank in it.
    hub = tie.hub or f"tie {place}"
    yield from ((hub, member) for member in tie.members)


@kept(4)
def mesh_of(guide: Guide) -> Mesh:
    """Return how the public entries of a guide are connected."""
    public = [entry for entry in guide.catalogue.public if entry.kind not in TIMELESS]
    in_order = sorted(public, key=lambda entry: (entry.number is None, entry.number, entry.slug))
    entries = {entry.slug: entry for entry in in_order}
    ties = (*_pairs(guide, entries), *_places(guide, entries), *_organisers(guide, entries))
    return Mesh(entries, ties)


def _pairs(guide: Guide, entries: Mapping[str, Entry]) -> Iterator[Tie]:
    """Yield two that work together, whichever of them says so."""
    order = {slug: place for place, slug in enumerate(entries)}
    for slug, entry in entries.items():
        others = {other.slug for other in guide.catalogue.works_with(entry)} & entries.keys()
        for other in sorted(others, key=order.__getitem__):
            if order[slug] < order[other]:
                yield Tie(Reason.WORKS_WITH, (slug, other))


def _places(guide: Guide, entries: Mapping[str, Entry]) -> Iterator[Tie]:
    """Yield what is in the same building, whether that has an entry or is written out."""
    inside: dict[str, list[str]] = {}
    for slug, entry in entries.items():
        inside.setdefault(_whereabouts(guide, entry), []).append(slug)
    inside.pop("", None)
    yield from _around_hubs(Reason.SAME_PLACE, inside, entries)


def _whereabouts(guide: Guide, entry: Entry) -> str:
    """Return what tells a place apart: its slug, or its name and address as they are written."""
    place = guide.catalogue.place_of(entry)
    if place or entry.address is None:
        return place.slug if place else ""
    where = entry.address
    # A postcode alone is a whole street.
    is_told = where.address or (where.name and where.postcode)
    words = folded(f"{where.name} {where.address} {where.postcode}")
    return f"at {words}" if is_told else ""


def _organisers(guide: Guide, entries: Mapping[str, Entry]) -> Iterator[Tie]:
    """Yield what the same group runs; which safe space runs something is nobody's business."""
    run: dict[str, list[str]] = {}
    for slug, entry in entries.items():
        organiser = guide.catalogue.organiser_of(entry)
        if organiser and organiser.slug != slug:
            run.setdefault(organiser.slug, []).append(slug)
    yield from _around_hubs(Reason.SAME_ORGANISER, run, entries)


def _around_hubs(
    reason: Reason, around: Mapping[str, list[str]], entries: Mapping[str, Entry]
) -> Iterator[Tie]:
    for hub, members in around.items():
        others = tuple(member for member in members if member != hub)
        if hub in entries and others:
            yield Tie(reason, others, hub)
        elif len(others) > 1:
            yield Tie(reason, others)
