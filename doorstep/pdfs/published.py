"""An address that a page names -> the file there, when this guide itself publishes it."""

from __future__ import annotations

from collections.abc import Callable
from mimetypes import guess_type
from typing import TYPE_CHECKING

from weasyprint.urls import URLFetcher, URLFetcherResponse

if TYPE_CHECKING:
    from doorstep.permalinks import Permalinks

Published = Callable[[str], bytes | None]
"""Returns what the guide publishes under a path, or None."""


class PublishedOnly(URLFetcher):  # type: ignore[misc]
    """Hands out what the guide publishes, and asks neither the network nor the disk for more."""

    def __init__(self, permalinks: Permalinks, published: Published) -> None:
        super().__init__(allowed_protocols=())
        self._root = permalinks.url
        self._published = published

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 (its own signature)
        """Return the file at an address; WeasyPrint goes on without what is refused."""
        path = url.removeprefix(self._root)
        content = self._published(path) if path != url else None
        if content is None:
            raise ValueError(f"{url} is not of this guide")
        return URLFetcherResponse(url, content, {"Content-Type": guess_type(path)[0] or ""})
