"""A date that is cancelled or moved <-> a line such as "24 November 2026: cancelled"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doorstep.forms.nodes import text_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorstep.sources import Node


def change_in_words(change: Mapping[str, Node]) -> str:
    """Return the line that says what becomes of one date."""
    said = {key: text_at(change, (key,)) for key in ("on", "moved_to", "where", "because")}
    is_off = text_at(change, ("cancelled",)).casefold() not in ("", "no", "false")
    parts = (
        "cancelled" if is_off else "",
        f"moved to {said['moved_to']}" if said["moved_to"] else "",
        f"at {said['where']}" if said["where"] else "",
        f"because {said['because']}" if said["because"] else "",
    )
    return f"{said['on']}: {'; '.join(filter(None, parts))}"


_BECAUSE = re.compile(r"[,;]?\s*\bbecause\s+", re.IGNORECASE)
_SAYS = re.compile(r"(cancelled|moved to|at)\b\s*(.*)", re.IGNORECASE)


def change_in(line: str) -> dict[str, Node]:
    """Return what a line says of one date, or {} when it says nothing we know."""
    on, colon, rest = line.partition(": ")
    what, *why = _BECAUSE.split(rest, maxsplit=1)
    change: dict[str, Node] = {"on": on.strip()}
    for piece in filter(None, (piece.strip() for piece in what.split(";"))):
        found = _SAYS.fullmatch(piece)
        if found is None or (found[1].casefold() == "cancelled") == bool(found[2].strip(" ,.")):
            return {}
        key = {"cancelled": "cancelled", "moved to": "moved_to", "at": "where"}[found[1].casefold()]
        change[key] = found[2] or "yes"
    if why:
        change["because"] = why[0].strip()
    return change if colon and len(change) > 1 else {}
