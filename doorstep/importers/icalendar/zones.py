"""The time zones a calendar file speaks of -> clocks, whatever it calls them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import tzinfo

from msgspec import Struct

from doorstep.importers.icalendar.components import Component
from doorstep.importers.icalendar.custom_zones import read_zone
from doorstep.importers.icalendar.zone_names import LONGEST_NAME, zone_called

_MOST = 200
"""Zones; no calendar has so many of its own."""


class Zones(Struct, frozen=True):
    """The clocks that a file describes itself, by what it calls them."""

    own: Mapping[str, tzinfo]

    def find(self, name: str) -> tzinfo | None:
        """Return the clock a name means, or None when nobody could know.

        A name everybody knows counts for more than what a file says of it, which is often old.
        """
        return zone_called(name) or self.own.get(_plain(name))


def read_zones(components: Iterable[Component]) -> Zones:
    """Return the clocks of a file's VTIMEZONEs."""
    own: dict[str, tzinfo] = {}
    for component in list(components)[:_MOST]:
        known = zone_called(component.words("X-LIC-LOCATION"))
        zone = known or read_zone(component)
        if zone:
            own[_plain(component.words("TZID"))] = zone
    return Zones(own)


def _plain(name: str) -> str:
    return " ".join(name.split()).removeprefix("TZID=").casefold()[:LONGEST_NAME]
