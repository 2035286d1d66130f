"""A list's rows, its Mapping and what exists -> a Plan: files to write, every row's fate."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from doorstep.fields import ReadingContext
from doorstep.importers.drafting import draft_of
from doorstep.importers.existing import Existing
from doorstep.importers.mapping import Mapping
from doorstep.importers.outcomes import Fate, Outcome
from doorstep.importers.settling import Decided, Listed, PlannedFile, Settler
from doorstep.importers.tables import Row
from doorstep.kinds import Kind


class Plan(Struct, frozen=True):
    """What an import would do."""

    files: tuple[PlannedFile, ...]
    outcomes: tuple[Outcome, ...]


def plan_rows(
    rows: Iterable[Row], mapping: Mapping, kind: Kind, existing: Existing, context: ReadingContext
) -> Plan:
    """Return the files to write and what becomes of every row; nothing is written yet."""
    planner = _Planner(mapping, Settler(mapping.from_, kind, existing, context))
    decided = [planner.decide(row) for row in rows]
    return plan_of(decided, planner.settler.gone(planner.listed))


def plan_of(decided: Iterable[Decided], gone: Iterable[Outcome]) -> Plan:
    """Return what was decided as one plan, its files in the order of their paths."""
    every = list(decided)
    files = sorted((each.file for each in every if each.file), key=lambda file: file.path)
    return Plan(tuple(files), (*(each.outcome for each in every), *gone))


class _Planner:
    """Decides row by row; later rows have to know the ids of earlier ones."""

    def __init__(self, mapping: Mapping, settler: Settler) -> None:
        self.mapping, self.settler = mapping, settler
        self.read: dict[str, Row] = {}
        self.listed: set[str] = set()

    def decide(self, row: Row) -> Decided:
        identity = self.mapping.identity(row)
        self.listed.add(identity)
        draft = draft_of(row, self.mapping, self.settler.kind, self.settler.context)
        listed = Listed(row.number, identity, draft)
        # First of all: whatever else is told of a row names it.
        if asked := self.settler.asked_not(listed):
            return asked
        skip = next((skip for skip in self.mapping.skip_when if skip.is_meant(row)), None)
        if skip:
            return Decided(Outcome(Fate.UNWANTED, row.number, identity, reason=skip.because))
        if reason := self._why_not_read(row, identity):
            return Decided(Outcome(Fate.SKIPPED, row.number, identity, reason=reason))
        self.read[identity] = row
        return self.settler.settle(listed)

    def _why_not_read(self, row: Row, identity: str) -> str:
        columns = " and ".join(f"“{column}”" for column in self.mapping.id)
        if row.trouble:
            return f"{row.trouble}. Look for a comma too many."
        if not identity:
            return f"nothing is filled in under {columns}, so a later import would not know it."
        first = self.read.get(identity)
        if first is None:
            return ""
        names = {**first.cells, **row.cells}
        other = [name for name in names if row.cell(name) != first.cell(name)]
        if not other:
            return f"it is row {first.number} once more."
        differ = ", ".join(f"“{name}”" for name in other)
        return (
            f"row {first.number} has the same {columns}, but other words under {differ}. "
            "Keep the one that is right, or add a column to “id” that tells them apart."
        )
