"""Memory: what earlier builds of a site drew, and whether it would be drawn the same now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from doorstep.caching import files_in, fingerprint, row_of, stamp, store_of, value_of
from doorstep.reuse.answers import Answers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from doorstep.caching import Store
    from doorstep.drafts import Draft
    from doorstep.guide import Guide
    from doorstep.reuse.pieces import Drawn
    from doorstep.tracing import Question

ALL = "what was drawn"
"""The name of the one row."""


Told: TypeAlias = "tuple[Drawn, tuple[int, ...]]"
"""What was drawn of one thing, with the places of the questions that it asked."""


class Remembered(NamedTuple):
    """What one build drew."""

    drawn: dict[bytes, Told]
    """Everything, by the mark of its renderer and thing."""
    questions: tuple[Question, ...]
    """All that was asked."""
    answers: tuple[bytes, ...]
    """What the guide answered to each, as a mark."""
    facts: bytes
    """The mark of all facts of all entries."""


NOTHING = Remembered({}, (), (), b"")
"""What is remembered of a site that was never made."""


class Memory:
    """What is remembered of a site, asked about one guide."""

    def __init__(self, store: Store | None, guide: Guide) -> None:
        """Take where it is kept, and the guide that is asked."""
        self._store = store
        self._answers = Answers(guide)
        self._names: list[bytes] = []
        self._was = NOTHING

    def same(self, work: Sequence[tuple[int, Any]]) -> dict[int, Drawn]:
        """Return what would be drawn the same again, by its place in the work."""
        if self._store is None:
            return {}
        self._names = [fingerprint(str(place), self._answers.mark(item)) for place, item in work]
        self._was = self._remembered(self._store)
        changed = self._changed(self._was)
        named = enumerate(map(self._was.drawn.get, self._names))
        found = ((place, *kept) for place, kept in named if kept)
        return {place: drawn for place, drawn, asked in found if changed.isdisjoint(asked)}

    def _changed(self, was: Remembered) -> set[int]:
        """Return the places of those questions that have another answer now."""
        pairs = list(zip(was.questions, was.answers, strict=True))
        if was.facts == self._answers.facts:
            self._answers.learn(dict(pairs))
        return {place for place, pair in enumerate(pairs) if not self._answers.has(*pair)}

    def _remembered(self, store: Store) -> Remembered:
        rows = store.rows()
        found = value_of(rows[ALL]) if ALL in rows else None
        return found if isinstance(found, Remembered) else NOTHING

    def keep(self, drawn: Iterable[Drawn]) -> None:
        """Remember what was drawn of each thing of the work, in its order."""
        if self._store is None:
            return
        places = {question: place for place, question in enumerate(self._was.questions)}
        pairs = zip(self._names, drawn, strict=True)
        made = {name: self._told_of(name, one, places) for name, one in pairs}
        everything = self._asked_still(made, tuple(places))
        self._store.write([row_of(ALL, everything)], ())

    def _told_of(self, name: bytes, one: Drawn, places: dict[Question, int]) -> Told:
        """Return what to remember of something, with the places of what it asked."""
        before = self._was.drawn.get(name)
        if before and before[0] is one:  # it was taken over: it would ask the same
            return before
        asked = tuple(places.setdefault(question, len(places)) for question in one.asked)
        return replace(one, asked=frozenset()), asked

    def _asked_still(self, made: dict[bytes, Told], questions: tuple[Question, ...]) -> Remembered:
        """Return what to remember, without questions that nobody asks any more."""
        asked = sorted(set().union(*(places for _, places in made.values())))
        if len(asked) < len(questions):
            moved = {old: new for new, old in enumerate(asked)}
            made = {
                name: (one, tuple(moved[place] for place in places))
                for name, (one, places) in made.items()
            }
        kept = tuple(questions[place] for place in asked)
        return Remembered(made, kept, tuple(map(self._answers.to, kept)), self._answers.facts)


Remember: TypeAlias = "Callable[[Guide], Memory]"
"""What knows, once there is a guide, what is remembered of its site."""


def forgetful(guide: Guide) -> Memory:
    """Return a memory that keeps nothing."""
    return Memory(None, guide)


def memory_of(out: Path, draft: Draft, layouts: Path, pdfs: bytes = b"") -> Remember:
    """Return what remembers a site of these entries, drawn with these layouts.

    `pdfs` tells what PDFs are made with, such as the fonts, where they are made.
    """
    beside = _beside(draft)

    def remember(guide: Guide) -> Memory:
        settings = guide.config.model_dump_json()
        language = guide.words.locale
        told = (settings, guide.today.isoformat(), language, files_in(layouts), beside, pdfs)
        return Memory(store_of(out, *told), guide)

    return remember


def _beside(draft: Draft) -> bytes:
    """Return what tells photos, the street map and other files that no entry came of."""
    folder = draft.content
    read = {folder.joinpath(*PurePosixPath(entry.file).parts[1:]) for entry in draft.entries}
    others = sorted(path for path in folder.rglob("*") if path.is_file() and path not in read)
    return fingerprint(*(part for path in others for part in (str(path), stamp(path))))
