"""A safe space's file -> what in it must never be public, found before anything else is said.

The repository and all its history are public: hiding a field on the page would protect nobody.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.patterns import late_pattern
from doorstep.problems import Level, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.fields import ReadingContext
    from doorstep.giveaways.in_files import Giveaway
    from doorstep.sources import Source

_NO = frozenset({"no", "n", "false", "off", "none", ""})
_SAYS_SO_BY = ("sensitive", "safe_space", "confidential")
RULE = "safe-space"
QUIET_RULE = "safe-space-quiet"
"""Problems of these two rules quote nothing of what a safe space's file says."""

_SAYS_SO = late_pattern(
    r"\b(?:sen\w{2,8}ve|safe[ _-]?space|confidential)\b[\"”’']?"
    r"(?:\s*[:：=]\s*[\"“‘'\[]?\s*(?!no?\b|false|off\b|none\b)\w|\s+(?:yes|true)\b)",
    re.IGNORECASE,
)
_QUOTED = late_pattern(r"“.*”", re.DOTALL)
_ALIKE = 0.85


def is_safe_space(source: Source) -> bool:
    """Say whether the file says that this is a safe space, or may be meant to say so."""
    return any(
        _is_meant(name) and str(said).strip().strip(".").lower() not in _NO
        for name, said in source.front_matter.items()
    )


@lru_cache(maxsize=1024)
def _is_meant(name: str) -> bool:
    return any(SequenceMatcher(None, name, known).ratio() > _ALIKE for known in _SAYS_SO_BY)


def may_be_safe_space(text: str) -> bool:
    """Say whether a file that cannot be read looks as if it said that it is a safe space."""
    return _SAYS_SO.search(text) is not None


def discreet(problems: Iterable[Problem], whom_to_phone: str) -> list[Problem]:
    """Return problems of a safe space's file without a word of what the file says."""
    fix = (
        f"It is not shown, because this is a safe space. Phone {whom_to_phone} before you send it."
    )
    return [
        problem  # it quotes nothing as it is
        if problem.rule in (RULE, QUIET_RULE)
        else replace(unquoted(problem), message=_QUOTED.sub("“…”", problem.message), fix=fix)
        for problem in problems
    ]


def unquoted(problem: Problem) -> Problem:
    """Return a problem without the line and the title it is about, because checks are public."""
    return replace(problem, column=1, corrected="", source_line="", about="A safe space")


def do_not_send(whom_to_phone: str) -> str:
    """Return what to do about a safe space that was given away."""
    return f"Do not send it: older versions stay public. Phone {whom_to_phone} now."


def secrets_in(source: Source, context: ReadingContext) -> list[Problem]:
    """Return one problem when a safe space's file tells where it is or who is who.

    The problem quotes nothing.
    """
    if not is_safe_space(source):
        return []
    # Late, because it knows many words, and most guides have no safe space.
    from doorstep.giveaways.in_files import giveaways_of

    return _told(source.file, giveaways_of(source, context), context.help_phone)


def secrets_in_unread(file: str, text: str, whom_to_phone: str) -> list[Problem]:
    """Return one problem when a safe space's file tells of it and cannot be read either."""
    if not may_be_safe_space(text):
        return []
    from doorstep.giveaways.in_files import giveaways_in_unread

    return _told(file, giveaways_in_unread(file, text), whom_to_phone)


def _told(file: str, found: Iterable[Giveaway], whom_to_phone: str) -> list[Problem]:
    giveaways = sorted(set(found))
    if not giveaways:
        return []
    lines = sorted({giveaway.line for giveaway in giveaways})
    what = _listed(list(dict.fromkeys(giveaway.what for giveaway in giveaways)))
    message = f"This is a safe space, and {_named_lines(lines)} {what}."
    fix = do_not_send(whom_to_phone)
    return [
        Problem(
            *(file, lines[0], 1, Level.ERROR, RULE, message, fix),
            corrected="",
            source_line="",
            about="A safe space",
        )
    ]


def _named_lines(lines: list[int]) -> str:
    if len(lines) == 1:
        return f"line {lines[0]} has"
    return f"lines {_listed([str(line) for line in lines])} have"


def _listed(words: list[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
