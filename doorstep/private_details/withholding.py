"""Problems of all sorts -> the same without a word of what is private on the lines they show.

What the check says of a change is public, and stays so when the change is taken back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.kinds import Kind
from doorstep.patterns import late_pattern
from doorstep.private_details.addresses import flats_in, numbered_in
from doorstep.private_details.emails import Owner, emails_in
from doorstep.private_details.finding import everywhere_in
from doorstep.private_details.legible import legible
from doorstep.private_details.mobiles import mobiles_in
from doorstep.problems import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from doorstep.problems import Problem

PRIVATE_DETAILS = "private-details"

_QUOTED = late_pattern(r"“.*”", re.DOTALL)


def withheld(problems: Iterable[Problem], today: date) -> list[Problem]:
    """Return problems with those that would repeat a private detail told without it."""
    told = list(problems)
    lines = {(problem.file, problem.line) for problem in told if problem.rule == PRIVATE_DETAILS}
    nameless = {
        problem.file for problem in told if problem.rule == PRIVATE_DETAILS and not problem.about
    }
    return [
        _unnamed(
            _unquoted(problem) if _is_private(problem, lines, today) else problem, nameless, today
        )
        for problem in told
    ]


def _is_private(problem: Problem, lines: set[tuple[str, int]], today: date) -> bool:
    if (problem.file, problem.line) in lines:
        return problem.rule != PRIVATE_DETAILS
    text = legible((problem.message, problem.fix, problem.corrected, problem.source_line))
    if any(True for _ in everywhere_in(text, today)):
        return True
    # Of an offer that cannot be read nobody knows whose number it has.
    is_unread = problem.level is Level.ERROR and f"/{Kind.HELP.folder}/" in problem.file
    return is_unread and any(True for _ in _of_a_neighbour(text))


def _of_a_neighbour(text: str) -> Iterator[int]:
    yield from (line for line, _ in mobiles_in(text))
    yield from (numbered.start for numbered in numbered_in(text))
    yield from flats_in(text)
    yield from emails_in(text, Owner(frozenset(), is_neighbours_own=True))


def _unquoted(problem: Problem) -> Problem:
    return replace(
        problem,
        column=1,
        message=_QUOTED.sub("“…”", problem.message),
        fix=_QUOTED.sub("“…”", problem.fix),
        corrected="",
        source_line="",
    )


def _unnamed(problem: Problem, nameless: set[str], today: date) -> Problem:
    """Return a problem without the title and the file's name where these are what is private."""
    about = "" if problem.file in nameless else problem.about
    return replace(problem, file=_without_numbers(problem.file, today), about=about)


def _without_numbers(file: str, today: date) -> str:
    """Return the name of a file with … for the figures of a long number in it."""
    is_long = re.search(r"(?:[0-9]-?){6}", file) is not None
    name = re.sub(r"[-_/.]", " ", file)
    if is_long and any(True for _ in (*mobiles_in(name), *everywhere_in(name, today))):
        return re.sub(r"[0-9]", "…", file)
    return file
