"""Markdown -> safe HTML, and the links in it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import nh3
from markdown import Markdown
from msgspec import Struct

from doorstep.fields import NO_CHARACTERS
from doorstep.github_flavour import SCHEMES, Addresses, Body, GitHubFlavour, Link, Outline
from doorstep.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from doorstep.limits import Limit

__all__ = ["Link", "Rendered", "render"]

TEXT_TAGS = {"a", "br", "code", "del", "em", "strong"}
BLOCK_TAGS = {"blockquote", "div", "hr", "li", "ol", "p", "pre", "ul"}
HEADING_TAGS = {f"h{level}" for level in range(1, 7)}
TABLE_TAGS = {"table", "tbody", "td", "th", "thead", "tr"}
ALLOWED_ATTRIBUTES = {
    "a": {"href", "rel", "title"},
    "div": {"aria-labelledby", "role", "tabindex"},
    "ol": {"start"},
    "th": {"scope"},
    "tr": {"id"},
    **{tag: {"id"} for tag in HEADING_TAGS},
}
ALLOWED_CLASSES = {
    "div": {"table-scroll"},
    "li": {"task"},
    "td": {"cell-centre", "cell-end"},
    "th": {"cell-centre", "cell-end"},
}
NOT_SHOWN = late_pattern(f"[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef{NO_CHARACTERS}]")
"""What no page may have in it (HTML, 13.2.3.5): typed as `&#1;` it comes from plain letters."""


class Rendered(Struct, frozen=True):
    """A body as HTML, and what was found in it."""

    html: str
    """Safe to publish as it is."""
    links: tuple[Link, ...]
    """Every link and image as written, in order, with its line in the body."""
    refused: tuple[Link, ...]
    """Those of them that lost their address, because it could do harm."""
    images: tuple[Link, ...]
    """Those of them that were written as images; they are published as links."""
    beyond: Mapping[Limit, int]
    """The first line that has more than a limit allows, for each limit; it is shown as typed."""


def render(text: str, *, link: Callable[[str], str] = str, heading_offset: int = 1) -> Rendered:
    """Return the body as safe HTML; `link` makes the address to publish of each as written."""
    found = Addresses(link)
    body = _converter.flavour.body = Body(found, Outline(heading_offset))
    html = _converter.cleaner.clean(_converter.markdown.convert(text))
    return Rendered(
        html=html if html.replace("\n", "").isprintable() else NOT_SHOWN.sub("\ufffd", html),
        links=tuple(found.links),
        refused=tuple(found.refused),
        images=tuple(found.images),
        beyond=body.beyond,
    )


class _Converter(threading.local):
    """One Markdown object for each thread: making one costs more than most bodies do."""

    def __init__(self) -> None:
        self.flavour = GitHubFlavour(Body(Addresses(str), Outline(1)))
        self.markdown = Markdown(extensions=[self.flavour], output_format="html")
        self.cleaner = nh3.Cleaner(
            tags=TEXT_TAGS | BLOCK_TAGS | HEADING_TAGS | TABLE_TAGS,
            attributes=ALLOWED_ATTRIBUTES,
            allowed_classes=ALLOWED_CLASSES,
            url_schemes=set(SCHEMES),
            # The extension has set it already; nh3 would put its own in the place of it.
            link_rel=None,
        )


_converter = _Converter()
