"""What holds whatever comes: laws that every target goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.problems import Problem


class Broken(Exception):  # noqa: N818 - a name that reads as a sentence
    """Says which law does not hold."""


def holds(is_true: object, law: str) -> None:
    """Raise Broken with the law when it does not hold; an assertion could be switched off."""
    if not is_true:
        raise Broken(law)


def told_well(problems: Iterable[Problem]) -> None:
    """Hold that every problem says something, and stands on a line."""
    for problem in problems:
        holds(problem.message.strip() and problem.rule, f"a problem says what is wrong: {problem}")
        holds(problem.line >= 1 and problem.column >= 1, f"a problem is somewhere: {problem}")
        holds("\n" not in problem.source_line, f"a problem quotes one line: {problem}")
