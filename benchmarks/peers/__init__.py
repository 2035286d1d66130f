"""Other site makers -> Makers of the same pages; a new one is one module and one line here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from peers import eleventy, hugo, jekyll, pelican

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from makers import Maker


class Peer(NamedTuple):
    """A site maker that can be put into a folder and found there."""

    install: Callable[[Path], None]
    """Put it into a folder, or raise NotHad."""
    maker: Callable[[Path], Maker]
    """Return it as it is in that folder, or raise NotHad."""


PEERS = {
    "hugo": Peer(hugo.install, hugo.maker),
    "pelican": Peer(pelican.install, pelican.maker),
    "eleventy": Peer(eleventy.install, eleventy.maker),
    "jekyll": Peer(jekyll.install, jekyll.maker),
}
"""Every peer by its short name."""
