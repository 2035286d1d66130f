"""A made site, and the entries it is made of -> a sentence on everything that is not there."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from makers import ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from plain_entries import PlainEntry

JSON_LD = re.compile(r'<script type="?application/ld\+json"?>(.*?)</script>', re.DOTALL)
LINK = re.compile(r'href="?/guide/((?:groups|places)/[\w-]+/)[">]')
LOCATION = re.compile(r"<loc>([^<]*)</loc>")
ROWS = 3
RELATED = 5
NEWEST = 20


def missing(site: Path, entries: Sequence[PlainEntry]) -> Iterator[str]:
    """Yield what a site lacks of the pages that every maker is asked for."""
    on_topic = Counter(topic for entry in entries for topic in entry.topics)
    for entry in entries:
        others = min(RELATED, on_topic[entry.topics[0]] - 1)
        yield from missing_on_page(_read(site, f"{entry.path}index.html"), entry, others)
    for topic in sorted(on_topic):
        on_it = (entry for entry in entries if topic in entry.topics)
        yield from missing_in_list(site, f"topics/{topic}/", on_it)
    for area in sorted({entry.area for entry in entries}):
        in_it = (entry for entry in entries if entry.area == area)
        yield from missing_in_list(site, f"areas/{area}/", in_it)
    yield from missing_in_list(site, "a-to-z/", entries)
    if "/guide/a-to-z/" not in _read(site, "index.html"):
        yield "home: no link to A to Z"
    yield from missing_in_sitemap(_read(site, "sitemap.xml"), entries)
    yield from missing_in_feed(_read(site, "feed.xml"), len(entries))


def missing_on_page(page: str, entry: PlainEntry, related: int) -> Iterator[str]:
    """Yield what the page of an entry lacks: words, a table of facts, JSON-LD, so many links."""
    lacks = {
        "title": entry.title not in page,
        "words": entry.body.partition(",")[0] not in page,
        "facts": 'class="facts' not in page or page.count("<dd") < ROWS,
        "JSON-LD": entry.title not in json_ld_names(page),
        "list in its text": page.count("<li>") < related + 3 and page.count("<li") < related + 3,
        "related entries": len({*LINK.findall(page)} - {entry.path}) < related,
    }
    yield from (f"{entry.path}: no {what}" for what, is_so in lacks.items() if is_so)


def json_ld_names(page: str) -> list[str]:
    """Return the name of each thing in a page's JSON-LD; none where it cannot be read."""
    try:
        return [str(json.loads(said)["name"]) for said in JSON_LD.findall(page)]
    except (ValueError, KeyError, TypeError):
        return []


def missing_in_list(site: Path, path: str, entries: Iterable[PlainEntry]) -> Iterator[str]:
    """Yield the entries that a list does not link to."""
    linked = {*LINK.findall(_read(site, f"{path}index.html"))}
    yield from (f"{path}: no {entry.path}" for entry in entries if entry.path not in linked)


def missing_in_sitemap(sitemap: str, entries: Iterable[PlainEntry]) -> Iterator[str]:
    """Yield the entries whose address is not in the sitemap."""
    named = {*LOCATION.findall(sitemap)}
    yield from (f"sitemap: no {one.path}" for one in entries if f"{ADDRESS}{one.path}" not in named)


def missing_in_feed(feed: str, entries: int) -> Iterator[str]:
    """Say when a feed cannot be read or has fewer than the newest entries."""
    try:
        root = ElementTree.fromstring(feed)  # noqa: S314 - made a moment ago, from our own words
    except ElementTree.ParseError:
        yield "feed: it cannot be read"
        return
    found = sum(element.tag.endswith("}entry") for element in root.iter())
    if found < min(NEWEST, entries):
        yield f"feed: only {found} entries"


def _read(site: Path, path: str) -> str:
    file = site / path
    return file.read_text(encoding="utf-8") if file.exists() else ""
