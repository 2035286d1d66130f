"""Facts as nearly everyone types them -> what they say and where, with nothing to put right.

Each stands on a line of its own, and no mark in it could mean anything but itself. Whatever is less
plain than that is left to the repairs and to YAML, which read these lines in the same way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.limits import PARTS
from doorstep.patterns import late_pattern
from doorstep.sources.marks import KeyPath, Mark, Node

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

Facts = dict[str, Node]
Marks = dict[KeyPath, Mark]

_NAME = r"(?!null:)[a-z_]{1,60}+"
_START = r"(?!(?:null|Null|NULL)\b)(?:[\w£€+(]|-(?=[0-9]))"
_QUIET = r"\w £€‘’–—…°!$%&'()+*./;<=>@^`|~\-"
"""What means nothing but itself, in brackets too."""
_ASIDE = r",?“”\[\]{}"
"""What does so outside them."""
_PIECE = rf"{_START}(?>(?:[{_QUIET}]|:(?=[\w/]))*)(?<! )"
_PAIR = rf"{_NAME}: {_PIECE}"
_FACT = late_pattern(
    rf"(  )?({_NAME}):(?: (?:({_START}(?>(?:[{_QUIET}{_ASIDE}\"]|:(?=[\w/]))*)(?<! ))"
    rf"|\"([{_QUIET}{_ASIDE}:#]++)\""
    rf"|\[({_PIECE}(?>(?:, {_PIECE})*))\]"
    rf"|\{{({_PAIR}(?>(?:, {_PAIR})*))\}}))?"
)


def straight_facts(lines: Sequence[str], first_line: int) -> tuple[Facts, Marks] | None:
    """Return what lines say, and where; None where one of them is less plain than that."""
    walk = _Walk()
    for number, line in enumerate(lines, first_line):
        if not line or line[0] == "#":
            continue
        found = _FACT.fullmatch(line)
        if not found or not walk.take(found, number):
            return None
    # Half of all parts are names, which count as well.
    is_short = 2 * len(walk.marks) <= PARTS.most
    return (walk.told, walk.marks) if walk.told and is_short else None


class _Walk:
    """What was read so far; each method says whether it could go on."""

    def __init__(self) -> None:
        self.told: Facts = {}
        self.marks: Marks = {}
        self.facts = self.told
        """Those that the line belongs with."""
        self.path: KeyPath = ()
        """Where they stand."""

    def take(self, found: re.Match[str], line: int) -> bool:
        """Take one fact."""
        lead, name, words, quoted, items, pairs = found.groups()
        if not lead:
            self.facts, self.path = self.told, ()
        elif not self.path and not self._go_below():
            return False
        if name in self.facts:
            return False
        start = found.start(2) + 1
        at = start if found.end() == found.end(2) + 1 else found.end(2) + 3
        self.marks.setdefault((), Mark(line, start, line, start))
        self.marks[*self.path, name] = Mark(line, at, line, start)
        if items:
            self.facts[name] = self._items(items, name, line, at + 1)
        elif pairs:
            self.facts[name] = self._pairs(pairs, name, line, at + 1)
            return len(self.facts[name]) == pairs.count(", ") + 1
        else:
            self.facts[name] = words or quoted or ""
        return True

    def _go_below(self) -> bool:
        """Let what follows belong to the fact above, where that says nothing yet."""
        name = next(reversed(self.told), "")
        if self.told.get(name) != "":
            return False
        self.told[name] = self.facts = {}
        self.path = (name,)
        return True

    def _items(self, typed: str, name: str, line: int, column: int) -> list[Node]:
        items: list[Node] = [*typed.split(", ")]
        for place, words in enumerate(typed.split(", ")):
            self.marks[*self.path, name, place] = Mark(line, column, line, column)
            column += len(words) + 2
        return items

    def _pairs(self, typed: str, name: str, line: int, column: int) -> Facts:
        facts: Facts = {}
        for pair in typed.split(", "):
            inner, _, words = pair.partition(": ")
            facts[inner] = words
            at = Mark(line, column + len(inner) + 2, line, column)
            self.marks[*self.path, name, inner] = at
            column += len(pair) + 2
        return facts
