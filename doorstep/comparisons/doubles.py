"""An entry -> others that may be the same thing, written down twice."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from doorstep.contacts import dialled
from doorstep.fields import folded
from doorstep.freshness import TIMELESS
from doorstep.showing import Face
from doorstep.tracing import kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.entries import Entry
    from doorstep.guide import Guide

MOST = 3
"""Others that are named."""

MANY = 12
"""What more entries than these share is no sign of anything: one person answers for all."""


def doubles_of(guide: Guide, entry: Entry, was: Entry | None = None) -> tuple[str, ...]:
    """Return which other entries have the same name or phone, as "No. 127, Tea and talk …".

    What they shared already in the guide as it is, is no news.
    """
    if entry.kind in TIMELESS or not guide.catalogue.shows(entry, Face.COMPARED):
        return ()
    sharing = (_by_mark(guide).get(mark, []) for mark in _marks(entry))
    alike = {one.slug: one for some in sharing if len(some) <= MANY for one in some}
    alike.pop(entry.slug, None)
    found = [
        f"{_called(other)} has the same {what}"
        for other in alike.values()
        if (what := _shared(guide, entry, other))
        and (was is None or _shared(guide, was, other) != what)
    ]
    return tuple(found[:MOST])


@kept(2)
def _by_mark(guide: Guide) -> dict[str, list[Entry]]:
    """Return the entries that may go anywhere by what each could share with another."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in guide.catalogue.public:
        for mark in _marks(entry):
            found[mark].append(entry)
    return found


def _marks(entry: Entry) -> Iterator[str]:
    if entry.kind not in TIMELESS:
        yield folded(entry.title)
        yield from filter(None, (dialled(entry.contact.phone),))


def _shared(guide: Guide, entry: Entry, other: Entry) -> str:
    return " and ".join(_alike(guide, entry, other))


def _alike(guide: Guide, entry: Entry, other: Entry) -> Iterator[str]:
    if folded(entry.title) == folded(other.title):
        yield "name"
        if (code := _postcode(guide, entry)) and code == _postcode(guide, other):
            yield "postcode"
    # The guide's own number answers for many.
    phone, shared = dialled(entry.contact.phone), dialled(guide.config.help_line.phone)
    is_own = phone not in ("", shared) and not _belong_together(entry, other)
    if is_own and phone == dialled(other.contact.phone):
        yield "phone"


def _postcode(guide: Guide, entry: Entry) -> str:
    address = guide.catalogue.address_of(entry)
    return address.postcode if address else ""


def _belong_together(entry: Entry, other: Entry) -> bool:
    """Say whether one runs the other, or somebody runs both."""
    runs = {entry.organiser, entry.slug} & {other.organiser, other.slug}
    return bool(runs - {None})


def _called(entry: Entry) -> str:
    return f"No. {entry.number}, {entry.title}," if entry.number else f"{entry.title}"
