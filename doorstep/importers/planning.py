"""A list's rows, its Mapping and what exists -> a Plan: files to write, every row's fate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from doorstep.fields import ReadingContext
from doorstep.importers.differences import differences
from doorstep.importers.drafting import Draft, draft_of
from doorstep.importers.entry_text import entry_text
from doorstep.importers.existing import Existing, Known, traits_of
from doorstep.importers.fingerprints import fingerprint
from doorstep.importers.mapping import Mapping
from doorstep.importers.outcomes import Fate, Outcome
from doorstep.importers.slugs import free_slug
from doorstep.importers.tables import Row
from doorstep.importers.values import Facts
from doorstep.kinds import Kind
from doorstep.problems import Level
from doorstep.reading import read_entry
from doorstep.sources import read_bytes


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file to write; the path starts below the content folder, with forward slashes."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do."""

    files: tuple[PlannedFile, ...]
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class _Decided:
    outcome: Outcome
    file: PlannedFile | None = None


def plan_rows(
    rows: Iterable[Row], mapping: Mapping, kind: Kind, existing: Existing, context: ReadingContext
) -> Plan:
    """Return the files to write and what becomes of every row; nothing is written yet."""
    planner = _Planner(mapping, kind, existing, context)
    decided = [planner.decide(row) for row in rows]
    gone = list(planner.gone())
    files = sorted((each.file for each in decided if each.file), key=lambda file: file.path)
    return Plan(tuple(files), (*(each.outcome for each in decided), *gone))


class _Planner:
    """Decides row by row; later rows have to know the slugs and ids of earlier ones."""

    def __init__(
        self, mapping: Mapping, kind: Kind, existing: Existing, context: ReadingContext
    ) -> None:
        self.mapping, self.kind, self.existing, self.context = mapping, kind, existing, context
        self.mine = existing.from_list(mapping.from_)
        self.taken = set(existing.slugs)
        self.read: dict[str, Row] = {}
        self.listed: set[str] = set()

    def decide(self, row: Row) -> _Decided:
        identity = self.mapping.identity(row)
        self.listed.add(identity)
        skip = next((skip for skip in self.mapping.skip_when if skip.is_meant(row)), None)
        if skip:
            return _Decided(Outcome(Fate.UNWANTED, row.number, identity, reason=skip.because))
        if reason := self._why_not_read(row, identity):
            return _Decided(Outcome(Fate.SKIPPED, row.number, identity, reason=reason))
        self.read[identity] = row
        draft = draft_of(row, self.mapping, self.kind, self.context)
        before = self.mine.get(identity)
        if before:
            return self._again(row, draft, before)
        return self._first_time(row, draft, identity)

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

    def _first_time(self, row: Row, draft: Draft, identity: str) -> _Decided:
        title = str(draft.facts.get("title", identity))
        traits = traits_of(draft.facts, self.context.phone_region)
        if double := self.existing.double_of(traits, self.mapping.from_):
            known, shared = double
            reason = f"{known.source.file} has the same title and {shared}. Is it the same thing?"
            return _Decided(Outcome(Fate.SKIPPED, row.number, title, known.source.file, reason))
        slug = free_slug(title, self.kind, self.taken)
        file = PlannedFile(f"{self.kind.folder}/{slug}.md", self._text(draft, identity, {}))
        decided = self._checked(row, draft, Fate.NEW, file)
        if decided.file:
            self.taken.add(slug)
        return decided

    def _again(self, row: Row, draft: Draft, before: Known) -> _Decided:
        """Rewrite what only an import has touched, and leave what a person has changed."""
        title, file = str(draft.facts.get("title", "")), before.source.file
        now = fingerprint(draft.facts, draft.body)
        if now in (before.written_hash, before.present_hash):
            return _Decided(Outcome(Fate.UNCHANGED, row.number, title, file))
        if before.present_hash != before.written_hash or not file.endswith(".md"):
            reason = (
                f"{file} was changed by hand. The list now says: "
                f"{differences(before.source, draft)}. Take over what is right, then write "
                f"“hash: {now}” under “source” in that file."
            )
            return _Decided(Outcome(Fate.KEPT, row.number, title, file, reason))
        number = before.source.front_matter.get("number", "")
        kept: Facts = {"number": number} if number else {}
        text = self._text(draft, before.origin[1], kept)
        planned = PlannedFile(file.partition("/")[2], text)
        return self._checked(row, draft, Fate.CHANGED, planned)

    def _text(self, draft: Draft, identity: str, kept: Facts) -> str:
        source: Facts = {
            "from": self.mapping.from_,
            "id": identity,
            "hash": fingerprint(draft.facts, draft.body),
        }
        return entry_text({**kept, **draft.facts, "source": source}, draft.body)

    def _checked(self, row: Row, draft: Draft, fate: Fate, file: PlannedFile) -> _Decided:
        """Read the file as the guide will: what could not be published is not written."""
        title = str(draft.facts.get("title", self.mapping.identity(row)))
        reading = read_bytes(file.text.encode(), file.path, self.kind)
        problems = [found for found in reading.problems if found.level is Level.ERROR]
        for source in reading.sources:
            problems += read_entry(source, self.context)[1]
        if problems:
            reason = " ".join(filter(None, (problems[0].message, problems[0].fix)))
            return _Decided(Outcome(Fate.SKIPPED, row.number, title, reason=reason))
        return _Decided(Outcome(fate, row.number, title, file.path, notes=draft.notes), file)

    def gone(self) -> Iterator[Outcome]:
        """Yield the entries whose rows the list no longer has."""
        for identity, known in self.mine.items():
            if identity not in self.listed:
                title = str(known.source.front_matter.get("title", identity))
                reason = (
                    f"{known.source.file} is still there. Close it or delete it, if that is right."
                )
                yield Outcome(Fate.GONE, 0, title, known.source.file, reason)
