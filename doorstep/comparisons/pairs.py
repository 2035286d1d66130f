"""Two guides -> the entries of the one beside those of the other, and the facts that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.showing import Face

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.catalogue import Catalogue
    from doorstep.entries import Entry
    from doorstep.guide import Guide


class FactChange(Struct, frozen=True):
    """One fact of an entry, as readers have it now and as they would."""

    label: str
    """What the page calls it, such as Cost."""
    before: str
    """What the page says; "" when it says nothing of it."""
    after: str
    """What it would say; "" when it would say nothing of it."""


class Pair(Struct, frozen=True):
    """An entry as it is and as it would be."""

    before: Guide
    """The guide as it is."""
    after: Guide
    """The guide as it would be."""
    was: Entry
    """The entry in the guide as it is."""
    now: Entry
    """The entry in the guide as it would be."""

    @property
    def sides(self) -> tuple[tuple[Guide, Entry], tuple[Guide, Entry]]:
        """The entry with its guide, twice: as it is and as it would be."""
        return (self.before, self.was), (self.after, self.now)

    @property
    def title(self) -> str:
        """What to call it: the name people know it by."""
        return self.was.title

    @property
    def is_quiet(self) -> bool:
        """Whether it is or becomes a safe space, of which nothing is told."""
        return not all(is_told(*side) for side in self.sides)


def is_told(guide: Guide, entry: Entry) -> bool:
    """Say whether it may be told what changes of an entry; not of a safe space."""
    return guide.catalogue.shows(entry, Face.COMPARED)


def paired(before: Catalogue, after: Catalogue) -> Iterator[tuple[Entry | None, Entry | None]]:
    """Yield every entry as it was and as it would be; None for one that is not there.

    An entry whose file was renamed is known again by its number, or by what it was called before.
    """
    known: set[str] = set()
    for now in after.entries:
        was = _known_again(now, before, after)
        known |= {was.slug} if was else set()
        yield was, now
    yield from ((was, None) for was in before.entries if was.slug not in known)


def _known_again(now: Entry, before: Catalogue, after: Catalogue) -> Entry | None:
    same = before.by_slug.get(now.slug)
    if same is not None:
        return same
    by_number = before.by_number.get(now.number) if now.number else None
    former = (before.by_slug.get(slug) for slug in now.formerly)
    found = (one for one in (by_number, *former) if one and one.slug not in after.by_slug)
    return next((one for one in found if one.kind is now.kind), None)
