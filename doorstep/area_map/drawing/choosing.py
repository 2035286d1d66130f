"""Wishes of names for places -> one place for each as far as there is room, by making way."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from doorstep.area_map.drawing.room import FIXED, Choice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.area_map.drawing.labels import Sign
    from doorstep.area_map.drawing.room import Room

MOST_OTHERS = 2
"""How many names may make way for one."""


class Wish:
    """The places that one name would like, best first, looked for only as far as needed."""

    def __init__(self, choices: Iterator[Choice]) -> None:
        self._unseen = choices
        self._seen: list[Choice] = []

    def __iter__(self) -> Iterator[Choice]:
        yield from self._seen
        for choice in self._unseen:
            self._seen.append(choice)
            yield choice

    def widen(self, choices: Iterator[Choice]) -> None:
        """Go on with more places when there are no others."""
        self._unseen = chain(self._unseen, choices)


class Board:
    """Names as they are being placed, each at most once."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self._wishes: list[Wish] = []
        self._placed: dict[int, Choice] = {}

    def fix(self, sign: Sign) -> None:
        """Put a name where it has to be."""
        self.room.take(Choice(sign), FIXED)

    def add(self, choices: Iterator[Choice]) -> int:
        """Place a name where it likes best of what is free; return the number it goes by."""
        number = len(self._wishes)
        self._wishes.append(Wish(choices))
        self._place(number)
        return number

    def widen(self, number: int, choices: Iterator[Choice]) -> None:
        """Let a name have more places, and look at them if it has found none."""
        self._wishes[number].widen(choices)
        if number not in self._placed:
            self._place(number)

    def sign(self, number: int) -> Sign:
        """Return a name where it is now; () where it found no room."""
        placed = self._placed.get(number)
        return placed.sign if placed else ()

    def make_way(self) -> None:
        """Let names that found a place move for those that have none so far."""
        for number, wish in enumerate(self._wishes):
            if number not in self._placed:
                self._squeeze_in(number, wish)

    def _place(self, number: int) -> None:
        for choice in self._wishes[number]:
            if self.room.is_free(choice):
                self._put(number, choice)
                return

    def _squeeze_in(self, number: int, wish: Wish) -> None:
        for choice in wish:
            others = self._others(choice)
            if len(others) <= MOST_OTHERS and self._all_move(others, choice):
                self._put(number, choice)
                return

    def _others(self, choice: Choice) -> list[int]:
        """Return what is in the way; of a great many not all."""
        some = self.room.owners(choice.probes)
        return sorted(some if len(some) > MOST_OTHERS else self.room.owners(choice.cells))

    def _all_move(self, others: list[int], wanted: Choice) -> bool:
        """Move names away from a place, all of them or none."""
        moved: list[tuple[int, Choice]] = []
        for other in others:
            before = self._placed.get(other)
            if not before or not self._moves(other, wanted):
                for number, choice in reversed(moved):
                    self.room.give_back(self._placed[number])
                    self._put(number, choice)
                return False
            moved.append((other, before))
        return True

    def _moves(self, number: int, wanted: Choice) -> bool:
        """Move a name to another of its places, away from the one that is wanted."""
        before = self._placed[number]
        self.room.give_back(before)
        for choice in self._wishes[number]:
            if self.room.is_free(choice) and choice.cells.isdisjoint(wanted.cells):
                self._put(number, choice)
                return True
        self.room.take(before, number)
        return False

    def _put(self, number: int, choice: Choice) -> None:
        self.room.take(choice, number)
        self._placed[number] = choice
