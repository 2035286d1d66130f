"""The events of a file -> Families: each event with the dates of its series that are changed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from doorstep.importers.icalendar.happenings import Happening


class Family(Struct, frozen=True):
    """An event, and the single dates of it that are not as usual."""

    identity: str
    """What the calendar calls it for ever."""
    event: Happening
    """The event itself; of dates whose series is not in the file, the first of these."""
    changed: tuple[Happening, ...]
    """Its changed dates, one for each, in order."""


class Families(Struct, frozen=True):
    """The events of a file, each once."""

    whole: tuple[Family, ...]
    """In the order of the file."""
    older: tuple[Happening, ...]
    """Earlier versions of events, which a later one takes the place of."""


NO_FAMILIES = Families((), ())
"""Of a file that holds none."""


def by_family(happenings: Iterable[Happening]) -> Families:
    """Return events with their changed dates: of several versions only the latest counts."""
    gathered: dict[str, list[Happening]] = {}
    for one in happenings:
        gathered.setdefault(one.uid, []).append(one)
    whole: list[Family] = []
    older: list[Happening] = []
    for uid, members in gathered.items():
        latest = _latest([one for one in members if one.instead_of is None])
        changed = _changed(members)
        counted = {one.line for one in (*latest, *changed)}
        older += (one for one in members if one.line not in counted)
        whole += _families(uid, latest, changed)
    order = sorted(whole, key=lambda family: family.event.line)
    return Families(tuple(order), tuple(sorted(older, key=lambda one: one.line)))


def _families(uid: str, latest: list[Happening], changed: list[Happening]) -> Iterator[Family]:
    if not latest:
        # Changed dates whose series is somewhere else are dates in their own right.
        first = next((one for one in changed if not one.is_called_off), changed[0])
        yield Family(uid, first, tuple(one for one in changed if one is not first))
        return
    for place, event in enumerate(latest):
        # Some programs call all their events the same; then what they say has to tell them apart.
        told = hashlib.sha256(repr(_sense(event)).encode()).hexdigest()[:8]
        identity = uid if len(latest) == 1 else f"{uid} {told}"
        yield Family(identity, event, tuple(changed) if place == 0 else ())


def _latest(versions: list[Happening]) -> list[Happening]:
    """Return the version that counts, or several events that only share their name."""
    newest = max(map(_sequence, versions), default=0)
    stamps: dict[str, str] = {}
    last = [one for one in versions if _sequence(one) == newest]
    for one in last:
        stamps[one.title] = max(_stamp(one), stamps.get(one.title, ""))
    kept = {_sense(one): one for one in last if _stamp(one) == stamps[one.title]}
    return list(kept.values())


def _changed(members: list[Happening]) -> list[Happening]:
    """Return the latest version of each changed date, in the order of the dates."""
    by_date: dict[tuple[object, ...], Happening] = {}
    for one in members:
        if one.instead_of is None:
            continue
        date = (one.instead_of.wall, one.instead_of.is_day)
        if date not in by_date or _version(by_date[date]) <= _version(one):
            by_date[date] = one
    return [by_date[date] for date in sorted(by_date, key=str)]


def _version(one: Happening) -> tuple[int, str]:
    return _sequence(one), _stamp(one)


def _sequence(one: Happening) -> int:
    """Return what rises with every version (RFC 5546, 2.1.5)."""
    written = one.component.words("SEQUENCE")
    return int(written) if re.fullmatch("[0-9]{1,9}", written) else 0


def _stamp(one: Happening) -> str:
    return one.component.words("LAST-MODIFIED") or one.component.words("DTSTAMP")


def _sense(one: Happening) -> tuple[object, ...]:
    return one.start.wall, one.title, tuple(pattern.text for pattern in one.patterns)
