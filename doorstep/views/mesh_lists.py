"""A guide -> its mesh as a list: clusters with what holds them, and what is on its own so far."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from doorstep.kinds import BUILDINGS
from doorstep.mesh.connections import Mesh, Reason, mesh_of
from doorstep.views import runs
from doorstep.views.mesh_picture import knots_in
from doorstep.views.missing_views import ClusterList, KnotRow
from doorstep.views.parts import Link, Run
from doorstep.views.wording import NAMES, href_of, number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.views.runs import Line

_Thing = TypeVar("_Thing")

MOST_CLUSTERS = 20
MOST_ROWS = 60
MOST_GATHERED = 12
MOST_JOINED = 6
MOST_ISLANDS = 60


def cluster_lists(guide: Guide) -> tuple[ClusterList, ...]:
    """Return what hangs together, the largest cluster first."""
    mesh, words = mesh_of(guide), guide.words
    made = []
    for cluster in mesh.clusters[:MOST_CLUSTERS]:
        rows = _rows(guide, frozenset(cluster))
        made.append(
            ClusterList(
                heading=words.say("{number} that belong together", number=len(cluster)),
                why=_why(guide, mesh, frozenset(cluster)),
                rows=tuple(rows[:MOST_ROWS]),
                more=and_more(guide, len(rows) - MOST_ROWS),
            )
        )
    return tuple(made)


def few_of(things: Sequence[_Thing], most: int) -> Sequence[_Thing]:
    """Return the first so many; all of them where "and 1 more" would take the room of that one."""
    return things if len(things) == most + 1 else things[:most]


def and_more(guide: Guide, number: int) -> str:
    """Return that there are so many more, or ""."""
    return guide.words.count("and {number} more", "and {number} more", number) if number > 0 else ""


def _why(guide: Guide, mesh: Mesh, cluster: frozenset[str]) -> str:
    """Return what holds a cluster, counted."""
    count = guide.words.count
    ties = Counter(tie.reason for tie in mesh.ties if tie.members[0] in cluster)
    pairs, places, organisers = (ties[reason] for reason in Reason)
    said = (
        (pairs, count("{number} pair works together", "{number} pairs work together", pairs)),
        (places, count("{number} place is shared", "{number} places are shared", places)),
        (organisers, count("{number} group runs some", "{number} groups run some", organisers)),
    )
    words = [each for number, each in said if number]
    return guide.words.say("What holds them: {reasons}.", reasons=guide.words.all_of(words))


def _rows(guide: Guide, cluster: frozenset[str]) -> list[KnotRow]:
    """Return the knots of a cluster in the order of their numbers."""
    every, mesh = knots_in(guide), mesh_of(guide)
    joined: dict[str, list[tuple[int, str]]] = {}
    for (one, other), number in every.lines.items():
        hubs = every.knots[one].hub, every.knots[other].hub
        joined.setdefault(hubs[0], []).append((number, hubs[1]))
        joined.setdefault(hubs[1], []).append((number, hubs[0]))
    rows = []
    for knot in every.knots:
        if knot.hub in cluster:
            strongest = sorted(joined.get(knot.hub, ()), key=lambda pair: -pair[0])
            gathered = [mesh.entries[slug] for slug in knot.others]
            others = [mesh.entries[slug] for _, slug in strongest]
            rows.append(_row(guide, mesh.entries[knot.hub], gathered, others))
    return rows


def _row(guide: Guide, hub: Entry, gathered: Sequence[Entry], joined: Sequence[Entry]) -> KnotRow:
    say = guide.words.say
    here = say("Here:") if hub.kind in BUILDINGS else say("With them:")
    lines = (
        _named(guide, here, gathered, MOST_GATHERED),
        _named(guide, say("Connected with:"), joined, MOST_JOINED),
    )
    return KnotRow(
        number=number_of(guide, hub),
        hub=entry_link(guide, hub),
        lines=tuple(line for line in lines if line),
    )


def entry_link(guide: Guide, entry: Entry) -> Link:
    """Return a link to an entry's page."""
    return Link(entry.title, href_of(guide, entry), is_name=entry.kind in NAMES)


def island_links(guide: Guide) -> tuple[Link, ...]:
    """Return a link to each entry that is on its own so far, with the number its circle has."""
    mesh = mesh_of(guide)
    entries = [mesh.entries[slug] for slug in mesh.islands[:MOST_ISLANDS]]
    numbers = [number_of(guide, entry) for entry in entries]
    return tuple(
        replace(entry_link(guide, entry), note=number.seen if number else "")
        for entry, number in zip(entries, numbers, strict=True)
    )


def _run(guide: Guide, entry: Entry) -> Run:
    style = "name" if entry.kind in NAMES else "link"
    return Run(entry.title, href_of(guide, entry), style)


def _named(guide: Guide, label: str, entries: Sequence[Entry], most: int) -> Line:
    """Return a line of links after a label, or () without any."""
    if not entries:
        return ()
    links = [_run(guide, entry) for entry in few_of(entries, most)]
    more = and_more(guide, len(entries) - len(links))
    return (
        runs.words(f"{label} "),
        *runs.joined(links),
        *((runs.words(f" {more}"),) if more else ()),
    )
