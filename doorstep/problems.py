"""One thing for a person to change, and where. Data only: nothing is printed here."""

from __future__ import annotations

from difflib import get_close_matches
from enum import IntEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable


class Level(IntEnum):
    """What a problem does to its entry; the lower, the sooner it is told."""

    ERROR = 0
    """The entry is left out until this is mended."""
    WARNING = 1
    """The entry is published without the part that makes no sense."""
    NOTE = 2
    """Read one way and said so; nothing has to be done."""


class Problem(Struct, frozen=True, order=True):
    """One thing for a person to change, and the line to change it on.

    Problems sort by file, then line, then column. `line` and `column` count from 1;
    `column` points at the first character meant. `fix` says what to do; `corrected` is the whole
    line as it should be, when only one correction is possible.
    """

    file: str
    line: int
    column: int
    level: Level
    rule: str
    message: str
    fix: str = ""
    corrected: str = ""
    source_line: str = ""
    about: str = ""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word most like this one, or "" when none is close."""
    by_folded = {name.casefold(): name for name in sorted(known, reverse=True)}
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.65)
    return by_folded[close[0]] if close else ""


def corrected(problem: Problem, wrong: str, right: str) -> Problem:
    """Point at the wrong words, and add the corrected line when the right ones are known.

    Only where the wrong words stand on the line once: otherwise it is not sure which are meant.
    """
    line = problem.source_line
    if not wrong or line.count(wrong) != 1:
        return problem
    pointed = replace(problem, column=line.index(wrong) + 1)
    return replace(pointed, corrected=line.replace(wrong, right).strip()) if right else pointed
