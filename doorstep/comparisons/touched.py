"""Two guides -> which entries may show something else, so that nothing else is looked at."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.comparisons.pairs import paired

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.comparisons.pairs import Pair
    from doorstep.entries import Entry
    from doorstep.guide import Guide


class Touched(Struct, frozen=True):
    """What was written anew."""

    own: frozenset[str]
    """Slugs of entries whose own words differ, or that are only in one of the guides."""
    partners: frozenset[str]
    """Slugs that those name as working with them."""
    is_everything: bool
    """Whether the settings differ, which may show anywhere."""

    @classmethod
    def by(cls, before: Guide, after: Guide) -> Touched:
        """Return what was written anew between two guides."""
        entries = list(_differing(before, after))
        partners = {slug for entry in entries for slug in entry.works_with}
        own = {entry.slug for entry in entries}
        return cls(frozenset(own), frozenset(partners), before.config != after.config)

    def is_own(self, entry: Entry) -> bool:
        """Say whether an entry's own words differ."""
        return entry.slug in self.own

    def may_concern(self, pair: Pair) -> bool:
        """Say whether anything that an entry shows may be another than before."""
        if self.is_everything:
            return True
        named = {name for guide, entry in pair.sides for name in _named(guide, entry)}
        # Who works with whom is shown on the pages of both.
        return not named.isdisjoint(self.own | self.partners)


def own_words(guide: Guide, entry: Entry) -> tuple[object, ...]:
    """Return all that an entry says itself, to be compared."""
    return entry.kind, entry.slug, entry.model_dump(), entry.body, photo_mark(guide, entry)


def photo_mark(guide: Guide, entry: Entry) -> tuple[str, str]:
    """Return what tells an entry's photo from any other, even one of the same name."""
    if entry.image is None:
        return "", ""
    try:
        content = (guide.content / entry.image.file).read_bytes()
    except OSError:
        return entry.image.file, ""
    return entry.image.file, sha256(content).hexdigest()


def _differing(before: Guide, after: Guide) -> Iterator[Entry]:
    for was, now in paired(before.catalogue, after.catalogue):
        if was and now and own_words(before, was) == own_words(after, now):
            continue
        yield from filter(None, (was, now))


def _named(guide: Guide, entry: Entry) -> Iterator[str]:
    """Yield an entry's own slug and those of entries that its page takes facts from."""
    yield entry.slug
    yield from entry.works_with
    yield entry.organiser or ""
    # Another place for once may be named by its title.
    places = (entry.place_slug, *(change.where for change in entry.changes))
    found = (guide.catalogue.place_named(name) for name in places if name)
    yield from (place.slug for place in found if place)
