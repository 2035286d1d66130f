"""Links to other sites -> what became of each, asked one at a time and never in a hurry."""

from __future__ import annotations

import math
import time
from enum import StrEnum
from http import HTTPStatus
from itertools import takewhile
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from msgspec import Struct, field

from doorstep.internet.asking import (
    REDIRECTS,
    CannotFetch,
    Deadline,
    NobodyThere,
    Question,
    asked,
    parts_of,
)
from doorstep.internet.network import THE_INTERNET, Network

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from doorstep.upkeep.links import Link

LONGEST = 10.0
"""Seconds for one question."""

PAUSE = 2.0
"""Seconds between two questions to the same site."""

IN_ALL = 20 * 60.0
"""Seconds for all of them together: what would come later is asked another month."""

MOST_REDIRECTS = 5

_FOR_GOOD = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_SERVER_TROUBLE = 500


class Found(StrEnum):
    """What becomes of a link."""

    FINE = "fine"
    """Somebody answers; a site that wants no robots answers too."""
    MOVED = "moved"
    """It leads to another address for good."""
    GONE = "gone"
    """There is nothing at this address any more, or nobody of that name."""
    SILENT = "silent"
    """It did not answer, which may be for the day."""


class Visit(Struct, frozen=True):
    """What came of following a link."""

    link: Link
    """The link."""
    found: Found
    """What became of it."""
    onward: str = ""
    """Where it leads now, when it has moved."""


class Visitor(Struct, frozen=True):
    """Who follows links, and how."""

    guide_url: str
    """The address of the guide, so that whoever keeps the other site knows who asks."""
    network: Network = THE_INTERNET
    """How other computers are reached."""
    pause: Callable[[float], None] = time.sleep
    """How it waits between two questions."""
    clock: Callable[[], float] = time.monotonic
    """A clock that never goes back."""

    _asked: dict[str, float] = field(default_factory=dict)
    """When each site was last asked, on the clock that never goes back."""

    def visited(self, links: Sequence[Link]) -> tuple[Visit, ...]:
        """Return what became of every link that there was time for, in their order."""
        end = self.clock() + IN_ALL
        in_time = takewhile(lambda _: self.clock() < end, links)
        return tuple(self._visit(link) for link in in_time)

    def _visit(self, link: Link) -> Visit:
        try:
            return self._followed(link)
        except NobodyThere:
            return Visit(link, Found.GONE)
        except CannotFetch:
            return Visit(link, Found.SILENT)

    def _followed(self, link: Link) -> Visit:
        """Follow a link; where it has moved to is as far as it leads for good."""
        address, moved_to, is_for_good = link.address, link.address, True
        for _ in range(MOST_REDIRECTS + 1):
            status, onward = self._answer(address)
            if not onward:
                return Visit(link, *_meaning(status, link.address, moved_to))
            address = onward
            is_for_good = is_for_good and status in _FOR_GOOD
            moved_to = onward if is_for_good else moved_to
        return Visit(link, Found.SILENT)

    def _answer(self, address: str) -> tuple[int, str]:
        """Return how a site answers, and where it leads on; some answer only whoever reads on."""
        status, onward = self._ask("HEAD", address)
        return (status, onward) if status < HTTPStatus.BAD_REQUEST else self._ask("GET", address)

    def _ask(self, method: str, address: str) -> tuple[int, str]:
        question = Question(method, "*/*", f"Doorstep link check (+{self.guide_url})")
        parts = parts_of(address)
        self._wait_for(parts.hostname or "")
        with asked(parts, question, self.network, Deadline.in_seconds(LONGEST)) as response:
            onward = response.getheader("Location") if response.status in REDIRECTS else None
            return response.status, _joined(address, onward) if onward else ""

    def _wait_for(self, host: str) -> None:
        """Leave a site in peace for some seconds after each question."""
        since = self.clock() - self._asked.get(host, -math.inf)
        if since < PAUSE:
            self.pause(PAUSE - since)
        self._asked[host] = self.clock()


def _joined(address: str, onward: str) -> str:
    try:
        return urljoin(address, onward)
    except ValueError:
        raise CannotFetch("It leads on to what is not the address of anything.") from None


def _meaning(status: int, address: str, moved_to: str) -> tuple[Found, str]:
    if status in _GONE:
        return Found.GONE, ""
    if status >= _SERVER_TROUBLE:
        return Found.SILENT, ""
    return (Found.FINE, "") if _as_one(address) == _as_one(moved_to) else (Found.MOVED, moved_to)


def _as_one(address: str) -> str:
    """Return what two addresses share that people take for one: https, www. and a last slash."""
    return address.partition("://")[2].removeprefix("www.").rstrip("/")
