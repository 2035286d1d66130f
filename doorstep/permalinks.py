"""Kinds, slugs and numbers -> the lasting addresses of pages; only this module knows their shape.

A path here is relative to the guide's own root: "groups/tea-and-talk/", "" for home.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from doorstep.kinds import Kind

HOME = ""
HELP = "help/"
HELP_GET = "help/get/"
HELP_GIVE = "help/give/"
TOPICS = "topics/"
AREAS = "areas/"
NEAR = "near/"
A_TO_Z = "a-to-z/"
ADD = "add/"
ABOUT = "about/"
FEED = "feed.xml"
SITEMAP = "sitemap.xml"
NOT_FOUND = "404.html"

RESERVED = {Kind.HELP: frozenset({"get", "give"})}
"""Slugs that an entry of this kind may not have, because a page of ours stands there."""


OWN_PATHS = frozenset({ABOUT, HELP_GET, HELP_GIVE})
"""Paths among those of entries that the guide has a page of its own for."""


def entry_path(kind: Kind, slug: str) -> str:
    """Return the path of an entry's page; plain pages stand under about/."""
    if kind is not Kind.PAGE:
        return f"{kind.folder}/{slug}/"
    return ABOUT if slug == "about" else f"{ABOUT}{slug}/"


def kind_path(kind: Kind) -> str:
    """Return the path of the list of a kind."""
    return ABOUT if kind is Kind.PAGE else f"{kind.folder}/"


def topic_path(topic: str) -> str:
    """Return the path of a topic's list."""
    return f"{TOPICS}{topic}/"


def area_path(area: str) -> str:
    """Return the path of an area's list."""
    return f"{AREAS}{area}/"


def near_path(landmark: str) -> str:
    """Return the path of what is near a landmark."""
    return f"{NEAR}{landmark}/"


def number_path(number: int) -> str:
    """Return the short address for paper."""
    return f"n/{number}/"


def output_path(path: str) -> str:
    """Return the file that answers for a path: a folder's is its index.html."""
    return f"{path}index.html" if path == "" or path.endswith("/") else path


@dataclass(frozen=True, slots=True)
class Permalinks:
    """Paths as they stand in links: under the guide's own root, wherever it is published."""

    url: str
    """Where the guide is published, ending in a slash."""

    @classmethod
    def under(cls, url: str) -> Permalinks:
        """Return the permalinks of a guide published at this address."""
        parts = urlsplit(url)
        # Two slashes at the start would name another host, and dots another folder.
        path = posixpath.normpath(re.sub("/+", "/", f"/{parts.path}/")).rstrip("/") + "/"
        root = quote(path, safe="/%-._~")
        return cls(f"{parts.scheme}://{parts.netloc}{root}")

    @property
    def root(self) -> str:
        """The path part of the guide's address, such as /guide/."""
        return urlsplit(self.url).path

    def href(self, path: str) -> str:
        """Return the address of a path from any page of the guide."""
        return self.root + path

    def absolute(self, path: str) -> str:
        """Return the whole address of a path."""
        return self.url + path
