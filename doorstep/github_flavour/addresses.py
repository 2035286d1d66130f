"""An address as written in a body -> the address to publish, or none when it could do harm."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct, field

from doorstep.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

SCHEMES = frozenset({"https", "http", "mailto", "tel", "sms"})
WEB = ("https:", "http:")
UNSEEN = late_pattern(r"[\x00-\x1f\x7f-\x9f]")
"""Control characters: browsers leave some out, and then read `java(tab)script:` as one word."""
WEB_SITE = late_pattern(
    r"https?://[^ #%/:<>?@\[\\\]^|]+(?::[0-9]{1,5})?(?:[/?#]|\Z)", re.IGNORECASE
)
"""The name of a site, with nothing in it that no name may have, and no one else's before it."""
BEFORE_COLON = late_pattern(r"([^:/?#]*):")
LEAVES_THE_SITE = ("//", "/\\", "\\")
"""Beginnings that browsers read as the name of another site, though they look like a path."""
UNQUOTED = "-_.+!*'(),%#@?=;:/&$~"


class Link(Struct, frozen=True):
    """A link as written: its address, its words, and the line of the body that it is on."""

    href: str
    text: str
    line: int


class Addresses(Struct):
    """Every address found in one body, and what `publish` makes of those that are safe."""

    publish: Callable[[str], str]
    links: list[Link] = field(default_factory=list)
    images: list[Link] = field(default_factory=list)
    refused: list[Link] = field(default_factory=list)

    def published(self, link: Link) -> str | None:
        """Note a link; return the address to publish, or none when it is refused."""
        self.links.append(link)
        if not is_safe(link.href):
            self.refused.append(link)
            return None
        # A fragment is a place on the same page, which has no other address.
        address = link.href if link.href.startswith("#") else self.publish(link.href)
        return quote(address, safe=UNQUOTED)


def is_safe(address: str) -> bool:
    """Whether an address is of a kind that a page may publish."""
    address = address.strip(" ")
    if UNSEEN.search(address) or address.startswith(LEAVES_THE_SITE):
        return False
    if is_web(address):
        return bool(WEB_SITE.match(address))
    scheme = BEFORE_COLON.match(address)
    return not scheme or scheme[1].lower() in SCHEMES


def is_web(address: str) -> bool:
    """Whether an address may lead to another site."""
    return address.strip(" ").lower().startswith(WEB)
