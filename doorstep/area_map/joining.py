"""Lines that end where others begin -> long lines, so that names can be written along them."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from doorstep.area_map.area import Part, Spot

MOST_AT_A_POINT = 8
"""Where more lines meet than at any crossing, they are left as they are."""


class _End(NamedTuple):
    line: int
    is_last: bool
    """Whether it is the last point of its line, not the first."""

    @property
    def other(self) -> _End:
        return _End(self.line, not self.is_last)


_Links = dict[_End, _End]


def joined(lines: Sequence[Part]) -> list[Part]:
    """Return lines joined end to end; where several meet, those that go straight on."""
    lines = sorted(dict.fromkeys(lines))
    links = _links(lines)
    chains = [_chain(end, lines, links) for end in _starts(lines, links)]
    return sorted(chains)


def _links(lines: Sequence[Part]) -> _Links:
    meetings: dict[Spot, list[_End]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line[0] != line[-1]:
            meetings[line[0]].append(_End(at, is_last=False))
            meetings[line[-1]].append(_End(at, is_last=True))
    links: _Links = {}
    for ends in meetings.values():
        if len(ends) <= MOST_AT_A_POINT:
            links |= _pairs(ends, lines)
    return links


def _pairs(ends: list[_End], lines: Sequence[Part]) -> _Links:
    bends = sorted((_bend(one, two, lines), one, two) for one, two in combinations(ends, 2))
    links: _Links = {}
    for _, one, two in bends:
        if one not in links and two not in links:
            links |= {one: two, two: one}
    return links


def _bend(one: _End, two: _End, lines: Sequence[Part]) -> float:
    """Return by what angle somebody turns who goes from one line on to another."""
    bend = abs(_heading(one, lines) - _heading(two, lines))
    return abs(math.pi - min(bend, 2 * math.pi - bend))


def _heading(end: _End, lines: Sequence[Part]) -> float:
    line = lines[end.line]
    here, there = (line[-1], line[-2]) if end.is_last else (line[0], line[1])
    return math.atan2(there.y - here.y, there.x - here.x)


def _starts(lines: Sequence[Part], links: _Links) -> Iterable[_End]:
    """Yield an end of every chain: a loose one, and of a chain that is a ring any."""
    seen: set[int] = set()
    ends = [_End(at, is_last=False) for at in range(len(lines))]
    loose = [each for end in ends for each in (end, end.other) if each not in links]
    for end in (*loose, *ends):
        if end.line not in seen:
            seen |= {each.line for each in _walk(end, links)}
            yield end


def _walk(start: _End, links: _Links) -> Iterable[_End]:
    """Yield the end at which each line of a chain is entered."""
    end: _End | None = start
    while end is not None:
        yield end
        end = links.get(end.other)
        if end == start:
            return


def _chain(start: _End, lines: Sequence[Part], links: _Links) -> Part:
    points: list[Spot] = []
    for end in _walk(start, links):
        line = lines[end.line]
        onward = line[::-1] if end.is_last else line
        points += onward[1:] if points else onward
    return tuple(points)
