"""A finished site served over a network that fails: no signal, slow pages, pages that break off."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from served import Answer, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from built_site import Site


@dataclass
class Network:
    """How the network is at the moment, and what it was asked for."""

    address: str = ""
    """Where the site is served."""
    is_down: bool = False
    """Whether there is no signal."""
    slow: set[str] = field(default_factory=set)
    """Paths that take longer than anybody waits."""
    half: set[str] = field(default_factory=set)
    """Paths that break off half-way, as a lost signal breaks them off."""
    cut: set[str] = field(default_factory=set)
    """Paths that come half, as if that were all."""
    troubled: set[str] = field(default_factory=set)
    """Paths at which the server is in trouble."""
    asked: list[str] = field(default_factory=list)
    """Whatever was asked for, with its question."""


SLOW = 6
"""Seconds, twice as long as a page waits."""


def _answer(network: Network) -> type[Answer]:
    class Failing(Answer):
        """One answer over such a network."""

        def do_GET(self) -> None:  # noqa: N802 (its name there)
            network.asked.append(self.path.removeprefix(self.site.root))
            if network.is_down:
                self.close_connection = True
                return None
            if self._is(network.slow):
                time.sleep(SLOW)
            return super().do_GET()

        def _is(self, paths: set[str]) -> bool:
            return urlsplit(self.path).path.removeprefix(self.site.root) in paths

        def _send(self, status: int, name: str) -> None:
            if self._is(network.troubled):
                return super()._send(503, "404.html")
            if not (self._is(network.half) or self._is(network.cut)):
                return super()._send(status, name)
            content = self.site.files[name]
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            if self._is(network.half):
                self.send_header("Content-Length", str(len(content)))
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(content[: len(content) // 2])
            return None

    return Failing


@contextmanager
def bad_network(site: Site) -> Iterator[Network]:
    """Lend the network that a site is served over, for a test to make worse."""
    network = Network()
    with served(site, _answer(network)) as address:
        network.address = address
        yield network
