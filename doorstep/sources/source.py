"""One entry as it was typed: its facts as text, its body, and the line and column of each."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.patterns import late_pattern
from doorstep.problems import Level, Problem
from doorstep.sources.marks import Finding, KeyPath, Mark, Node
from doorstep.sources.straight import straight_facts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from doorstep.kinds import Kind

_TOLD = late_pattern(r"[\s-]*(number|title)\s*:\s*(\S.*)", re.IGNORECASE)


class Source(Struct, frozen=True, dict=True):
    """An entry that could be read, before anything is made of its words."""

    file: str
    """As people see it, such as content/groups/tea-and-talk.md."""
    kind: Kind
    slug: str
    front_matter: Mapping[str, Node]
    """The facts, by their names in lower case with underscores."""
    body_line: int
    """The file's line that the body's first line is on."""
    lines: tuple[str, ...]
    """All lines of the file, for showing."""
    first_line: int
    """The line this entry starts on."""
    body_told: str | None = None
    """The body where it is one of the facts; None where it is all that stands below them."""
    marks_told: Mapping[KeyPath, Mark] | None = None
    """Where the facts stand; None where they are so plain that they tell it when they are asked."""
    straight: tuple[int, int] = (0, 0)
    """Between which lines of the file those stand, counted from 0."""

    @property
    def body(self) -> str:
        """Everything longer, in Markdown."""
        told = self.body_told
        return "\n".join(self.lines[self.body_line - 1 :]) if told is None else told

    @cached_property
    def marks(self) -> Mapping[KeyPath, Mark]:
        """The line and column of each fact, and of its name."""
        if self.marks_told is not None:
            return self.marks_told
        start, end = self.straight
        _, marks = straight_facts(self.lines[start:end], start + 1) or ({}, {})
        return marks

    @property
    def about(self) -> str:
        """What to call this entry in a problem, such as “No. 127, Tea and talk”."""
        number, title = self.front_matter.get("number"), self.front_matter.get("title")
        return called(
            number if isinstance(number, str) else "",
            title if isinstance(title, str) else "",
            self.slug,
        )

    def problem(
        self,
        path: KeyPath,
        rule: str,
        message: str,
        *,
        fix: str = "",
        corrected: str = "",
        level: Level = Level.ERROR,
        at_key: bool = False,
    ) -> Problem:
        """Return a problem with the value at a path, or with its name."""
        mark = self._mark(path)
        place = (mark.key_line, mark.key_column) if at_key else (mark.line, mark.column)
        finding = Finding(*place, rule, message, fix, corrected, level)
        return finding.as_problem(self.file, self.lines, self.about)

    def body_problem(
        self,
        line_in_body: int,
        rule: str,
        message: str,
        *,
        fix: str = "",
        corrected: str = "",
        level: Level = Level.ERROR,
    ) -> Problem:
        """Return a problem with a line of the body, counted from 1."""
        line = self.body_line + line_in_body - 1
        finding = Finding(line, 1, rule, message, fix, corrected, level)
        return finding.as_problem(self.file, self.lines, self.about)

    def _mark(self, path: KeyPath) -> Mark:
        while path and path not in self.marks:
            path = path[:-1]
        start = Mark(self.first_line, 1, self.first_line, 1)
        return self.marks.get(path, start) if path else start


def called(number: str, title: str, slug: str) -> str:
    """Return what to call an entry: by number and title, or by the nearest there is."""
    title = " ".join(title.split())[:80]
    if number.strip().isdecimal() and len(number) < 10:
        return f"No. {number.strip()}, {title or slug}"
    return title or slug


def called_in(lines: Sequence[str], slug: str) -> str:
    """Return what to call an entry that could not be read, from the look of its lines."""
    told: dict[str, str] = {}
    for line in lines[:200]:
        if found := _TOLD.match(line[:200]):
            told.setdefault(found[1].lower(), found[2].split(" #")[0].strip("\"'“”‘’ "))
    return called(told.get("number", ""), told.get("title", ""), slug)
