"""A few words of text -> the sources, entries, catalogues and guides that tests speak about."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from doorstep import checking, site
from doorstep.catalogue import Catalogue
from doorstep.config import SiteConfig
from doorstep.fields import ReadingContext
from doorstep.kinds import Kind
from doorstep.loading import context_for
from doorstep.reading import read_entry
from doorstep.sources import read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.sources import Source

TODAY = date(2026, 11, 22)
"""A Sunday; every test that needs a day uses this one."""

SETTINGS: dict[str, Any] = {
    "name": "Harbour Row guide",
    "url": "https://harbour-row.example.org/guide/",
    "centre": {"lat": "53.7020", "lon": "-3.3000"},
    "help_line": {"name": "Harbour Row forum", "phone": "020 7946 0123"},
    "forum": {"name": "Harbour Row forum"},
    "areas": [{"id": "hill-top", "label": "Hill Top"}],
    "landmarks": [{"id": "library", "name": "the library", "lat": "53.7022", "lon": "-3.2995"}],
    "topics": [
        {"id": "company", "label": "Someone to talk to"},
        {"id": "older-people", "label": "Older people"},
    ],
    "audiences": [{"id": "everyone", "label": "Everyone"}],
}
"""What a small site.yaml says, as text."""


def config(**overrides: Any) -> SiteConfig:
    """Return settings that say what SETTINGS says, but for these keys."""
    return SiteConfig.model_validate(SETTINGS | overrides, context=ReadingContext(date.min))


def source(
    facts: str, kind: Kind = Kind.GROUP, slug: str = "tea-and-talk", *, body: str = ""
) -> Source:
    """Return what is read of a file with these facts; without a title it gets one."""
    title = "" if "title:" in facts else f"title: {slug.replace('-', ' ').capitalize()}\n"
    text = f"---\n{title}{dedent(facts).strip()}\n---\n{body}"
    reading = read_bytes(text.encode(), f"content/{kind.folder}/{slug}.md", kind)
    assert reading.sources, reading.problems
    return reading.sources[0]


def entry(
    facts: str, kind: Kind = Kind.GROUP, slug: str = "tea-and-talk", **settings: Any
) -> Entry:
    """Return the entry that these facts make, in a guide with these settings."""
    read, problems = read_entry(source(facts, kind, slug), context_for(config(**settings), TODAY))
    assert read is not None, problems
    return read


def messages(facts: str, kind: Kind = Kind.GROUP, **settings: Any) -> list[str]:
    """Return what is said about an entry with these facts, each message with its fix."""
    _, problems = read_entry(source(facts, kind), context_for(config(**settings), TODAY))
    return [f"{problem.message} {problem.fix}".strip() for problem in problems]


def catalogue(*entries: Entry) -> Catalogue:
    """Return the catalogue of these entries as they stand today."""
    return Catalogue.of(entries, config().freshness, TODAY)


def checked_of(folder: Path, files: Mapping[str, str], **settings: Any) -> checking.Checked:
    """Write these files below content/ in a folder, and return the guide as it was checked."""
    content = folder / "content"
    content.mkdir(exist_ok=True)
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return checking.check_site(config(**settings), content, TODAY, jobs=1)


def guide_of(folder: Path, files: Mapping[str, str], **settings: Any) -> Guide:
    """Write these files below content/ in a folder, and return the guide they make."""
    return site.guide_of(
        checked_of(folder, files, **settings), TODAY, assets={}, sizes=defaultdict(int)
    )
