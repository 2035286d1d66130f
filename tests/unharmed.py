"""A finished site with attacks in it, and the same with harmless words -> what went wrong."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree import ElementTree

from built_site import EARLY
from icalendar import Calendar
from planted import WORD

from doorstep.fields import NO_CHARACTERS
from doorstep.markdown import (
    ALLOWED_ATTRIBUTES,
    BLOCK_TAGS,
    HEADING_TAGS,
    TABLE_TAGS,
    TEXT_TAGS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from built_site import Page, Site
    from planted import Planted

NAME = re.compile(r"[a-z0-9][a-z0-9./_-]*")
"""What a file of the site may be called, besides those that come with the programs of others."""

SCHEMES = {"", "https", "http", "mailto", "tel", "sms", "webcal"}
"""What the addresses on a page may begin with."""

IN_BODIES = {
    *((tag, "") for tag in TEXT_TAGS | BLOCK_TAGS | HEADING_TAGS | TABLE_TAGS),
    *((tag, name) for tag, names in ALLOWED_ATTRIBUTES.items() for name in names),
    *((tag, "class") for tag in ("div", "li", "td", "th")),
}
"""The elements that Markdown makes, and their attributes."""

FOLDED = re.compile(r"search/[^/]+\.json")
"""The files in which only the bare words are kept."""

FORMS = "https://github.com/"
"""Where people change the guide."""

LINE = re.compile(r'([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)', re.DOTALL)
"""A line of a calendar: its name, its parameters, its value (RFC 5545, 3.1)."""

ESCAPED = re.compile(r"\\(.)", re.DOTALL)
"""What stands for a sign that would mean something in a calendar (3.3.11)."""

SLUG = re.compile(r"\blang(?:uage)?-[a-z0-9-]+")
"""A language as addresses and lists have it."""

UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    f"\ufdd0-\ufdef{NO_CHARACTERS}]"
)
"""What a fact is kept without: it has no width, or turns the text around it."""

OLD_LINE_ENDS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")
"""What ended a line once; below the facts it is read as a space."""

_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
_STRIPPED = str.maketrans("", "", "".join(map(chr, range(0x21))))


@dataclass(slots=True)
class Seen:
    """What a site is made of."""

    elements: set[tuple[str, str]] = field(default_factory=set)
    """Each element with each of its attributes, and with none."""
    properties: set[str] = field(default_factory=set)
    """What calendars and filled in forms say: names of properties, parameters and boxes."""
    names: set[str] = field(default_factory=set)
    """Its files."""
    places: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Word by word, the files that have it."""


@dataclass(slots=True)
class Reading:
    """One site, read file by file as browsers, calendars and feed readers do."""

    site: Site
    planted: Mapping[str, Planted]
    seen: Seen = field(default_factory=Seen)
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Read every file."""
        wanted = {word: _plain(one.name, one.text) for word, one in self.planted.items()}
        for name, content in self.site.files.items():
            self.seen.names.add(name)
            for text in (SLUG.sub("", one) for one in self._texts(name, content)):
                for word in set(WORD.findall(text)) & wanted.keys():
                    self.seen.places[word].add(name)
                    self._compare(name, self.planted[word], wanted[word], text)

    def _texts(self, name: str, content: bytes) -> Iterator[str]:
        kind = name.rpartition(".")[2]
        if kind == "html":
            return self._page(self.site.pages[name.removesuffix("index.html")])
        if kind in ("ics", "xml", "svg"):
            return getattr(self, f"_{kind}")(name, content)
        if name.startswith("assets/kept-"):
            return self._kept(name, content)
        if kind in ("json", "webmanifest"):
            # The lines of one address stand there one by one.
            return iter(["\n".join(_strings(_strictly(content.decode())))])
        return iter([content.decode("latin-1")])

    def _kept(self, name: str, content: bytes) -> Iterator[str]:
        """Yield nothing: what phones keep is read where the pages in it stand by themselves."""
        pages = _strictly(content.decode())
        assert isinstance(pages, dict)
        for path, text in pages.items():
            if self.site.files[f"{path}index.html"].decode() != text:
                self.wrong.append(f"{name}: {path} is another page than the one that is there")
        yield from ()

    def _compare(self, name: str, planted: Planted, wanted: str, text: str) -> None:
        is_folded = FOLDED.fullmatch(name) or planted.name == "body"
        if not is_folded and not _has(_plain(planted.name, text), wanted):
            self.wrong.append(f"{name}: {planted.name} is not as written: {planted.text!r}")

    def _page(self, page: Page) -> Iterator[str]:
        yield "".join(page.tree.itertext())
        for element in page.tree.iter():
            tag = str(element.tag)
            self.seen.elements |= {(tag, ""), *((tag, name) for name in element.attrib)}
            yield from (self._value(page, *one) for one in element.attrib.items())
            if tag == "script":
                yield from self._script(page, element)

    def _value(self, page: Page, name: str, value: str) -> str:
        if name not in ("href", "src", "action"):
            return value
        scheme = _SCHEME.match(value.translate(_STRIPPED))
        if scheme and scheme[1].lower() not in SCHEMES:
            self.wrong.append(f"{page.path}: an address that is none: {value!r}")
        if not value.startswith(FORMS):
            return unquote(value)
        # A form there is filled in with what fits into an address, as it was typed.
        self.seen.properties |= {*parse_qs(urlsplit(value).query)}
        return ""

    def _script(self, page: Page, element: ElementTree.Element) -> Iterator[str]:
        if element.get("type") == "application/ld+json":
            yield from _strings(_strictly(element.text or ""))
        elif element.text and element.text != EARLY:
            self.wrong.append(f"{page.path}: a script that stands in the page: {element.text!r}")

    def _ics(self, name: str, content: bytes) -> Iterator[str]:
        Calendar.from_ical(content)
        lines = content.decode().removesuffix("\r\n").split("\r\n")
        if any(len(line.encode()) > 75 or "\n" in line or "\r" in line for line in lines):
            self.wrong.append(f"{name}: a line is too long, or ends in the middle")
        for line in "\r\n".join(lines).replace("\r\n ", "").split("\r\n"):
            found = LINE.fullmatch(line)
            if found is None:
                self.wrong.append(f"{name}: no line of a calendar: {line!r}")
                continue
            key, parameters, value = found.groups()
            self.seen.properties |= {key, *re.findall(";([A-Z-]+)=", parameters)}
            self.seen.properties |= {value} if key in ("BEGIN", "END") else set()
            yield ESCAPED.sub(lambda mark: "\n" if mark[1] == "n" else mark[1], value)

    def _xml(self, name: str, content: bytes) -> Iterator[str]:
        if b"<!" in content:
            self.wrong.append(f"{name}: it declares something")
        for element in ElementTree.fromstring(content).iter():  # noqa: S314 - made by ourselves
            yield element.text or ""

    _svg = _xml


def _strictly(text: str) -> object:
    """Return JSON (RFC 8259), without the words that only JavaScript knows."""

    def refuse(word: str) -> float:
        raise ValueError(word)

    return json.loads(text, parse_constant=refuse)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for one in pair for text in _strings(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in _strings(one))


def _plain(name: str, text: str) -> str:
    """Return text as a fact keeps it: without what nobody sees, its spaces closed up."""
    if name == "code":
        text = text.translate(OLD_LINE_ENDS)
    words = UNSEEN.sub("", text).split()
    # A comma in an address ends a line of it.
    return "".join(words).replace(",", "") if name == "where.address" else " ".join(words)


def _has(text: str, wanted: str) -> bool:
    """Say whether text has the words, which may have begun a sentence there, or ended one."""
    wanted = wanted.rstrip(".")
    return wanted in text or wanted[:1].upper() + wanted[1:] in text


def faults(site: Site, planted: Mapping[str, Planted], harmless: Reading) -> list[str]:
    """Return what is wrong with a site, beside the same site with harmless words."""
    reading = Reading(site, planted)
    seen, usual = reading.seen, harmless.seen
    elements = seen.elements - usual.elements - IN_BODIES
    names = [one for one in seen.names - usual.names if not NAME.fullmatch(one)]
    return [
        *reading.wrong,
        *(f"{tag} {name}: no layout has it" for tag, name in sorted(elements)),
        *(f"{name}: no calendar says it" for name in sorted(seen.properties - usual.properties)),
        *(f"{name}: no file is called that" for name in sorted(names)),
        *_lost(planted, seen, usual),
    ]


def _lost(planted: Mapping[str, Planted], seen: Seen, usual: Seen) -> Iterator[str]:
    """Yield what is not on the page of its own entry, where harmless words are."""
    # A body may begin a code fence, whose first line is not shown.
    for word, one in ((word, one) for word, one in planted.items() if one.name != "body"):
        page = f"{one.entry}index.html"
        if page in usual.places[word] and page not in seen.places[word]:
            yield f"{page}: {one.name} is not there: {one.text!r}"
