"""A safe space's file -> what in it must never be public, found before anything else is said.

The repository and all its history are public: hiding a field on the page would protect nobody.
"""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from doorstep.fields import folded
from doorstep.giveaways import (
    A_SURNAME,
    first_names_in,
    followed_by_surname,
    told_at,
    told_in_name,
    told_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from doorstep.fields import ReadingContext
    from doorstep.problems import Problem
    from doorstep.sources import KeyPath, Node, Source

_NO = frozenset({"no", "n", "false", "off", "none", ""})
RULE = "safe-space"

_SAYS_SO = re.compile(
    r"\bsens\w*tive\b[\"”’']?\s*[:：=]\s*[\"“‘']?\s*(?!no?\b|false|off\b|none\b)\w", re.IGNORECASE
)
_REMARK = re.compile(r"(?:^|\s)#(.*)")
_QUOTED = re.compile(r"“.*”", re.DOTALL)
_ALIKE = 0.85


class _Giveaway(NamedTuple):
    line: int
    what: str


def is_safe_space(source: Source) -> bool:
    """Say whether the file says that this is a safe space, or may be meant to say so."""
    return any(
        _is_meant(name) and str(said).strip().strip(".").lower() not in _NO
        for name, said in source.front_matter.items()
    )


@lru_cache(maxsize=1024)
def _is_meant(name: str) -> bool:
    return SequenceMatcher(None, name, "sensitive").ratio() > _ALIKE


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
        if problem.rule == RULE
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
    areas = context.vocabularies.get("area", {})
    giveaways = sorted(_giveaways(source, areas)) if is_safe_space(source) else []
    if not giveaways:
        return []
    lines = sorted({giveaway.line for giveaway in giveaways})
    what = _listed(list(dict.fromkeys(giveaway.what for giveaway in giveaways)))
    message = f"This is a safe space, and {_named_lines(lines)} {what}."
    problem = source.problem((), "safe-space", message, fix=do_not_send(context.help_phone))
    return [replace(unquoted(problem), line=lines[0])]


def _giveaways(source: Source, areas: Mapping[str, str]) -> Iterator[_Giveaway]:
    for path, text in _texts(dict(source.front_matter)):
        is_known_area = path == ("area",) and folded(text) in areas
        if not is_known_area:
            names = tuple(part for part in path if isinstance(part, str))
            told = (*told_at(names, text), *(told_in_name(names[-1]) if names else ()))
            yield from (_Giveaway(_line_of(source, path), what) for what in told)
    yield from _in_body(source)
    yield from _in_remarks(source)
    yield from _surnames(source)
    yield from (_Giveaway(source.first_line, what) for what in told_in_name(source.slug))


def _in_body(source: Source) -> Iterator[_Giveaway]:
    lines = source.body.split("\n")
    alone = [set(told_in_words(line)) for line in lines]
    # A paragraph runs on over the ends of its lines, and an address with it.
    together = [set(told_in_words(f"{one} {next_}")) for one, next_ in pairwise(lines)]
    for number, told in enumerate(alone, start=source.body_line):
        yield from (_Giveaway(number, what) for what in told)
    for index, told in enumerate(together):
        new = told - alone[index] - alone[index + 1]
        yield from (_Giveaway(source.body_line + index, what) for what in new)


def _surnames(source: Source) -> Iterator[_Giveaway]:
    """Yield lines where somebody's first name, known from the facts, is followed by another."""
    first_names = first_names_in(
        text
        for path, text in _texts(dict(source.front_matter))
        if {"name", "by", "checked"} & set(path)
    )
    for number, line in enumerate(source.lines[source.first_line - 1 :], start=source.first_line):
        if followed_by_surname(line, first_names):
            yield _Giveaway(number, A_SURNAME)


def _in_remarks(source: Source) -> Iterator[_Giveaway]:
    is_markdown = source.file.casefold().endswith(".md")
    end = source.body_line - 1 if is_markdown else len(source.lines)
    for number in range(source.first_line, end + 1):
        if remark := _REMARK.search(source.lines[number - 1]):
            yield from (_Giveaway(number, what) for what in told_in_words(remark[1]))


def _line_of(source: Source, path: KeyPath) -> int:
    mark = source.marks.get(path)
    return mark.line if mark else source.first_line


def _texts(node: Node, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(node, str):
        yield path, node
        return
    pairs = node.items() if isinstance(node, dict) else enumerate(node)
    for part, below in pairs:
        yield from _texts(below, (*path, part))


def _named_lines(lines: list[int]) -> str:
    if len(lines) == 1:
        return f"line {lines[0]} has"
    return f"lines {_listed([str(line) for line in lines])} have"


def _listed(words: list[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
