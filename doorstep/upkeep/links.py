"""A guide -> its links to other sites, each address once, with the entries that name it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urlsplit

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doorstep.entries import Entry
    from doorstep.guide import Guide

_NOBODYS = ("example.com", "example.net", "example.org", ".example", ".test", ".invalid")
"""Names that are kept for examples (RFC 2606): nobody is asked there."""


class Link(Struct, frozen=True):
    """An address on another site."""

    address: str
    """The whole of it, without the part of the page it leads to."""
    entries: tuple[Entry, ...]
    """The entries that lead there."""

    @property
    def host(self) -> str:
        """The name of the computer it is on."""
        return host_of(self.address)


def links_of(guide: Guide) -> tuple[Link, ...]:
    """Return every address on another site, sorted; none of a safe space, listed or not."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in guide.catalogue.public:
        for address in dict.fromkeys(_addresses(guide, entry)):
            if _is_elsewhere(guide, address):
                found[address].append(entry)
    return tuple(Link(address, tuple(entries)) for address, entries in sorted(found.items()))


def in_turn(links: Sequence[Link], month: int) -> tuple[Link, ...]:
    """Return the links, begun somewhere else each month: there may not be time for all of them."""
    first = len(links) * (month - 1) // 12
    return (*links[first:], *links[:first])


def _addresses(guide: Guide, entry: Entry) -> Iterator[str]:
    yield urldefrag(entry.contact.website).url
    for link in guide.body_of(entry).links:
        yield urldefrag(link.href).url


def _is_elsewhere(guide: Guide, address: str) -> bool:
    host = host_of(address)
    is_example = host.endswith(_NOBODYS)
    return bool(host) and not is_example and not address.startswith(guide.permalinks.url)


def host_of(address: str) -> str:
    """Return the host of a web address, or "" where it is none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
