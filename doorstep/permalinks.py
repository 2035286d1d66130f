"""Kinds, slugs and numbers -> the lasting addresses of pages; only this module knows their shape.

A path here is relative to the guide's own root: "groups/tea-and-talk/", "" for home.
"""

from __future__ import annotations

import posixpath
import re
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from msgspec import Struct

from doorstep.kinds import Kind

if TYPE_CHECKING:
    from datetime import date

HOME = ""
HELP = "help/"
HELP_GET = "help/get/"
HELP_GIVE = "help/give/"
TOPICS = "topics/"
AREAS = "areas/"
NEAR = "near/"
A_TO_Z = "a-to-z/"
SEARCH = "search/"
SEARCH_INDEX = "search/index.json"
SEARCH_BODIES = "search/bodies.json"
MAP = "map/"
MAP_DATA = "map/map.json"
AREA_PICTURE = "map/area.svg"
AREA_ON_PAPER = "map/paper.svg"
WHATS_ON = "whats-on/"
TODAY = "whats-on/today/"
WEEKEND = "whats-on/weekend/"
NEXT_WEEK = "whats-on/next-week/"
EVERY_WEEK = "whats-on/every-week/"
PRINT = "print/"
WEEK_SHEET = "print/week/"
NEXT_WEEK_SHEET = "print/next-week/"
MONTH_SHEET = "print/month/"
LEAFLET = "print/leaflet/"
BOOKLET = "print/booklet/"
POCKET_GUIDE = "print/pocket/"
WALLET_CARDS = "print/cards/"
LARGE_PRINT = "print/large/"
EASY_READ = "print/easy/"
TELL_US_FORM = "print/form/"
CHECK_UP = "print/check-up/"
SHORTLIST = "print/shortlist/"
SHORTLIST_ENTRIES = "print/shortlist/entries.json"
EDITORS_CARD = "print/editing/"
ADD = "add/"
MISSING = "missing/"
MESH_PICTURE = "missing/mesh.svg"
ADMIN = "admin/"
EDITOR = "admin/editor/"
EDITOR_SETTINGS = "admin/settings.json"
ABOUT = "about/"
HANDOVER = "about/handover/"
FEED = "feed.xml"
CALENDAR = "calendar/"
EVERYTHING = "feeds/all.ics"
SITEMAP = "sitemap.xml"
OFFLINE = "offline/"
MANIFEST = "manifest.webmanifest"
SERVICE_WORKER = "service-worker.js"
NOT_FOUND = "404.html"

RESERVED = {Kind.HELP: frozenset({"get", "give"})}
"""Slugs that an entry of this kind may not have, because a page of ours stands there."""


OWN_PATHS = frozenset({ABOUT, HANDOVER, HELP_GET, HELP_GIVE})
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


def month_path(first: date) -> str:
    """Return the path of what is on in a month, by its first day."""
    return f"{WHATS_ON}{first:%Y-%m}/"


def choice_path(choice: str) -> str:
    """Return the path of what is on of one sort, such as free or mondays."""
    return f"{WHATS_ON}{choice}/"


def feed_path(kind: str, name: str) -> str:
    """Return the path of a calendar feed: of a topic, an area, a group or a place."""
    return f"feeds/{kind}-{name}.ics"


def dates_path(kind: Kind, slug: str) -> str:
    """Return the path of an entry's own calendar, beside its page."""
    return f"{entry_path(kind, slug)}{slug}.ics"


def next_date_path(kind: Kind, slug: str) -> str:
    """Return the path of a calendar with only the next date of an entry."""
    return f"{entry_path(kind, slug)}{slug}-next.ics"


def number_path(number: int) -> str:
    """Return the short address for paper."""
    return f"n/{number}/"


def week_sheet_path(choice: str, *, is_next: bool = False) -> str:
    """Return the path of the week sheet of one choice, of this week or of the next; "" for all."""
    week = NEXT_WEEK_SHEET if is_next else WEEK_SHEET
    return f"{week}{choice}/" if choice else week


def poster_path(slug: str) -> str:
    """Return the path of an entry's poster."""
    return f"{PRINT}poster/{slug}/"


def door_path(slug: str) -> str:
    """Return the path of the sheet for a building's own door."""
    return f"{PRINT}door/{slug}/"


def pdf_path(path: str) -> str:
    """Return the path of a sheet as a PDF, beside its page and called after it."""
    return f"{path}{path.rstrip('/').rpartition('/')[2]}.pdf"


def output_path(path: str) -> str:
    """Return the file that answers for a path: a folder's is its index.html."""
    return f"{path}index.html" if path == "" or path.endswith("/") else path


class Permalinks(Struct, frozen=True, dict=True):
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

    @cached_property
    def root(self) -> str:
        """The path part of the guide's address, such as /guide/."""
        return urlsplit(self.url).path

    def href(self, path: str) -> str:
        """Return the address of a path from any page of the guide."""
        return self.root + path

    def absolute(self, path: str) -> str:
        """Return the whole address of a path."""
        return self.url + path

    def webcal(self, path: str) -> str:
        """Return the address by which a phone subscribes to a calendar rather than open it."""
        return f"webcal:{self.absolute(path).partition(':')[2]}"

    @cached_property
    def host(self) -> str:
        """The name of the computer the guide is published on."""
        return urlsplit(self.url).hostname or "localhost"
