"""A safe space's file -> what in it must never be public, found before anything else is said.

The repository and all its history are public: hiding a field on the page would protect nobody.
"""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import PurePosixPath
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
from doorstep.problems import Level, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from doorstep.fields import ReadingContext
    from doorstep.sources import KeyPath, Node, Source

_NO = frozenset({"no", "n", "false", "off", "none", ""})
_SAYS_SO_BY = ("sensitive", "safe_space", "confidential")
RULE = "safe-space"
QUIET_RULE = "safe-space-quiet"
"""Problems of these two rules quote nothing of what a safe space's file says."""

_SAYS_SO = re.compile(
    r"\b(?:sen\w{2,8}ve|safe[ _-]?space|confidential)\b[\"”’']?"
    r"(?:\s*[:：=]\s*[\"“‘'\[]?\s*(?!no?\b|false|off\b|none\b)\w|\s+(?:yes|true)\b)",
    re.IGNORECASE,
)
_REMARK = re.compile(r"(?:^|\s)#(.*)")
_DASH = re.compile(r"\s*-\s")
_QUOTED = re.compile(r"“.*”", re.DOTALL)
_ALIKE = 0.85
_OF_PEOPLE = frozenset({"name", "by", "checked"})


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
    giveaways = _giveaways(source, context) if is_safe_space(source) else ()
    return _told(source.file, giveaways, context.help_phone)


def secrets_in_unread(file: str, text: str, whom_to_phone: str) -> list[Problem]:
    """Return one problem when a safe space's file tells of it and cannot be read either."""
    lines = text.split("\n")
    in_lines = _in_lines(lines, 1)
    in_name = (_Giveaway(1, what) for what in told_in_name(PurePosixPath(file).stem))
    return _told(file, [*in_lines, *in_name], whom_to_phone) if may_be_safe_space(text) else []


def _told(file: str, found: Iterable[_Giveaway], whom_to_phone: str) -> list[Problem]:
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


def _giveaways(source: Source, context: ReadingContext) -> Iterator[_Giveaway]:
    areas = context.vocabularies.get("area", {})
    known = _known_names(source, context.help_phone)
    for path, node in _nodes(dict(source.front_matter)):
        is_known_area = path == ("area",) and isinstance(node, str) and folded(node) in areas
        told = () if is_known_area else _told_by(path, node, known)
        yield from (_Giveaway(_line_of(source, path), what) for what in told)
    yield from _in_lines(
        [_unnamed(line, known) for line in source.body.split("\n")], source.body_line
    )
    yield from _in_remarks(source)
    yield from _surnames(source)
    yield from (_Giveaway(source.first_line, what) for what in told_in_name(source.slug))


def _known_names(source: Source, whom_to_phone: str) -> re.Pattern[str]:
    """Return the first names that may be said, and what the forum is called."""
    names = {*_first_names(source), whom_to_phone.partition(",")[0].removesuffix(" forum")}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names - {''})))})\b")


def _unnamed(words: str, known: re.Pattern[str]) -> str:
    """Return words with one and the same first name in place of those that may be said."""
    return known.sub("Pat", words)


def _nodes(node: Node, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Node]]:
    yield path, node
    if isinstance(node, str):
        return
    for part, below in node.items() if isinstance(node, dict) else enumerate(node):
        yield from _nodes(below, (*path, part))


def _told_by(path: KeyPath, node: Node, known: re.Pattern[str]) -> Iterator[str]:
    """Yield what a fact tells by its name and its words, and a list by all its words in a row."""
    names = tuple(part for part in path if isinstance(part, str))
    if path and isinstance(path[-1], str):
        yield from told_in_name(path[-1])
    if isinstance(node, str):
        is_name = bool(_OF_PEOPLE & set(names))
        yield from told_at(names, node if is_name else _unnamed(node, known))
    elif isinstance(node, list):
        yield from told_in_words(" ".join(one for one in node if isinstance(one, str)))


def _in_lines(lines: Sequence[str], first: int) -> Iterator[_Giveaway]:
    """Yield what paragraphs tell, on the line that tells it where one line alone does."""
    start = 0
    for end in [*(at for at, line in enumerate(lines) if not line.strip()), len(lines)]:
        # A paragraph runs on over the ends of its lines, and an address with it.
        told = set(told_in_words("\n".join(lines[start:end]))) if start < end else set()
        for at in range(start, end) if told and end - start > 1 else ():
            found = set(told_in_words(lines[at]))
            yield from (_Giveaway(first + at, what) for what in found)
            told -= found
        yield from (_Giveaway(first + start, what) for what in told)
        start = end + 1


def _in_remarks(source: Source) -> Iterator[_Giveaway]:
    is_markdown = source.file.casefold().endswith(".md")
    start, end = _own_lines(source)
    lines = source.lines[start : source.body_line - 1 if is_markdown else end]
    remarks = (_REMARK.search(line) for line in lines)
    yield from _in_lines([found[1] if found else "" for found in remarks], start + 1)


def _own_lines(source: Source) -> tuple[int, int]:
    """Return where an entry's lines begin and end; in a list the next entry has its own."""
    lines, start, end = source.lines, source.first_line - 1, len(source.lines)
    dash = _DASH.match(lines[start]) if start < end else None
    if dash:
        others = range(start + 1, end)
        end = next((at for at in others if lines[at].startswith(dash[0])), end)
        # A remark right above an entry is about it, whatever stands above that.
        while start and (not lines[start - 1].strip() or lines[start - 1].lstrip()[0] == "#"):
            start -= 1
    return start, end


def _surnames(source: Source) -> Iterator[_Giveaway]:
    """Yield lines where somebody's first name, known from the facts, is followed by another."""
    first_names = _first_names(source)
    for at in range(*_own_lines(source)):
        if followed_by_surname(source.lines[at], first_names):
            yield _Giveaway(at + 1, A_SURNAME)


def _first_names(source: Source) -> frozenset[str]:
    return first_names_in(
        node
        for path, node in _nodes(dict(source.front_matter))
        if isinstance(node, str) and _OF_PEOPLE & set(path)
    )


def _line_of(source: Source, path: KeyPath) -> int:
    mark = source.marks.get(path)
    return mark.line if mark else source.first_line


def _named_lines(lines: list[int]) -> str:
    if len(lines) == 1:
        return f"line {lines[0]} has"
    return f"lines {_listed([str(line) for line in lines])} have"


def _listed(words: list[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
