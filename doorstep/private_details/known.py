"""Every entry of a guide -> the numbers and addresses in it that are no one person's."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.kinds import Kind
from doorstep.private_details.addresses import is_of_a_home, numbered_in
from doorstep.private_details.mobiles import national

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from doorstep.config import SiteConfig
    from doorstep.entries import Entry

_GROUPS_AND_PLACES = (Kind.GROUP, Kind.PLACE, Kind.GREEN_SPACE)
_HAPPENINGS = (*_GROUPS_AND_PLACES, Kind.EVENT)


class Known(Struct, frozen=True, dict=True):
    """What a guide gives out on purpose; looked up only where something was found."""

    config: SiteConfig
    entries: tuple[Entry, ...]
    today: date

    @cached_property
    def relays(self) -> frozenset[str]:
        """Numbers that somebody answers for others: the guide's own, and those of groups."""
        return frozenset(national(phone) for phone in self._phones() if phone)

    def _phones(self) -> Iterator[str]:
        yield from (self.config.help_line.phone, self.config.help_line.text)
        for line in self.config.emergency:
            yield from (line.phone, line.text)
        for entry in self.entries:
            if entry.kind in _GROUPS_AND_PLACES:
                yield from phones_of(entry)

    def has_address(self, name: str) -> bool:
        """Say whether anybody may come to an address: to a place, or to what happens there."""
        return name in self._addresses

    @cached_property
    def _addresses(self) -> frozenset[str]:
        return frozenset(
            numbered.name
            for entry in self.entries
            if entry.kind in _HAPPENINGS and not entry.sensitive
            for words in _where(entry)
            if not is_of_a_home(words)
            for numbered in numbered_in(words)
        )

    @cached_property
    def titles(self) -> dict[str, str]:
        """Titles by slug, for the group that runs something."""
        return {entry.slug: entry.title for entry in self.entries if entry.kind is Kind.GROUP}


def phones_of(entry: Entry) -> tuple[str, ...]:
    """Return the numbers of an entry, as they are written in its contact."""
    contact = entry.contact
    return tuple(filter(None, (contact.phone, contact.text, contact.whatsapp)))


def _where(entry: Entry) -> Iterator[str]:
    yield entry.title
    if entry.address:
        yield f"{entry.address.name}, {entry.address.address}"
