"""Entries of a made-up guide -> the same ones with every fact as text, for other makers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml
from made_up_guide import made_up_entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FACTS = (
    "number", "for", "open", "when", "where", "area", "come_along", "cost", "access", "languages",
    "contact", "you_can_help", "works_with", "checked",
)  # fmt: skip
"""What stands in the table of facts, in this order; each theme has the same list."""


@dataclass(frozen=True, slots=True)
class PlainEntry:
    """One entry: its facts by name, and its Markdown."""

    kind: str
    slug: str
    topics: tuple[str, ...]
    facts: Mapping[str, str]
    body: str

    @property
    def path(self) -> str:
        """Where its page stands below the site's root, the same for every maker."""
        return f"{self.kind}/{self.slug}/"

    @property
    def file(self) -> str:
        """Where it lies below the folder of a site's source, for most makers."""
        return f"content/{self.kind}/{self.slug}.md"

    @property
    def title(self) -> str:
        """Its title."""
        return self.facts["title"]

    @property
    def area(self) -> str:
        """Its area: that of its place, where it has none of its own."""
        return self.facts["area"]

    @property
    def day(self) -> str:
        """The day it was checked last, such as 2026-11-03."""
        return self.facts["checked"].partition(",")[0]


def plain_entries(number: int) -> Iterator[PlainEntry]:
    """Yield so many entries, places first; what is said by slug is said by title."""
    written = [(entry, *_parts(entry.text)) for entry in made_up_entries(number)]
    facts_of = {entry.slug: facts for entry, facts, _ in written}
    for entry, facts, body in written:
        named = {name: _named(value, facts_of) for name, value in facts.items()}
        place = facts if entry.kind == "places" else facts_of[facts["where"]]
        said = {name: plainly(value) for name, value in named.items()} | {"area": place["area"]}
        topics = tuple(facts["topics"])
        yield PlainEntry(entry.kind, entry.slug, topics, said, body)


def _parts(text: str) -> tuple[dict[str, Any], str]:
    _, facts, body = text.split("---\n", 2)
    # Not every maker takes a list for one without an empty line above it.
    return yaml.load(facts, Loader=yaml.BaseLoader), body.replace("\n- ", "\n\n- ", 1)  # noqa: S506 - text only


def _named(value: Any, facts_of: Mapping[str, Mapping[str, Any]]) -> Any:
    if isinstance(value, list):
        return [_named(part, facts_of) for part in value]
    return facts_of[value]["title"] if isinstance(value, str) and value in facts_of else value


def plainly(value: Any) -> str:
    """Return a fact as text: parts with a comma between them, each after its name if it has one."""
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, dict):
        return ", ".join(f"{name.replace('_', ' ')} {part}" for name, part in value.items())
    return str(value)


def front_matter(facts: Mapping[str, Any]) -> str:
    """Return facts as YAML between two lines of dashes."""
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in facts.items())
    return f"---\n{''.join(lines)}---\n"
