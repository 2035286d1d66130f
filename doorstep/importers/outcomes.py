"""What became of every row of a list, and how that is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from doorstep.problems import Level, Problem


class Fate(StrEnum):
    """What an import does with one row; the value is how the report counts it."""

    NEW = "new"
    CHANGED = "brought up to date"
    UNCHANGED = "as before"
    KEPT = "changed in the list and by hand, so left as it is"
    SKIPPED = "not written"
    UNWANTED = "left out as the mapping says"
    GONE = "no longer in the list"


_FOR_A_PERSON = (Fate.KEPT, Fate.SKIPPED, Fate.GONE)
_WRITTEN = (Fate.NEW, Fate.CHANGED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one row."""

    fate: Fate
    row: int
    """As the spreadsheet counts; 0 for an entry whose row is gone."""
    title: str
    file: str = ""
    """The entry's file, when there is one."""
    reason: str = ""
    notes: tuple[str, ...] = ()
    """What was left out of the entry, one thing each."""

    @property
    def named(self) -> str:
        """The row in a report: its number and its title."""
        return ", ".join(filter(None, (f"Row {self.row}" if self.row else "", self.title)))


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or why it did nothing."""

    list_name: str
    outcomes: tuple[Outcome, ...] = ()
    problems: tuple[Problem, ...] = ()

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
        rows = sum(1 for outcome in self.outcomes if outcome.fate is not Fate.GONE)
        yield f"{self.list_name}: {rows} {'row' if rows == 1 else 'rows'}."
        yield from (f"  {count} {fate}" for fate, count in self.counts.items())

    def _unwritten(self) -> Iterator[str]:
        for fate in (Fate.SKIPPED, Fate.KEPT, Fate.GONE, Fate.UNWANTED):
            told = [outcome for outcome in self.outcomes if outcome.fate is fate]
            if told:
                yield ""
                yield f"{fate[0].upper()}{fate[1:]}:"
            yield from (f"  {outcome.named}: {outcome.reason}" for outcome in told)

    def _left_out(self) -> Iterator[str]:
        told = [outcome for outcome in self.outcomes if outcome.fate in _WRITTEN and outcome.notes]
        if told:
            yield ""
            yield "Left out of entries that were written:"
        for outcome in told:
            yield from (f"  {outcome.named}: {note}" for note in outcome.notes)
