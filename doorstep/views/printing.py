"""An entry -> the sheets of its own: which there are, and the links to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.kinds import BUILDINGS, Kind
from doorstep.showing import Face
from doorstep.views.dates_of_entries import is_over
from doorstep.views.parts import Link

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide

WITH_POSTER = frozenset({Kind.GROUP, Kind.EVENT, Kind.PLACE, Kind.GREEN_SPACE, Kind.HELP})
"""Kinds that people go to or phone."""


def may_have_poster(guide: Guide, entry: Entry) -> bool:
    """Say whether an entry has an address for a poster, whatever becomes of it."""
    return entry.kind in WITH_POSTER and guide.catalogue.shows(entry, Face.ITS_OWN)


def has_poster(guide: Guide, entry: Entry) -> bool:
    """Say whether an entry has a poster now: it goes on, and somebody checked it lately."""
    # A building is still there when all that was to happen in it is over.
    goes_on = entry.kind in BUILDINGS or not is_over(guide, entry)
    return may_have_poster(guide, entry) and guide.catalogue.showing(entry).is_printable and goes_on


def may_have_door_sheet(guide: Guide, entry: Entry) -> bool:
    """Say whether an entry has an address for a door sheet: buildings and green spaces do."""
    return entry.kind in BUILDINGS and guide.catalogue.shows(entry, Face.ITS_OWN)


def has_door_sheet(guide: Guide, entry: Entry) -> bool:
    """Say whether an entry has a door sheet now."""
    return may_have_door_sheet(guide, entry) and guide.catalogue.showing(entry).is_printable


def print_links(guide: Guide, entry: Entry) -> tuple[Link, ...]:
    """Return the ways to the sheets of an entry."""
    return (*poster_link(guide, entry), *door_link(guide, entry))


def poster_link(guide: Guide, entry: Entry) -> tuple[Link, ...]:
    """Return the way to the poster of an entry, where there is one now."""
    if not has_poster(guide, entry):
        return ()
    return (Link(guide.words.say("Poster"), guide.permalinks.href(at.poster_path(entry.slug))),)


def door_link(guide: Guide, entry: Entry) -> tuple[Link, ...]:
    """Return the way to the door sheet of a building or a green space, where there is one now."""
    if not has_door_sheet(guide, entry):
        return ()
    return (Link(guide.words.say("Door sheet"), guide.permalinks.href(at.door_path(entry.slug))),)
