"""What became of links to other sites -> one note on the issue of the round.

Whoever visits other sites has no token, and whoever has one visits nobody: between the two of them
goes a file.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import asdict

from doorstep.reports import inert
from doorstep.robot_notes import has_note, keep_note
from doorstep.upkeep.round_issue import round_issue
from doorstep.upkeep.visits import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from doorstep.forge import Forge
    from doorstep.upkeep.visits import Visit

PURPOSE = "links"

LONGEST = 60_000
"""Letters: GitHub takes about 65,000."""

_SAID = {
    Found.GONE: "There is nothing at this address any more",
    Found.MOVED: "This has moved",
    Found.SILENT: "This did not answer; it may tomorrow",
}
"""What is said of a link, the surest first."""


class DeadLink(Struct, frozen=True):
    """A link that somebody has to look up."""

    entries: str
    """The entries that lead there, by number and title."""
    address: str
    """Where it leads."""
    found: Found
    """What became of it."""
    onward: str
    """Where it leads now, or ""."""


def dead_links(visits: Iterable[Visit]) -> tuple[DeadLink, ...]:
    """Return the links that need a look, the surest first."""
    order = list(_SAID)
    dead = [visit for visit in visits if visit.found in _SAID]
    return tuple(_dead(one) for one in sorted(dead, key=lambda one: order.index(one.found)))


def _dead(visit: Visit) -> DeadLink:
    names = (
        f"No. {entry.number}, {entry.title}" if entry.number else entry.title
        for entry in visit.link.entries
    )
    return DeadLink("; ".join(names), visit.link.address, visit.found, visit.onward)


def as_file(dead: Iterable[DeadLink]) -> str:
    """Return dead links as they are handed from one step of a workflow to the next."""
    return json.dumps([asdict(one) for one in dead], ensure_ascii=False, indent=2) + "\n"


def from_file(text: str) -> tuple[DeadLink, ...]:
    """Return the dead links that were handed on."""
    return tuple(DeadLink(**row | {"found": Found(row["found"])}) for row in json.loads(text))


def keep_links(forge: Forge, dead: Sequence[DeadLink]) -> int | None:
    """Note on the round which links lead nowhere, and return its number; None without a round."""
    issue = round_issue(forge)
    if issue is None:
        return None
    number = int(issue["number"])
    if dead or has_note(forge, number, PURPOSE):
        keep_note(forge, number, PURPOSE, _words([_line(one) for one in dead]))
    return number


def _words(lines: Sequence[str]) -> str:
    if not lines:
        return "Every link to another site leads somewhere."
    opening = (
        "Some links to other sites need a look. Nothing on the website has changed: look each one "
        "up, or ask the group for its new address.\n"
    )
    return "\n".join([opening, *_that_fit(lines)])


def _that_fit(lines: Sequence[str]) -> list[str]:
    kept: list[str] = []
    room = LONGEST
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            return [*kept, f"- and {len(lines) - len(kept)} more"]
        kept.append(line)
    return kept


def _line(dead: DeadLink) -> str:
    onward = f" to {inert(dead.onward)}" if dead.onward else ""
    said = f"{_SAID[dead.found]}{onward}."
    return f"- **{inert(dead.entries)}**: {inert(dead.address)}\\\n  {said}"
