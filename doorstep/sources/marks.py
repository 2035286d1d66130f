"""Where things stand in a file, and what was found there: data only."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from msgspec import Struct

from doorstep.problems import Level, Problem

Node: TypeAlias = "str | list[Node] | dict[str, Node]"
"""A value in front matter: text, a list, or facts by name."""

KeyPath: TypeAlias = tuple[str | int, ...]
"""The way to a value, such as ("contact", "phone") or ("topics", 0)."""

SHOWN = 200
"""Longer lines are cut, so that a report stays readable."""


class Mark(NamedTuple):
    """Where a value and its name stand, counted from 1 in the file as typed.

    An entry has thirty of them, which go from process to process and into the cache with it.
    """

    line: int
    """Of the value; of its name when the value is empty."""
    column: int
    key_line: int
    """Of the name; of the value itself in a list."""
    key_column: int


class Finding(Struct, frozen=True):
    """What reading has to say about one place, before it is known whose entry it is."""

    line: int
    column: int
    rule: str
    message: str
    fix: str = ""
    corrected: str = ""
    """The whole line as it should be, when only one correction is possible."""
    level: Level = Level.ERROR

    def as_problem(self, file: str, lines: tuple[str, ...], about: str) -> Problem:
        """Return the same as a problem of this file."""
        line = min(max(self.line, 1), max(len(lines), 1))
        source_line = lines[line - 1] if lines else ""
        return Problem(
            file=file,
            line=line,
            column=self.column,
            level=self.level,
            rule=self.rule,
            message=abridged(self.message),
            fix=abridged(self.fix),
            corrected=self.corrected if len(self.corrected) <= 2 * SHOWN else "",
            source_line=cut(source_line, self.column),
            about=about,
        )


def abridged(words: str) -> str:
    """Return a sentence that quotes a whole page with the middle of the page left out."""
    return words if len(words) <= 6 * SHOWN else f"{words[: 2 * SHOWN]} … {words[-2 * SHOWN :]}"


def cut(line: str, column: int) -> str:
    """Return a very long line as the part of it that stands around the column."""
    start = 0 if column <= SHOWN else column - SHOWN // 2
    return line[start : start + SHOWN]


def shortened(words: str) -> str:
    """Return words for quoting in a message: one line, at most sixty characters."""
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= 60 else one_line[:59].rstrip() + "…"


def is_refused(findings: list[Finding]) -> bool:
    """Say whether anything found keeps the entry out."""
    return any(finding.level is Level.ERROR for finding in findings)
