"""A safe space's file -> what in it must never be public, found before anything else is said.

The repository and all its history are public: hiding a field on the page would protect nobody.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.problems import Problem
    from doorstep.sources import KeyPath, Node, Source

_KINDS_OF_STREET = (
    "street|road|lane|avenue|close|drive|crescent|terrace|square|court|gardens|grove|row|hill|mews"
    "|walk|parade|gate|wharf|quay|yard|buildings|flats|place|way|rise|view|park|st|rd|ln|ave"
)
_GIVEAWAYS = {
    "a postcode": re.compile(r"\b[A-Z]{1,2}[0-9][A-Z0-9]?\s*[0-9][A-Z]{2}\b", re.IGNORECASE),
    "coordinates": re.compile(r"(?<![0-9.])-?[0-9]{1,3}\.[0-9]{3,}(?![0-9])|///\w+\.\w+\.\w+"),
    "an address": re.compile(
        rf"\b[0-9]{{1,4}}[a-z]?,?\s+(?:[a-z][\w’'-]*\s+){{1,3}}(?:{_KINDS_OF_STREET})\b"
        rf"|(?-i:\b(?:[A-Z][\w’'-]+\s+)+)(?:{_KINDS_OF_STREET.split('|place')[0]})\b",
        re.IGNORECASE,
    ),
    "a surname": re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev)\.?\s+[A-Z][\w’'-]+"),
}
_FIRST_AND_SURNAME = re.compile(r"\b[A-Z][\w’'-]+\s+[A-Z][\w’'-]*")
_KEYS_OF_PLACES = frozenset({"where", "address", "postcode", "lat", "lon", "directions", "moved_to"})
_KEYS_OF_NAMES = frozenset({"name", "by", "kept_by"})
_KEYS_OF_PHONES = frozenset({"phone", "text", "whatsapp"})
_YES = frozenset({"yes", "true", "y", "on"})


class _Giveaway(NamedTuple):
    line: int
    what: str


def is_safe_space(source: Source) -> bool:
    """Say whether the file says that this is a safe space."""
    return str(source.front_matter.get("sensitive", "")).strip().strip(".").lower() in _YES


def secrets_in(source: Source, whom_to_phone: str) -> list[Problem]:
    """Return one problem when a safe space's file tells where it is or who is who.

    The problem quotes nothing, because checks of a change are public as well.
    """
    giveaways = list(_giveaways(source)) if is_safe_space(source) else []
    if not giveaways:
        return []
    lines = sorted({giveaway.line for giveaway in giveaways})
    what = _listed(list(dict.fromkeys(giveaway.what for giveaway in giveaways)))
    message = f"This is a safe space, and {_named_lines(lines)} {what}."
    fix = f"Do not send it: older versions stay public. Phone {whom_to_phone} now."
    problem = source.problem((), "safe-space", message, fix=fix)
    about = "A safe space"
    return [replace(problem, line=lines[0], column=1, source_line="", about=about)]


def _giveaways(source: Source) -> Iterator[_Giveaway]:
    for path, text in _texts(source.front_matter):
        mark = source.marks.get(path)
        line = mark.line if mark else source.first_line
        yield from (_Giveaway(line, what) for what in _told_by(path, text))
    for number, text in enumerate(source.body.split("\n"), start=source.body_line):
        yield from (_Giveaway(number, what) for what in _told_by((), text))
    slug = source.slug.replace("-", " ")
    yield from (_Giveaway(source.first_line, what) for what in _told_by((), slug))


def _texts(node: Node, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(node, str):
        yield path, node
        return
    pairs = node.items() if hasattr(node, "items") else enumerate(node)
    for part, below in pairs:
        yield from _texts(below, (*path, part))


def _told_by(path: KeyPath, text: str) -> Iterator[str]:
    keys = {part for part in path if isinstance(part, str)}
    if not text.strip() or keys & _KEYS_OF_PHONES:
        return
    if keys & _KEYS_OF_PLACES:
        yield "a place"
    if (keys & _KEYS_OF_NAMES and not keys & _KEYS_OF_PLACES) and _FIRST_AND_SURNAME.search(text):
        yield "a surname"
    if "checked" in path and _FIRST_AND_SURNAME.search(text.rpartition(",")[2]):
        yield "a surname"
    yield from (what for what, pattern in _GIVEAWAYS.items() if pattern.search(text))


def _named_lines(lines: list[int]) -> str:
    if len(lines) == 1:
        return f"line {lines[0]} has"
    return f"lines {_listed([str(line) for line in lines])} have"


def _listed(words: list[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
