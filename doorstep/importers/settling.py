"""What a list tells of one entry, and what exists -> the file to write, or why there is none."""

from __future__ import annotations

from collections.abc import Container, Iterator

from msgspec import Struct

from doorstep.do_not_list import known_by
from doorstep.fields import ReadingContext
from doorstep.importers.differences import differences
from doorstep.importers.drafting import Draft
from doorstep.importers.entry_text import entry_text
from doorstep.importers.existing import Existing, Known, traits_of
from doorstep.importers.fingerprints import fingerprint
from doorstep.importers.outcomes import Fate, Outcome
from doorstep.importers.slugs import free_slug
from doorstep.importers.values import Facts
from doorstep.kinds import Kind
from doorstep.problems import Level
from doorstep.reading import read_entry
from doorstep.sources import read_bytes


class PlannedFile(Struct, frozen=True):
    """A file to write; the path starts below the content folder, with forward slashes."""

    path: str
    text: str


class Listed(Struct, frozen=True):
    """What a list tells of one entry."""

    number: int
    """Where in the list: its row or its line."""
    identity: str
    """What the list calls it for ever."""
    draft: Draft

    @property
    def title(self) -> str:
        """What it is called, or what the list calls it when nothing else is said."""
        return str(self.draft.facts.get("title", self.identity))


class Decided(Struct, frozen=True):
    """What becomes of one entry."""

    outcome: Outcome
    file: PlannedFile | None = None


class Settler:
    """Decides entry by entry; later ones have to know the slugs that earlier ones took."""

    def __init__(
        self, list_name: str, kind: Kind, existing: Existing, context: ReadingContext
    ) -> None:
        self.list_name, self.kind, self.existing, self.context = list_name, kind, existing, context
        self.mine = existing.from_list(list_name)
        self._taken = set(existing.slugs)

    def asked_not(self, listed: Listed) -> Decided | None:
        """Return what becomes of an entry whose group asked not to be listed: nothing is told."""
        source = {"from": self.list_name, "id": listed.identity}
        region = self.context.phone_region
        facts = {**listed.draft.facts, "source": source}
        traits = known_by(facts, listed.identity, region)
        if not self.existing.do_not_list.has_any(traits):
            return None
        return Decided(Outcome(Fate.ASKED, listed.number, ""))

    def settle(self, listed: Listed) -> Decided:
        """Return the file to write for an entry, new or up to date again, or why there is none."""
        if asked := self.asked_not(listed):
            return asked
        before = self.mine.get(listed.identity)
        return self._again(listed, before) if before else self._first_time(listed)

    def gone(self, listed: Container[str]) -> Iterator[Outcome]:
        """Yield the entries which the list no longer has."""
        for identity, known in self.mine.items():
            if identity not in listed:
                title = str(known.source.front_matter.get("title", identity))
                reason = (
                    f"{known.source.file} is still there. Close it or delete it, if that is right."
                )
                yield Outcome(Fate.GONE, 0, title, known.source.file, reason)

    def _first_time(self, listed: Listed) -> Decided:
        number, title = listed.number, listed.title
        traits = traits_of(listed.draft.facts, self.context.phone_region)
        if double := self.existing.double_of(traits, self.list_name):
            known, shared = double
            reason = f"{known.source.file} has the same title and {shared}. Is it the same thing?"
            return Decided(Outcome(Fate.SKIPPED, number, title, known.source.file, reason))
        slug = free_slug(title, self.kind, self._taken)
        text = self._text(listed.draft, listed.identity, {})
        decided = self._checked(
            listed, Fate.NEW, PlannedFile(f"{self.kind.folder}/{slug}.md", text)
        )
        if decided.file:
            self._taken.add(slug)
        return decided

    def _again(self, listed: Listed, before: Known) -> Decided:
        """Rewrite what only an import has touched, and leave what a person has changed."""
        draft, file = listed.draft, before.source.file
        title = str(draft.facts.get("title", ""))
        now = fingerprint(draft.facts, draft.body)
        if now in (before.written_hash, before.present_hash):
            return Decided(Outcome(Fate.UNCHANGED, listed.number, title, file))
        if before.present_hash != before.written_hash or not file.endswith(".md"):
            reason = (
                f"{file} was changed by hand. The list now says: "
                f"{differences(before.source, draft)}. Take over what is right, then write "
                f"“hash: {now}” under “source” in that file."
            )
            return Decided(Outcome(Fate.KEPT, listed.number, title, file, reason))
        number = before.source.front_matter.get("number", "")
        kept: Facts = {"number": number} if number else {}
        text = self._text(draft, before.origin[1], kept)
        planned = PlannedFile(file.partition("/")[2], text)
        return self._checked(listed, Fate.CHANGED, planned)

    def _text(self, draft: Draft, identity: str, kept: Facts) -> str:
        source: Facts = {
            "from": self.list_name,
            "id": identity,
            "hash": fingerprint(draft.facts, draft.body),
        }
        return entry_text({**kept, **draft.facts, "source": source}, draft.body)

    def _checked(self, listed: Listed, fate: Fate, file: PlannedFile) -> Decided:
        """Read the file as the guide will: what could not be published is not written."""
        reading = read_bytes(file.text.encode(), file.path, self.kind)
        problems = [found for found in reading.problems if found.level is Level.ERROR]
        for source in reading.sources:
            problems += read_entry(source, self.context)[1]
        number, title = listed.number, listed.title
        if problems:
            reason = " ".join(filter(None, (problems[0].message, problems[0].fix)))
            return Decided(Outcome(Fate.SKIPPED, number, title, reason=reason))
        return Decided(Outcome(fate, number, title, file.path, notes=listed.draft.notes), file)
