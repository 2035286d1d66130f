"""A guide's folder -> its finished site, as tests ask about it: by path, by heading, by label."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import html5lib
from builders import TODAY
from shipped import skip_without_the_example

from doorstep import checking, site
from doorstep.files import MARK
from doorstep.loading import read_config
from doorstep.outputs.assets import early_script
from doorstep.views.framing import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from xml.etree.ElementTree import Element

    from doorstep.words import Words

REPOSITORY = Path(__file__).parent.parent
LAYOUTS = REPOSITORY / "layouts"
SITES = Path(__file__).parent / "sites"
TINY = SITES / "tiny"
EARLY = early_script(LAYOUTS)
"""Our own script that stands inside every list by day."""
ROOT = "/guide/"
"""Where the guides of the tests stand, but for those that try other roots."""


def words_of(element: Element | None) -> str:
    """Return what an element says, blank space closed up."""
    return " ".join("".join(_texts(element)).split()) if element is not None else ""


def _texts(element: Element) -> Iterator[str]:
    """Yield the text of an element that can be read, which that of a script cannot."""
    if element.tag != "script":
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""


def of_class(element: Element, name: str) -> list[Element]:
    """Return what is inside an element and has this class."""
    return [one for one in element.iter() if name in str(one.get("class", "")).split()]


@dataclass(frozen=True)
class Card:
    """An entry as a list shows it."""

    title: str
    href: str
    number: str
    summary: str
    lines: list[str]
    tags: list[str]

    @classmethod
    def of(cls, element: Element) -> Card:
        """Return what a card says."""
        link = element.find(".//a")
        assert link is not None
        return cls(
            title=words_of(link),
            href=str(link.get("href")),
            number="".join(words_of(one) for one in of_class(element, "visually-hidden")),
            summary="".join(words_of(one) for one in of_class(element, "card__summary")),
            lines=[words_of(one) for one in of_class(element, "card__line")],
            tags=[words_of(one) for one in of_class(element, "tags__tag")],
        )


@dataclass(frozen=True)
class Page:
    """A page of a finished site."""

    path: str
    tree: Element

    @classmethod
    def of(cls, path: str, content: bytes) -> Page:
        """Return a page; one whose HTML is not as it should be is refused (html5lib, strict)."""
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        return cls(path, parser.parse(content.decode()))

    def all(self, tag: str) -> list[Element]:
        """Return every element of this name."""
        return list(self.tree.iter(tag))

    def classed(self, name: str) -> list[str]:
        """Return what elements of this class say."""
        return [words_of(one) for one in of_class(self.tree, name)]

    @property
    def main(self) -> Element:
        """The main part."""
        return self.all("main")[0]

    @property
    def title(self) -> str:
        """The title of the document."""
        return words_of(self.all("title")[0])

    @property
    def heading(self) -> str:
        """The one h1."""
        (heading,) = self.all("h1")
        return words_of(heading)

    @property
    def words(self) -> str:
        """All that the main part says."""
        return words_of(self.main)

    def meta(self, name: str) -> str:
        """Return what a meta element says, or ""."""
        found = [m for m in self.all("meta") if name in (m.get("name"), m.get("http-equiv"))]
        return str(found[0].get("content")) if found else ""

    @property
    def inline_scripts(self) -> list[str]:
        """The scripts that stand inside the page, word for word."""
        inside = [one for one in self.all("script") if not one.get("src") and not one.get("type")]
        return [one.text or "" for one in inside]

    @property
    def policy(self) -> str:
        """Its Content-Security-Policy, without the hashes of the scripts that stand inside it."""
        policy = self.meta("Content-Security-Policy")
        for script in self.inline_scripts:
            policy = policy.replace(f" {fingerprint(script)}", "")
        return policy

    def linked(self, rel: str) -> str:
        """Return the address of a link element, or ""."""
        return next((str(one.get("href")) for one in self.all("link") if one.get("rel") == rel), "")

    def links(self, name: str = "") -> list[tuple[str, str]]:
        """Return the words and the address of each link, or of those below a class."""
        inside = of_class(self.tree, name) if name else [self.tree]
        return [(words_of(a), str(a.get("href"))) for one in inside for a in one.iter("a")]

    @cached_property
    def facts(self) -> dict[str, list[str]]:
        """The facts: lines by label."""
        return {
            words_of(row.find("dt")): [words_of(line) for line in of_class(row, "line")]
            for row in of_class(self.main, "facts__row")
        }

    @cached_property
    def lists(self) -> dict[str, list[Card]]:
        """Cards, by the heading they stand under; "" without one."""
        return {
            words_of(section.find("h2")): [Card.of(card) for card in of_class(section, "card")]
            for section in of_class(self.main, "card-list")
        }

    @property
    def cards(self) -> list[Card]:
        """Every card, whatever it stands under."""
        return [card for cards in self.lists.values() for card in cards]

    def titles(self, heading: str) -> list[str]:
        """Return the titles of the cards under a heading."""
        return [card.title for card in self.lists.get(heading, [])]


@dataclass(frozen=True)
class Site:
    """A finished site."""

    folder: Path
    root: str = ROOT

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file of the site, by its path."""
        found = sorted(one for one in self.folder.rglob("*") if one.is_file() and one.name != MARK)
        return {file.relative_to(self.folder).as_posix(): file.read_bytes() for file in found}

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page, by its path: "groups/tea/", "" for home."""
        pages = ((name, text) for name, text in self.files.items() if name.endswith(".html"))
        paths = ((name.removesuffix("index.html"), text) for name, text in pages)
        return {path: Page.of(path, text) for path, text in paths}

    def page(self, path: str) -> Page:
        """Return the page at a path."""
        return self.pages[path]

    def text(self, name: str) -> str:
        """Return a file as text."""
        return self.files[name].decode()

    @property
    def whole_pages(self) -> Iterator[Page]:
        """Every page that does not only lead to another."""
        return (page for page in self.pages.values() if not page.meta("refresh"))

    def mentions(self, words: str) -> set[str]:
        """Return the files that have these words."""
        read = words.encode()
        return {name for name, content in self.files.items() if read in _unfolded(content)}


def _unfolded(content: bytes) -> bytes:
    """Return a file with the long lines and the commas of calendars as people read them."""
    return content.replace(b"\r\n ", b"").replace(b"\\,", b",")


def copied(guide: Path, to: Path, changes: Mapping[str, str]) -> Path:
    """Copy a guide's folder, write these files below its content/, and return the copy."""
    shutil.copytree(guide, to)
    for name, text in changes.items():
        file = to / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return to


def checked(
    guide: Path, today: date = TODAY, url: str | None = None, jobs: int = 1
) -> checking.Checked:
    """Return the guide of this folder as it was checked."""
    if guide == REPOSITORY:
        skip_without_the_example()
    config, problems = read_config(guide / "site.yaml", url=url)
    assert config is not None, problems
    return checking.check_site(config, guide / "content", today, jobs)


def build(
    guide: Path,
    out: Path,
    *,
    today: date = TODAY,
    url: str | None = None,
    jobs: int = 1,
    words: Words | None = None,
) -> Site:
    """Build the guide of this folder, in which nothing is to be mended."""
    read = checked(guide, today, url, jobs)
    assert read.errors == []
    site.publish(read, today, LAYOUTS, out, jobs, words)
    return Site(out)
