"""What was checked last -> an Atom feed (RFC 4287)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from doorstep.outputs.output import Output, Press
from doorstep.permalinks import FEED, HOME, entry_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from doorstep.entries import Entry
    from doorstep.guide import Guide

MOST = 30
"""Entries in the feed; readers keep what they have seen."""


def feed(press: Press, path: str) -> Iterator[Output]:
    """Yield the feed of what was added or checked last."""
    yield Output(path, as_atom(press.guide, press.guide.latest_checked[:MOST]))


def as_atom(guide: Guide, entries: tuple[Entry, ...]) -> bytes:
    """Return entries as Atom; `updated` is the day of the check, the only date a reader can use."""
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": guide.words.lang})
    home = guide.permalinks.absolute(HOME)
    _text(root, "id", home)
    _text(root, "title", guide.config.name)
    _text(root, "updated", _instant(max((_checked(e) for e in entries), default=guide.today)))
    SubElement(root, "link", {"rel": "alternate", "href": home})
    SubElement(root, "link", {"rel": "self", "href": guide.permalinks.absolute(FEED)})
    _text(SubElement(root, "author"), "name", guide.config.forum.name)
    for entry in entries:
        _entry(SubElement(root, "entry"), guide, entry)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root) + b"\n"


def _entry(element: Element, guide: Guide, entry: Entry) -> None:
    address = guide.permalinks.absolute(entry_path(entry.kind, entry.slug))
    _text(element, "id", address)
    _text(element, "title", entry.title)
    _text(element, "updated", _instant(_checked(entry)))
    SubElement(element, "link", {"rel": "alternate", "href": address})
    _text(element, "summary", entry.summary)


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _checked(entry: Entry) -> date:
    if entry.checked is None:
        raise ValueError(f"{entry.slug} was never checked, so it has no place in the feed")
    return entry.checked.on


def _instant(day: date) -> str:
    """Return the start of a day (RFC 3339)."""
    return f"{day.isoformat()}T00:00:00Z"
