"""A guide -> its calendar feeds: everything, each topic, area, group and place."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep import permalinks as at
from doorstep.kinds import BUILDINGS, Kind
from doorstep.showing import Face
from doorstep.tracing import kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doorstep.entries import Entry
    from doorstep.guide import Guide


class Feed(Struct, frozen=True):
    """A calendar that people subscribe to."""

    name: str
    """What it has, as the lists of the guide call it."""
    title: str
    """What calendars call it, with the name of the guide."""
    path: str
    """Where it is; once published it stays, though nothing is on."""
    page: str
    """The path of the page it belongs to."""
    entries: tuple[Entry, ...]
    """What goes on, by title."""
    formerly: tuple[str, ...] = ()
    """Where it was, for those who subscribed to it there."""


class Feeds(Struct, frozen=True):
    """Every calendar feed of a guide."""

    everything: Feed
    """All that goes on."""
    topics: tuple[Feed, ...]
    """One for each topic."""
    areas: tuple[Feed, ...]
    """One for each part of the neighbourhood."""
    groups: tuple[Feed, ...]
    """What each group is and runs, by title."""
    places: tuple[Feed, ...]
    """What happens in each building and green space, by title."""

    @property
    def all(self) -> tuple[Feed, ...]:
        """Every one of them."""
        return (self.everything, *self.topics, *self.areas, *self.groups, *self.places)


@kept(1)
def feeds_of(guide: Guide) -> Feeds:
    """Return every calendar feed of a guide; nothing of a safe space is in any."""
    dated = guide.catalogue.seen_on(Face.CALENDARS)
    on = tuple(entry for entry in dated if goes_on(guide, entry))
    whose = _by_owner(guide)
    return Feeds(
        everything=Feed(
            guide.words.say("Everything"), guide.config.name, at.EVERYTHING, at.WHATS_ON, on
        ),
        topics=tuple(_topics(guide, on)),
        areas=tuple(_areas(guide, on)),
        groups=tuple(_owners(guide, whose, "group")),
        places=tuple(_owners(guide, whose, "place")),
    )


def calendar_title(guide: Guide, name: str) -> str:
    """Return what a calendar is called on a phone, beside those of other guides."""
    return guide.words.say("{name}, {guide}", name=name, guide=guide.config.name)


def has_calendar(guide: Guide, entry: Entry) -> bool:
    """Say whether an entry has a calendar of its own, whatever has become of it since."""
    is_dated = any(rule.is_dated for rule in entry.rules)
    return is_dated and guide.catalogue.shows(entry, Face.ITS_OWN)


def dated_entries(guide: Guide) -> list[Entry]:
    """Return every entry that has a calendar of its own."""
    return [one for one in guide.catalogue.seen_on(Face.ITS_OWN) if has_calendar(guide, one)]


def goes_on(guide: Guide, entry: Entry) -> bool:
    """Say whether an entry has dates that may stand in calendars now."""
    return has_calendar(guide, entry) and guide.catalogue.shows(entry, Face.CALENDARS)


def _topics(guide: Guide, on: tuple[Entry, ...]) -> Iterator[Feed]:
    for topic in guide.config.topics:
        theirs = tuple(entry for entry in on if topic.id in entry.topics)
        path = at.feed_path("topic", topic.id)
        title = calendar_title(guide, topic.label)
        yield Feed(topic.label, title, path, at.topic_path(topic.id), theirs)


def _areas(guide: Guide, on: tuple[Entry, ...]) -> Iterator[Feed]:
    for area in guide.config.areas:
        theirs = tuple(entry for entry in on if guide.catalogue.area_of(entry) == area.id)
        title = calendar_title(guide, area.label)
        yield Feed(area.label, title, at.feed_path("area", area.id), at.area_path(area.id), theirs)


KINDS = {Kind.GROUP: "group", **dict.fromkeys(BUILDINGS, "place")}
"""Kinds that have feeds, and the word for them in addresses."""


def _by_owner(guide: Guide) -> Mapping[str, list[Entry]]:
    """Return what has ever had dates, by the slugs of the group and the place it belongs to."""
    whose: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in dated_entries(guide):
        place = guide.catalogue.place_of(entry)
        owners = (entry.slug, entry.organiser, place.slug if place else None)
        for slug in dict.fromkeys(filter(None, owners)):
            whose[slug].append(entry)
    return whose


def _owners(guide: Guide, whose: Mapping[str, list[Entry]], kind: str) -> Iterator[Feed]:
    for owner in guide.catalogue.seen_on(Face.ITS_OWN):
        if KINDS.get(owner.kind) == kind and owner.slug in whose:
            yield Feed(
                owner.title,
                calendar_title(guide, owner.title),
                at.feed_path(kind, owner.slug),
                at.entry_path(owner.kind, owner.slug),
                tuple(entry for entry in whose[owner.slug] if goes_on(guide, entry)),
                tuple(at.feed_path(kind, slug) for slug in former_slugs(guide, owner)),
            )


def former_slugs(guide: Guide, entry: Entry) -> tuple[str, ...]:
    """Return the slugs an entry had whose addresses still lead to it."""
    former = guide.catalogue.former
    return tuple(slug for slug in entry.formerly if former.get((entry.kind, slug)) is entry)
