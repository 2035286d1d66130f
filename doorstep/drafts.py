"""Draft: every entry that could be read, before the checks have seen them together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from doorstep.catalogue import BUILDINGS
from doorstep.fields import folded
from doorstep.kinds import Kind
from doorstep.problems import Level, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from doorstep.config import SiteConfig
    from doorstep.entries import Entry
    from doorstep.markdown import Rendered
    from doorstep.problems import Problem


@dataclass(frozen=True)
class Draft:
    """The guide as it was written, for the checks."""

    config: SiteConfig
    """What site.yaml says."""
    content: Path
    """The folder of the entries, for photos and the history of changes."""
    entries: tuple[Entry, ...]
    """Every entry that could be read, by file."""
    bodies: Mapping[tuple[str, int], Rendered]
    """Their bodies as HTML, by where the entries are written."""
    left_out: Mapping[str, str]
    """Slugs of entries that could not be read, and their files: naming them is no mistake."""
    lost: int
    """How many entries could not be read, as far as anybody can tell."""

    def body_of(self, entry: Entry) -> Rendered:
        """Return the body of an entry as HTML, with its links."""
        return self.bodies[entry.origin]

    def stopped_by(self, problems: Iterable[Problem]) -> set[tuple[str, int]]:
        """Return where the entries are written that have an error somewhere in their lines."""
        starts: dict[str, list[int]] = {}
        for entry in self.entries:
            file, line = entry.origin
            starts.setdefault(file, []).append(line)
        errors = ((p.file, p.line) for p in problems if p.level is Level.ERROR and p.file in starts)
        return {(file, _start_before(starts[file], line)) for file, line in errors}

    @cached_property
    def titles(self) -> dict[str, str]:
        """Titles by slug."""
        return {entry.slug: entry.title for entry in self.entries}

    @cached_property
    def place_slugs(self) -> frozenset[str]:
        """Slugs of places and green spaces."""
        return frozenset(entry.slug for entry in self.entries if entry.kind in BUILDINGS)

    @cached_property
    def places(self) -> frozenset[str]:
        """What one may call a place: its slug or its title, folded."""
        names = (
            (entry.slug, entry.title) for entry in self.entries if entry.slug in self.place_slugs
        )
        return frozenset(folded(name) for pair in names for name in pair)

    @cached_property
    def groups(self) -> frozenset[str]:
        """Slugs of groups."""
        return frozenset(entry.slug for entry in self.entries if entry.kind is Kind.GROUP)

    def did_you_mean(self, slug: str, known: Iterable[str]) -> tuple[str, str]:
        """Return the nearest slug that is known, and a question that names it; or two times ""."""
        guess = nearest(slug, known)
        if not guess:
            return "", ""
        title = self.titles.get(guess)
        return guess, f"Did you mean “{guess}” ({title})?" if title else f"Did you mean “{guess}”?"


def _start_before(starts: list[int], line: int) -> int:
    """Return the start of the entry a line belongs to; what stands above all is the first's."""
    return max((start for start in starts if start <= line), default=min(starts))
