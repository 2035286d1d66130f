"""Where an entry is -> the lines that get a person there, or what to do instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.kinds import Kind
from doorstep.permalinks import area_path
from doorstep.showing import Face
from doorstep.views import runs
from doorstep.views.wording import as_sentence, href_of, walk_from_landmark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.details import Address
    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.views.parts import Run
    from doorstep.views.runs import Line

SOMEWHERE = frozenset({Kind.GROUP, Kind.EVENT, Kind.PLACE, Kind.GREEN_SPACE})
"""Kinds one goes to, so that a missing place is said."""


def whereabouts(guide: Guide, entry: Entry) -> Iterator[Line]:
    """Yield the place, its address, the walk, the way in; a safe space's are never shown."""
    if not guide.catalogue.shows(entry, Face.PLACE):
        yield (
            runs.words(
                guide.words.say("We do not show the place. Phone or text and we will tell you.")
            ),
        )
        return
    lines = list(_place(guide, entry)) or list(_area(guide, entry))
    if not lines and entry.kind in SOMEWHERE:
        lines.append((runs.words(guide.words.say("Not known: phone to ask")),))
    yield from lines


def _place(guide: Guide, entry: Entry) -> Iterator[Line]:
    place = guide.catalogue.place_of(entry)
    if place:
        yield (_place_run(guide, place),)
    address = guide.catalogue.address_of(entry)
    if address:
        yield from _address(address, entry)
    position = guide.catalogue.position_of(entry)
    if position and (walk := walk_from_landmark(guide, position)):
        yield (runs.words(as_sentence(walk)),)
    if address and address.directions:
        yield (runs.words(address.directions),)


def _place_run(guide: Guide, place: Entry) -> Run:
    is_shown = guide.catalogue.public_named(place.slug) is not None
    return runs.link(place.title, href_of(guide, place)) if is_shown else runs.name(place.title)


def _address(address: Address, entry: Entry) -> Iterator[Line]:
    """Yield one line each, as on an envelope."""
    if address.name and address.name != entry.title:
        yield (runs.name(address.name),)
    for line in filter(None, (part.strip() for part in address.address.split(","))):
        yield (runs.name(line),)
    if address.postcode:
        yield (runs.name(address.postcode),)


def _area(guide: Guide, entry: Entry) -> Iterator[Line]:
    area = guide.areas.get(guide.catalogue.area_of(entry))
    if area:
        yield (runs.link(area.label, guide.permalinks.href(area_path(area.id))),)
