"""The parts of a line -> clauses: which times and which limits belong to which days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.schedules.clause import DAYS, LIMITS, TIMES, Clause, said_twice
from doorstep.schedules.parts import (
    Closed,
    DaysSaid,
    Frequency,
    Limit,
    Mark,
    Part,
    PlacesSaid,
    SpansSaid,
)
from doorstep.schedules.scopes import check_beside, check_shared_last, shared_limits
from doorstep.schedules.sentences import sentences
from doorstep.schedules.years import in_one_year

if TYPE_CHECKING:
    from datetime import date

    from doorstep.schedules.scopes import Group


def clauses_of(parts: list[Part], today: date) -> list[Clause]:
    """Return the clauses of a line, those that are closed too."""
    groups: list[Group] = []
    head: tuple[Part, ...] = ()
    heads: list[tuple[Part, ...]] = []
    shared: list[Part] = []
    for sentence in sentences(parts):
        if groups and all(isinstance(part.said, LIMITS) for part in sentence):
            for at in range(len(sentence)):
                check_beside(sentence, at)
            shared += sentence
            continue
        check_shared_last(shared)
        leading, rest = _head_of(sentence)
        head = leading or head
        found = _groups(_with_ends(rest, today))
        groups += found
        heads += [head] * len(found)
    own, of_all = shared_limits(groups)
    clauses = zip(heads, own, strict=True)
    return [Clause((*head, *group, *of_all, *shared)) for head, group in clauses] or [Clause(head)]


def _head_of(sentence: list[Part]) -> tuple[tuple[Part, ...], list[Part]]:
    """Return the limits that head what follows: "April to October: Saturdays at 2pm"."""
    at = next((at for at, part in enumerate(sentence) if not isinstance(part.said, Limit)), None)
    if at is None:
        return tuple(sentence), []
    if at and sentence[at - 1].after is Mark.COLON:
        for each in range(at):
            check_beside(sentence, each)
        return tuple(sentence[:at]), sentence[at:]
    return (), sentence


def _with_ends(parts: list[Part], today: date) -> list[Part]:
    """Read "Mondays, 7 September to 14 December 2026" as Mondays from the one until the other."""
    read: list[Part] = []
    for part in parts:
        days = [other.said for other in read if isinstance(other.said, DAYS)]
        repeats = bool(days) and isinstance(days[-1], DaysSaid | PlacesSaid)
        if repeats and isinstance(part.said, SpansSaid) and part.said.goes_on:
            span = in_one_year(part.said, part.text, today)
            read.append(replace(part, said=Limit(first=span.first, last=span.last)))
        else:
            read.append(part)
    return read


def _groups(parts: list[Part]) -> list[tuple[Part, ...]]:
    """Return the parts that belong to the same days, whichever of days and times comes first."""
    groups: list[list[Part]] = []
    times_first = next(
        (isinstance(part.said, TIMES) for part in parts if isinstance(part.said, DAYS + TIMES)),
        False,
    )
    for at, part in enumerate(parts):
        after = parts[at + 1] if at + 1 < len(parts) else None
        if not groups or _begins(part, after, groups[-1], times_first):
            _check_beside(part, groups)
            groups.append([])
        groups[-1].append(part)
    return [tuple(group) for group in groups]


def _check_beside(part: Part, groups: list[list[Part]]) -> None:
    """Ask where days follow days side by side: "weekdays 3 July 2027"."""
    ended = groups and any(isinstance(other.said, (*TIMES, Closed)) for other in groups[-1])
    if groups and not ended and part.before is None:
        raise said_twice([*groups[-1], part])


def _begins(part: Part, after: Part | None, group: list[Part], times_first: bool) -> bool:
    if not any(isinstance(other.said, DAYS) for other in group):
        return False
    if isinstance(part.said, Frequency):
        return after is not None and isinstance(after.said, DAYS)
    if isinstance(part.said, TIMES):
        return times_first and any(isinstance(other.said, TIMES) for other in group)
    return isinstance(part.said, DAYS)
