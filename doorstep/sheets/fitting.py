"""Things in the order of choice, and the room there is -> those that fit, whole."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

ThingT = TypeVar("ThingT")


def fitted(
    things: Iterable[ThingT], height: Callable[[Sequence[ThingT]], float], room: float
) -> list[ThingT]:
    """Return the first things that fit into a room together; one that does not is passed over.

    `height` says how high things are together, in the unit of the room; more are never lower.
    """
    kept: list[ThingT] = []
    for thing in things:
        kept.append(thing)
        if height(kept) > room:
            kept.pop()
    return kept


def turn_about(things: Iterable[ThingT], owner: Callable[[ThingT], Hashable]) -> list[ThingT]:
    """Return the first thing of every owner, then the second of every owner, and so on.

    Otherwise whoever does much would fill the paper, and a small group would not be seen.
    """
    rounds: dict[int, list[ThingT]] = defaultdict(list)
    seen: dict[Hashable, int] = defaultdict(int)
    for thing in things:
        whose = owner(thing)
        rounds[seen[whose]].append(thing)
        seen[whose] += 1
    return [thing for number in sorted(rounds) for thing in rounds[number]]
