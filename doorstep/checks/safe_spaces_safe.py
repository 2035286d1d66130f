"""A safe space's entry never names a place of this guide: whoever knows the place would know it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import to_builtins

from doorstep.fields import folded
from doorstep.kinds import BUILDINGS
from doorstep.safe_spaces import do_not_send, unquoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.drafts import Draft
    from doorstep.entries import Entry
    from doorstep.problems import Problem

_SAID_ON_PURPOSE = "say"
"""“Is the library open?” is an opening line that was agreed on, and names nowhere."""


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for every line of a safe space that names one of the guide's places."""
    safe = [entry for entry in draft.entries if entry.sensitive]
    pattern = _names_of_places(draft) if safe else None
    whom_to_phone = draft.config.help_line.name_and_number
    for entry in safe:
        yield from _told(entry, pattern, whom_to_phone) if pattern else ()


def _names_of_places(draft: Draft) -> re.Pattern[str] | None:
    named = [entry for entry in draft.entries if entry.kind in BUILDINGS and not entry.sensitive]
    titles = {folded(entry.title).removeprefix("the ") for entry in named}
    # A single word, such as “library”, may stand for any library.
    names = {name for name in titles | {folded(entry.slug) for entry in named} if " " in name}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b") if names else None


def _told(entry: Entry, pattern: re.Pattern[str], whom_to_phone: str) -> Iterator[Problem]:
    said: dict[str, str] = {
        "rule": "safe-space",
        "message": "This is a safe space, and this line names a place.",
        "fix": do_not_send(whom_to_phone),
    }
    for path, words in _texts(entry):
        if pattern.search(words):
            yield unquoted(entry.problem_at(*path, **said))
    for number, line in enumerate(entry.body.split("\n"), start=1):
        if pattern.search(folded(line)):
            yield unquoted(entry.problem_in_body(number, **said))


def _texts(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], str]]:
    return _leaves(entry.model_dump(by_alias=True, mode="json", fallback=to_builtins), ())


def _leaves(node: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(node, str) and _SAID_ON_PURPOSE not in path:
        yield path, folded(node)
    elif isinstance(node, dict | list):
        for part, below in node.items() if isinstance(node, dict) else enumerate(node):
            yield from _leaves(below, (*path, part))
