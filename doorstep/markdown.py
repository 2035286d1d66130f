"""Markdown -> safe HTML, and the links in it."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

import nh3
from markdown import Markdown

from doorstep.github_flavour import Addresses, GitHubFlavour, Link

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Link", "Rendered", "render"]

ALLOWED_TAGS = frozenset(
    "a blockquote br code del div em h1 h2 h3 h4 h5 h6 hr li ol p pre strong "
    "table tbody td th thead tr ul".split()
)
ALLOWED_ATTRIBUTES = {
    "a": {"href", "rel", "title"},
    "div": {"aria-labelledby", "role", "tabindex"},
    "ol": {"start"},
    "th": {"scope"},
    "tr": {"id"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}
ALLOWED_CLASSES = {
    "div": {"table-scroll"},
    "li": {"task"},
    "td": {"cell-centre", "cell-end"},
    "th": {"cell-centre", "cell-end"},
}
ALLOWED_SCHEMES = {"http", "https", "mailto", "sms", "tel"}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A body as HTML, and what was found in it."""

    html: str
    """Safe to publish as it is."""
    links: tuple[Link, ...]
    """Every link and image as written, in order, with its line in the body."""
    refused: tuple[Link, ...]
    """Those of them that lost their address, because it could do harm."""
    images: tuple[Link, ...]
    """Those of them that were written as images; they are published as links."""


class _Converter(threading.local):
    """One Markdown object for each thread: making one costs more than most bodies do."""

    def __init__(self) -> None:
        self.flavour = GitHubFlavour()
        self.markdown = Markdown(extensions=[self.flavour], output_format="html")
        self.cleaner = nh3.Cleaner(
            tags=set(ALLOWED_TAGS),
            attributes=ALLOWED_ATTRIBUTES,
            allowed_classes=ALLOWED_CLASSES,
            url_schemes=ALLOWED_SCHEMES,
            link_rel=None,
            strip_comments=True,
        )


_converter = _Converter()


def _as_written(address: str) -> str:
    return address


def render(
    text: str, *, link: Callable[[str], str] = _as_written, heading_offset: int = 1
) -> Rendered:
    """Return the body as safe HTML; `link` makes the address to publish of each as written."""
    addresses = Addresses(link)
    _converter.flavour.begin(addresses, heading_offset)
    html = _converter.markdown.convert(text)
    return Rendered(
        html=_converter.cleaner.clean(html),
        links=tuple(addresses.links),
        refused=tuple(addresses.refused),
        images=tuple(addresses.images),
    )
