"""The file of a new entry -> the same with its number, which is given when it goes live."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from doorstep.kinds import KIND_IN
from doorstep.sources import read_bytes

if TYPE_CHECKING:
    from doorstep.sources import Source

_OPENING = re.compile(r"\A---[ \t]*\n")


def entry_in(text: str, path: str) -> Source | None:
    """Return the entry that a file holds, or None where it holds none or several."""
    kind = KIND_IN[PurePosixPath(path).parent.name]
    sources = read_bytes(text.encode(), path, kind).sources
    return sources[0] if len(sources) == 1 else None


def number_in(text: str, path: str) -> int:
    """Return the number of the entry in a file, or 0."""
    source = entry_in(text, path)
    number = source.front_matter.get("number") if source else None
    return int(number) if isinstance(number, str) and number.strip().isdecimal() else 0


def numbered(text: str, path: str, number: int) -> str:
    """Return the text of an entry with this number, in the place of the one it may have."""
    source = entry_in(text, path)
    if source is None:
        return text
    line = f"number: {number}"
    if own := source.marks.get(("number",)):
        lines = text.split("\n")
        return "\n".join([*lines[: own.line - 1], line, *lines[own.line :]])
    if path.endswith(".md"):
        return _OPENING.sub(lambda opening: f"{opening[0]}{line}\n", text, count=1)
    return f"{line}\n{text}"


def only_checked(before: str, after: str, path: str) -> bool:
    """Say whether a change of a file does nothing but say when somebody last asked."""
    was, now = entry_in(before, path), entry_in(after, path)
    if was is None or now is None or was.body != now.body:
        return False
    facts = ({**source.front_matter, "checked": ""} for source in (was, now))
    first, second = facts
    return first == second and before != after
