"""Draft: every entry that could be read, before the checks have seen them together."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from doorstep.almanac import Almanac
from doorstep.do_not_list import NOBODY, DoNotList
from doorstep.fields import folded
from doorstep.kinds import BUILDINGS, Kind
from doorstep.problems import Level, nearest
from doorstep.safe_spaces import discreet
from doorstep.search.synonyms import NO_SYNONYMS, Synonyms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from doorstep.area_map.area import AreaMap
    from doorstep.config import SiteConfig
    from doorstep.entries import Entry
    from doorstep.markdown import Rendered
    from doorstep.problems import Problem

KeyT = TypeVar("KeyT")


class Draft(Struct, frozen=True, dict=True):
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
    today: date
    """The day the guide is checked on."""
    area_map: AreaMap | None = None
    """The guide's own street map, where it has one."""
    synonyms: Synonyms = NO_SYNONYMS
    """The forum's own list of words that mean other words."""
    do_not_list: DoNotList = NOBODY
    """Groups that asked not to be listed."""
    beyond_suspicion: frozenset[tuple[str, int]] = frozenset()
    """Where entries are written that hold no private detail, as was seen when they were read."""

    def body_of(self, entry: Entry) -> Rendered:
        """Return the body of an entry as HTML, with its links."""
        return self.bodies[entry.origin]

    def discreetly(self, problems: Sequence[Problem]) -> list[Problem]:
        """Return problems with those of safe spaces told without a word of what they say."""
        whom_to_phone = self.config.help_line.name_and_number
        quiet = {entry.file for entry in self.entries if entry.sensitive}
        return [
            *(problem for problem in problems if problem.file not in quiet),
            *discreet((p for p in problems if p.file in quiet), whom_to_phone),
        ]

    def stopped_by(self, problems: Iterable[Problem]) -> set[tuple[str, int]]:
        """Return where the entries are written that have an error somewhere in their lines."""
        starts: dict[str, list[int]] = {}
        for entry in self.entries:
            file, line = entry.origin
            starts.setdefault(file, []).append(line)
        errors = ((p.file, p.line) for p in problems if p.level is Level.ERROR and p.file in starts)
        return {(file, _start_before(starts[file], line)) for file, line in errors}

    def owners(self, claimed: Callable[[Entry], KeyT | None]) -> dict[KeyT, Entry]:
        """Return the entry that each thing belongs to which only one may have.

        It is the entry that was published with it first; one that never was comes after all that
        were, and then the names of the files decide.
        """
        claims: defaultdict[KeyT, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            if (claim := claimed(entry)) is not None:
                claims[claim].append(entry)
        return {claim: self._first_published(entries) for claim, entries in claims.items()}

    def _first_published(self, entries: list[Entry]) -> Entry:
        if len(entries) == 1:
            return entries[0]
        order = self._order_of_publishing
        return min(
            entries, key=lambda e: (order.get(e.file.partition("/")[2], len(order)), e.origin)
        )

    @cached_property
    def _order_of_publishing(self) -> dict[str, int]:
        from doorstep.history import first_published  # late: few guides have the same thing twice

        return first_published(self.content)

    @cached_property
    def almanac(self) -> Almanac:
        """What is known of the days of the year."""
        return Almanac(self.config.terms, self.config.bank_holidays)

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
    def safe_places(self) -> frozenset[str]:
        """What one may call a place whose place is never shown, folded."""
        safe = [e for e in self.entries if e.slug in self.place_slugs and e.sensitive]
        return frozenset(folded(name) for entry in safe for name in (entry.slug, entry.title))

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
