"""Catalogue: every entry, found by slug, number, kind, topic, area, place and neighbour.

The catalogue decides what may be shown (see showing.py); outputs only ask it.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from doorstep.entries import Entry, Help, Side
from doorstep.fields import folded
from doorstep.freshness import Step
from doorstep.kinds import BUILDINGS, Kind
from doorstep.permalinks import OWN_PATHS, entry_path
from doorstep.proximity import Grid
from doorstep.showing import Face, Showing, showing_of
from doorstep.tracing import ENTRY, answered_once, kept_question, note, question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from doorstep.config import Freshness
    from doorstep.details import Access, Address
    from doorstep.geography import Position
    from doorstep.proximity import Nearby

KeyT = TypeVar("KeyT")


def title_key(title: str) -> str:
    """Return what a title is sorted by: no case, no accents, no leading "The"."""
    letters = title.casefold()
    if not letters.isascii():
        parted = unicodedata.normalize("NFKD", letters)
        letters = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return letters.removeprefix("the ").strip()


class BySlug(dict[str, Entry]):
    """Entries by slug; who asks for one depends on that one only."""

    def __getitem__(self, slug: str) -> Entry:
        note(ENTRY, slug)
        return super().__getitem__(slug)

    def __contains__(self, slug: object) -> bool:
        note(ENTRY, str(slug))
        return super().__contains__(slug)

    def get(self, slug: str) -> Entry | None:  # type: ignore[override]
        """Return the entry of a slug, if there is one."""
        note(ENTRY, slug)
        return super().get(slug)

    def unasked(self, slug: str) -> Entry | None:
        """Return the same, and let nobody depend on it."""
        return super().get(slug)


class Catalogue(Struct, frozen=True, dict=True):
    """Every entry of the guide, and how they hang together."""

    entries: tuple[Entry, ...]
    """Every entry, by title and then slug."""
    showings: Mapping[str, Showing]
    """What may be shown of each, by slug."""

    @classmethod
    def of(cls, entries: Iterable[Entry], freshness: Freshness, today: date) -> Catalogue:
        """Return the catalogue of these entries, as they stand today."""
        in_order = sorted(entries, key=lambda entry: (title_key(entry.title), entry.slug))
        showings = {entry.slug: showing_of(entry, freshness, today) for entry in in_order}
        return cls(tuple(in_order), showings)

    def showing(self, entry: Entry) -> Showing:
        """Return what may be shown of an entry."""
        return self.showings[entry.slug]

    def shows(self, entry: Entry, face: Face) -> bool:
        """Say whether an entry may be seen there."""
        return self.showings[entry.slug].shows(face)

    @question
    def seen_on(self, face: Face) -> tuple[Entry, ...]:
        """Return every entry that may be seen there, by title and then slug."""
        return self._by_face[face]

    @cached_property
    def _by_face(self) -> dict[Face, tuple[Entry, ...]]:
        seen = [(entry, self.showing(entry).faces) for entry in self.entries]
        return {face: tuple(entry for entry, faces in seen if face in faces) for face in Face}

    @cached_property
    def by_slug(self) -> BySlug:
        """Every entry, by its slug."""
        return BySlug({entry.slug: entry for entry in self.entries})

    @kept_question
    def by_number(self) -> dict[int, Entry]:
        """Every numbered entry, by its number, smallest first."""
        numbered = ((entry.number, entry) for entry in self.entries if entry.number)
        return dict(sorted(numbered, key=lambda pair: pair[0]))

    @kept_question
    def listed(self) -> tuple[Entry, ...]:
        """Entries that stand in lists; those not checked lately come last."""
        listed = (entry for entry in self.entries if self.showing(entry).is_listed)
        return tuple(sorted(listed, key=lambda entry: self.showing(entry).step >= Step.STALE))

    @kept_question
    def public(self) -> tuple[Entry, ...]:
        """Entries that may go anywhere, which a safe space may not."""
        return tuple(entry for entry in self.listed if self.showing(entry).is_public)

    @cached_property
    def _listed_by_kind(self) -> dict[Kind, tuple[Entry, ...]]:
        return _grouped(self.listed, lambda entry: (entry.kind,))

    @question
    def of_kind(self, kind: Kind) -> tuple[Entry, ...]:
        """Return what is listed of a kind."""
        return self._listed_by_kind.get(kind, ())

    @cached_property
    def _help_by_side(self) -> dict[Side, tuple[Entry, ...]]:
        return _grouped(
            self.of_kind(Kind.HELP), lambda entry: (entry.side,) if isinstance(entry, Help) else ()
        )

    @question
    def help_on(self, side: Side) -> tuple[Entry, ...]:
        """Return the help one can get, or give."""
        return self._help_by_side.get(side, ())

    @cached_property
    def _listed_by_topic(self) -> dict[str, tuple[Entry, ...]]:
        return _grouped(self.listed, lambda entry: entry.topics)

    @question
    def on_topic(self, topic: str) -> tuple[Entry, ...]:
        """Return what is listed on a topic."""
        return self._listed_by_topic.get(topic, ())

    @cached_property
    def _public_by_area(self) -> dict[str, tuple[Entry, ...]]:
        return _grouped(self.public, lambda entry: (self.area_of(entry),))

    @question
    def in_area(self, area: str) -> tuple[Entry, ...]:
        """Return what is in an area; never a safe space."""
        return self._public_by_area.get(area, ())

    @cached_property
    def _places_by_name(self) -> dict[str, Entry]:
        places = [entry for entry in self.entries if entry.kind in BUILDINGS]
        return {folded(place.title): place for place in reversed(places)} | {
            place.slug: place for place in places
        }

    @question
    def place_named(self, words: str) -> Entry | None:
        """Return the place or green space of that slug, or of that very title."""
        return self._places_by_name.get(words) or self._places_by_name.get(folded(words))

    def place_of(self, entry: Entry) -> Entry | None:
        """Return the entry it happens at; None where that is written out or may not be shown."""
        words = entry.place_slug
        return self._place_shown(words) if words else None

    @answered_once
    def _place_shown(self, words: str) -> Entry | None:
        place = self.place_named(words)
        return place if place and self.shows(place, Face.PLACE) else None

    def address_of(self, entry: Entry) -> Address | None:
        """Return where it is: its own address, or its place's."""
        place = self.place_of(entry)
        return place.address if place else entry.address

    def position_of(self, entry: Entry) -> Position | None:
        """Return the point it is at; None for a safe space, wherever it is."""
        address = self.address_of(entry) if self.shows(entry, Face.PLACE) else None
        return address.position if address else None

    def area_of(self, entry: Entry) -> str:
        """Return its area, or its place's, or ""."""
        if entry.area:
            return entry.area
        place = self.place_of(entry)
        return (place.area if place else None) or ""

    def access_of(self, entry: Entry) -> Access:
        """Return what getting in is like: its place's facts, but for those it says otherwise."""
        place = self.place_of(entry)
        return self._access_at(entry.slug, place.slug) if place else entry.access

    @cached_property
    def _access_at(self) -> Callable[[str, str], Access]:
        # Its page asks three times, and so does every list.
        access = {entry.slug: entry.access for entry in self.entries}
        return cache(lambda slug, place: access[place].but_for(access[slug]))

    @cached_property
    def _public_by_place(self) -> dict[str, tuple[Entry, ...]]:
        return _grouped(self.public, lambda entry: _slugs_of((self.place_of(entry),)))

    @question
    def happening_at(self, place: Entry) -> tuple[Entry, ...]:
        """Return what happens in a building or a green space."""
        return self._public_by_place.get(place.slug, ())

    @cached_property
    def _public_by_visit(self) -> dict[str, tuple[Entry, ...]]:
        return _grouped(
            self.public,
            lambda entry: _slugs_of(self.place_named(change.where) for change in entry.changes),
        )

    @question
    def visiting(self, place: Entry) -> tuple[Entry, ...]:
        """Return what comes here on single dates, whether it is usually here or elsewhere."""
        return self._public_by_visit.get(place.slug, ())

    @cached_property
    def _public_by_organiser(self) -> dict[str, tuple[Entry, ...]]:
        return _grouped(self.public, lambda entry: (entry.organiser,) if entry.organiser else ())

    @question
    def run_by(self, group: Entry) -> tuple[Entry, ...]:
        """Return what a group runs."""
        return self._public_by_organiser.get(group.slug, ())

    def organiser_of(self, entry: Entry) -> Entry | None:
        """Return the group that runs it, when that may be shown."""
        return self.public_named(entry.organiser or "")

    @cached_property
    def _public_by_partner(self) -> dict[str, tuple[Entry, ...]]:
        return _grouped(self.public, lambda entry: entry.works_with)

    @question
    def works_with(self, entry: Entry) -> tuple[Entry, ...]:
        """Return what an entry works with, whichever of the two says so (the mesh)."""
        named = (self.public_named(slug) for slug in entry.works_with)
        both = [*filter(None, named), *self._public_by_partner.get(entry.slug, ())]
        return tuple({other.slug: other for other in both if other.slug != entry.slug}.values())

    @answered_once
    def public_named(self, slug: str) -> Entry | None:
        """Return the entry of that slug, when it may be shown anywhere."""
        entry = self.by_slug.get(slug)
        return entry if entry and self.showing(entry).is_public else None

    @kept_question
    def former(self) -> dict[tuple[Kind, str], Entry]:
        """The entry each former slug leads to, by kind; never one that would hide a page."""
        now = {(entry.kind, entry.slug) for entry in self.entries}
        by_file = sorted(self.entries, key=lambda entry: entry.file, reverse=True)
        return {
            (entry.kind, slug): entry
            for entry in by_file
            for slug in entry.formerly
            if (entry.kind, slug) not in now and entry_path(entry.kind, slug) not in OWN_PATHS
        }

    @question
    def near(self, here: Position, minutes: int) -> tuple[Nearby[Entry], ...]:
        """Return the public entries within a walk of a point, nearest first."""
        return tuple(self._placed.within(minutes, here))

    @cached_property
    def _placed(self) -> Grid[Entry]:
        return Grid.of((entry, at) for entry in self.public if (at := self.position_of(entry)))


def _slugs_of(places: Iterable[Entry | None]) -> tuple[str, ...]:
    return tuple(place.slug for place in places if place)


def _grouped(
    entries: Iterable[Entry], keys: Callable[[Entry], Iterable[KeyT]]
) -> dict[KeyT, tuple[Entry, ...]]:
    groups: defaultdict[KeyT, list[Entry]] = defaultdict(list)
    for entry in entries:
        for key in dict.fromkeys(keys(entry)):
            groups[key].append(entry)
    return {key: tuple(members) for key, members in groups.items()}
