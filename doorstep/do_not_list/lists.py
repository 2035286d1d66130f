"""Marks of groups that asked not to be listed -> which of some traits are among them."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.do_not_list.marks import heap_of, slow_hash
from doorstep.problems import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from doorstep.do_not_list.marks import Mark
    from doorstep.do_not_list.traits import Trait
    from doorstep.problems import Problem


class Group(Struct, frozen=True):
    """A group that asked, without a word of who it is."""

    on: str
    """The day it was written down."""
    asked: str
    """Who took the call, and how it came."""
    marks: tuple[Mark, ...]
    """What it would be known by again."""


class DoNotList(Struct, frozen=True, dict=True):
    """Every group that asked not to be listed."""

    salt: bytes = b""
    groups: tuple[Group, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What is wrong with the file."""

    @property
    def is_whole(self) -> bool:
        """Whether all of it could be read: until then nobody can tell who else asked."""
        return all(problem.level is not Level.ERROR for problem in self.problems)

    def found(self, traits: Iterable[Trait]) -> frozenset[Trait]:
        """Return those traits that a group on the list is known by."""
        if not self._slow_hashes:
            return frozenset()
        return frozenset(trait for trait in set(traits) if self._has(trait))

    def has_any(self, traits: Iterable[Trait]) -> bool:
        """Say whether a group on the list is known by one of these traits."""
        return bool(self.found(traits))

    def groups_with(self, traits: Iterable[Trait]) -> tuple[Group, ...]:
        """Return the groups on the list that are known by one of these traits."""
        slow = {slow_hash(trait, self.salt) for trait in self.found(traits)}
        return tuple(g for g in self.groups if any(mark.slow in slow for mark in g.marks))

    def _has(self, trait: Trait) -> bool:
        heap = self._slow_hashes.get((trait.sort, heap_of(trait, self.salt)))
        return heap is not None and slow_hash(trait, self.salt) in heap

    @cached_property
    def _slow_hashes(self) -> Mapping[tuple[str, int], set[str]]:
        by_heap: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
        for mark in (mark for group in self.groups for mark in group.marks):
            by_heap[mark.sort, mark.heap].add(mark.slow)
        return dict(by_heap)


NOBODY = DoNotList()
"""The list of a guide in which no group has asked."""
