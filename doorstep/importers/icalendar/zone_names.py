"""What calendars call time zones -> the zone of the IANA database, where they mean one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

LONGEST_NAME = 200
"""Letters; a longer name is none."""

_OFFSET = re.compile(r"\(?(?:UTC|GMT)\s*([+-])\s*([0-9]{1,2}):?([0-9]{2})?\)?", re.IGNORECASE)
_BEFORE_CITIES = re.compile(r"^\((?:UTC|GMT)[^)]*\)\s*", re.IGNORECASE)
_SUMMER = re.compile(r"\b(?:daylight|summer) time\b", re.IGNORECASE)

# Outlook's names for zones without a city in them (MS-OXOCAL, 2.2.5.6).
_AS_SHOWN = {
    "alaska": "America/Anchorage",
    "arizona": "America/Phoenix",
    "atlantic time (canada)": "America/Halifax",
    "central america": "America/Guatemala",
    "central time (us & canada)": "America/Chicago",
    "coordinated universal time": "UTC",
    "eastern time (us & canada)": "America/New_York",
    "gmt/bst": "Europe/London",
    "british summer time": "Europe/London",
    "hawaii": "Pacific/Honolulu",
    "indiana (east)": "America/Indiana/Indianapolis",
    "mountain time (us & canada)": "America/Denver",
    "newfoundland": "America/St_Johns",
    "pacific time (us & canada)": "America/Los_Angeles",
    "saskatchewan": "America/Regina",
    "west central africa": "Africa/Lagos",
}
_CITIES_BY_OTHER_NAMES = {
    "beijing": "Asia/Shanghai",
    "bern": "Europe/Zurich",
    "edinburgh": "Europe/London",
    "islamabad": "Asia/Karachi",
    "kyiv": "Europe/Kiev",
    "mumbai": "Asia/Kolkata",
    "new delhi": "Asia/Kolkata",
    "osaka": "Asia/Tokyo",
    "st. petersburg": "Europe/Moscow",
    "wellington": "Pacific/Auckland",
}


def zone_called(name: str) -> tzinfo | None:
    """Return the zone a name means, or None when nobody could know."""
    plain = " ".join(name.split()).removeprefix("TZID=")[:LONGEST_NAME]
    for guess in _guesses(plain):
        known = _by_folded_name().get(guess.casefold().replace(" ", "_"))
        if known:
            return ZoneInfo(known)
    return _by_offset(plain)


def _guesses(name: str) -> Iterator[str]:
    yield name
    # /mozilla.org/20050126_1/Europe/London: a registry's name before the zone's.
    parts = [part for part in name.split("/") if part]
    yield from ("/".join(parts[-count:]) for count in (3, 2, 1) if len(parts) >= count)
    yield WINDOWS.get(_SUMMER.sub("Standard Time", name).casefold(), "")
    shown = _BEFORE_CITIES.sub("", name).casefold()
    yield _AS_SHOWN.get(shown, "")
    if shown != name.casefold() or "," in shown:
        yield from _by_cities(shown)


def _by_cities(shown: str) -> Iterator[str]:
    """Yield the zones of "Dublin, Edinburgh, Lisbon, London", the one named for our own first."""
    cities = [city.strip() for city in shown.rpartition(" : ")[2].split(",")]
    for city in sorted(cities, key=lambda one: one not in ("london", "edinburgh")):
        yield _CITIES_BY_OTHER_NAMES.get(city, "")
        yield _by_city().get(city.replace(" ", "_"), "")


def _by_offset(name: str) -> tzinfo | None:
    found = _OFFSET.fullmatch(name)
    if not found:
        return None
    ahead = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    if ahead >= timedelta(hours=24):
        return None
    return timezone(-ahead if found[1] == "-" else ahead)


@cache
def _by_folded_name() -> dict[str, str]:
    return {name.casefold(): name for name in sorted(available_timezones())}


@cache
def _by_city() -> dict[str, str]:
    named = (name for name in sorted(available_timezones()) if name.count("/") == 1)
    places = (name for name in named if not name.startswith(("Etc/", "US/", "SystemV/")))
    return {name.partition("/")[2].casefold(): name for name in places}


WINDOWS = {name.casefold(): zone for name, zone in WINDOWS_TO_OLSON.items()}
"""Windows' names for zones, such as gmt standard time."""
