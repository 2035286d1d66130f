"""What became of every row of a list, and how that is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from doorstep.problems import Level, Problem


class Fate(StrEnum):
    """What an import does with one row; the value is how the report counts it."""

    NEW = "new"
    CHANGED = "brought up to date"
    UNCHANGED = "as before"
    KEPT = "changed in the list and by hand, so left as it is"
    SKIPPED = "not written"
    UNWANTED = "left out as the mapping says"
    WITHHELD = "not for the guide"
    ASKED = "left out, because the group asked not to be listed"
    OVER = "over"
    GONE = "no longer in the list"


_FOR_A_PERSON = (Fate.KEPT, Fate.SKIPPED, Fate.GONE)
_NAMED = (Fate.SKIPPED, Fate.KEPT, Fate.GONE, Fate.UNWANTED, Fate.WITHHELD)
_FEW = 10
_WRITTEN = (Fate.NEW, Fate.CHANGED)


class Outcome(Struct, frozen=True):
    """What became of one row of a list, or of one event of a calendar."""

    fate: Fate
    row: int
    """As the spreadsheet counts, or the line it begins on; 0 when it is gone."""
    title: str
    file: str = ""
    """The entry's file, when there is one."""
    reason: str = ""
    notes: tuple[str, ...] = ()
    """What was left out of the entry, one thing each."""


class Unit(Struct, frozen=True):
    """What a list is made of, as its report says it."""

    one: str
    many: str
    place: str
    """What its number counts."""
    notes: str
    """What stands above the remarks on entries that were written."""


ROWS = Unit("row", "rows", "Row", "Left out of entries that were written")
EVENTS = Unit("event", "events", "Line", "To look at in entries that were written")


class ImportReport(Struct, frozen=True):
    """What an import did, or why it did nothing."""

    list_name: str
    outcomes: tuple[Outcome, ...] = ()
    problems: tuple[Problem, ...] = ()
    unit: Unit = ROWS

    @property
    def counts(self) -> dict[Fate, int]:
        """How many rows had each fate, in the order of Fate; those of nobody are left out."""
        counted = Counter(outcome.fate for outcome in self.outcomes)
        return {fate: counted[fate] for fate in Fate if counted[fate]}

    @property
    def needs_a_person(self) -> bool:
        """Whether somebody has to look at something."""
        refused = any(problem.level is Level.ERROR for problem in self.problems)
        return refused or any(outcome.fate in _FOR_A_PERSON for outcome in self.outcomes)

    @property
    def lines(self) -> tuple[str, ...]:
        """The report for people: counts, then every row that became no entry, then details."""
        if not self.outcomes:
            return ("Nothing was written.",)
        return (*self._counted(), *self._unwritten(), *self._left_out())

    def _counted(self) -> Iterator[str]:
        count = sum(1 for outcome in self.outcomes if outcome.fate is not Fate.GONE)
        yield f"{self.list_name}: {count} {self.unit.one if count == 1 else self.unit.many}."
        for fate, number in self.counts.items():
            yield f"  {number} {fate}{self._which_are_over() if fate is Fate.OVER else ''}"

    def _which_are_over(self) -> str:
        """Return what is over on one line: of a calendar of many years, only the first few."""
        told = [self.named(outcome) for outcome in self.outcomes if outcome.fate is Fate.OVER]
        more = f"; and {len(told) - _FEW} more" if len(told) > _FEW else ""
        return f" ({'; '.join(told[:_FEW])}{more})"

    def _unwritten(self) -> Iterator[str]:
        for fate in _NAMED:
            told = [outcome for outcome in self.outcomes if outcome.fate is fate]
            if told:
                yield ""
                yield f"{fate[0].upper()}{fate[1:]}:"
            yield from (f"  {self.named(outcome)}: {outcome.reason}" for outcome in told)

    def _left_out(self) -> Iterator[str]:
        told = [outcome for outcome in self.outcomes if outcome.fate in _WRITTEN and outcome.notes]
        if told:
            yield ""
            yield f"{self.unit.notes}:"
        for outcome in told:
            yield from (f"  {self.named(outcome)}: {note}" for note in outcome.notes)

    def named(self, outcome: Outcome) -> str:
        """Return a row in a report: its number and its title."""
        place = f"{self.unit.place} {outcome.row}" if outcome.row else ""
        return ", ".join(filter(None, (place, outcome.title)))
