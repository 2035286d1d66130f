"""Words -> whether they tell of a place: an address, a postcode, a point, the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.giveaways.buildings import PLACES
from doorstep.giveaways.plain import readings, spaced
from doorstep.giveaways.points import COORDINATES as POINTS
from doorstep.giveaways.points import MAPS
from doorstep.giveaways.postcodes import POSTCODES
from doorstep.giveaways.streets import ADDRESSES, NAMED_AFTER_STREETS
from doorstep.patterns import late_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

A_PLACE, AN_ADDRESS, A_POSTCODE = "a place", "an address", "a postcode"
COORDINATES, A_MAP = "coordinates", "a link to a map"

_TOLD_BY: dict[str, re.Pattern[str]] = {
    A_POSTCODE: POSTCODES,
    COORDINATES: POINTS,
    A_MAP: MAPS,
    AN_ADDRESS: ADDRESSES,
    A_PLACE: PLACES,
}


_LETTER = late_pattern(r"[^\W\d_]")


def places_in(words: str) -> Iterator[str]:
    """Yield what words tell of a place, wherever they stand."""
    read = readings(words)
    # Figures alone may be a point, and nothing else: long lists of them need not be gone through.
    lettered = [reading for reading in read if _LETTER.search(reading)]
    for what, pattern in _TOLD_BY.items():
        if any(pattern.search(reading) for reading in (read if what == COORDINATES else lettered)):
            yield what


def places_in_name(name: str) -> Iterator[str]:
    """Yield what a slug, the name of a file, of a site or of a fact tells of a place."""
    words = spaced(name)
    yield from places_in(words)
    # Without capitals and hyphens there is no telling a street from a stroll.
    yield from places_in(words.title())
    if NAMED_AFTER_STREETS.search(words):
        yield AN_ADDRESS
