"""A safe space's file -> what it gives away, and the lines that do."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from doorstep.fields import folded
from doorstep.giveaways.facts import told_at, told_in_name, told_in_words
from doorstep.giveaways.people import A_SURNAME, first_names_in, followed_by_surname
from doorstep.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doorstep.fields import ReadingContext
    from doorstep.sources import KeyPath, Node, Source

_REMARK = late_pattern(r"(?:^|\s)#(.*)")
_DASH = late_pattern(r"\s*-\s")
_OF_PEOPLE = frozenset({"name", "by", "checked"})


class Giveaway(NamedTuple):
    """Something that nobody may know, and the line that tells it."""

    line: int
    what: str


def giveaways_of(source: Source, context: ReadingContext) -> Iterator[Giveaway]:
    """Yield what a safe space's file tells of where it is and who is who."""
    areas = context.vocabularies.get("area", {})
    known = _known_names(source, context.help_phone)
    for path, node in _nodes(dict(source.front_matter)):
        is_known_area = path == ("area",) and isinstance(node, str) and folded(node) in areas
        told = () if is_known_area else _told_by(path, node, known)
        yield from (Giveaway(_line_of(source, path), what) for what in told)
    yield from _in_lines(
        [_unnamed(line, known) for line in source.body.split("\n")], source.body_line
    )
    yield from _in_remarks(source)
    yield from _surnames(source)
    yield from (Giveaway(source.first_line, what) for what in told_in_name(source.slug))


def giveaways_in_unread(file: str, text: str) -> Iterator[Giveaway]:
    """Yield what a safe space's file tells that cannot be read as one."""
    yield from _in_lines(text.split("\n"), 1)
    yield from (Giveaway(1, what) for what in told_in_name(PurePosixPath(file).stem))


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


def _in_lines(lines: Sequence[str], first: int) -> Iterator[Giveaway]:
    """Yield what paragraphs tell, on the line that tells it where one line alone does."""
    start = 0
    for end in [*(at for at, line in enumerate(lines) if not line.strip()), len(lines)]:
        # A paragraph runs on over the ends of its lines, and an address with it.
        told = set(told_in_words("\n".join(lines[start:end]))) if start < end else set()
        for at in range(start, end) if told and end - start > 1 else ():
            found = set(told_in_words(lines[at]))
            yield from (Giveaway(first + at, what) for what in found)
            told -= found
        yield from (Giveaway(first + start, what) for what in told)
        start = end + 1


def _in_remarks(source: Source) -> Iterator[Giveaway]:
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


def _surnames(source: Source) -> Iterator[Giveaway]:
    """Yield lines where somebody's first name, known from the facts, is followed by another."""
    first_names = _first_names(source)
    for at in range(*_own_lines(source)):
        if followed_by_surname(source.lines[at], first_names):
            yield Giveaway(at + 1, A_SURNAME)


def _first_names(source: Source) -> frozenset[str]:
    return first_names_in(
        node
        for path, node in _nodes(dict(source.front_matter))
        if isinstance(node, str) and _OF_PEOPLE & set(path)
    )


def _line_of(source: Source, path: KeyPath) -> int:
    mark = source.marks.get(path)
    return mark.line if mark else source.first_line
