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


class Remembered(NamedTuple):
    """What one build drew."""

    drawn: dict[bytes, tuple[Drawn, tuple[int, ...]]]
    """Everything, with the places of its questions, by the mark of its renderer and thing."""
    questions: tuple[Question, ...]
    """All that was asked."""
    answers: tuple[bytes, ...]
    """What the guide answered to each, as a mark."""
    facts: bytes
    """The mark of all facts of all entries."""


class Memory:
    """What is remembered of a site, asked about one guide."""

    def __init__(self, store: Store | None, guide: Guide) -> None:
        """Take where it is kept, and the guide that is asked."""
        self._store = store
        self._answers = Answers(guide)
        self._names: list[bytes] = []

    def same(self, work: Sequence[tuple[int, Any]]) -> dict[int, Drawn]:
        """Return what would be drawn the same again, by its place in the work."""
        if self._store is None:
            return {}
        self._names = [fingerprint(str(place), self._answers.mark(item)) for place, item in work]
        was = self._remembered(self._store)
        stays = self._staying(was)
        named = enumerate(map(was.drawn.get, self._names))
        found = ((place, *kept) for place, kept in named if kept)
        return {
            place: replace(drawn, asked=frozenset(was.questions[one] for one in asked))
            for place, drawn, asked in found
            if all(stays[one] for one in asked)
        }

    def _staying(self, was: Remembered) -> list[bool]:
        """Return of each question whether its answer is the same."""
        pairs = list(zip(was.questions, was.answers, strict=True))
        if was.facts == self._answers.facts:
            self._answers.learn(dict(pairs))
        return [self._answers.has(question, answer) for question, answer in pairs]

    def _remembered(self, store: Store) -> Remembered:
        rows = store.rows()
        found = value_of(rows[ALL]) if ALL in rows else None
        return found if isinstance(found, Remembered) else Remembered({}, (), (), b"")

    def keep(self, drawn: Iterable[Drawn]) -> None:
        """Remember what was drawn of each thing of the work, in its order."""
        if self._store is None:
            return
        places: dict[Question, int] = {}
        made = {
            name: (
                replace(one, asked=frozenset()),
                tuple(places.setdefault(question, len(places)) for question in one.asked),
            )
            for name, one in zip(self._names, drawn, strict=True)
        }
        answers = tuple(map(self._answers.to, places))
        everything = Remembered(made, tuple(places), answers, self._answers.facts)
        self._store.write([row_of(ALL, everything)], ())


Remember: TypeAlias = "Callable[[Guide], Memory]"
"""What knows, once there is a guide, what is remembered of its site."""


def forgetful(guide: Guide) -> Memory:
    """Return a memory that keeps nothing."""
    return Memory(None, guide)


def memory_of(out: Path, draft: Draft, layouts: Path) -> Remember:
    """Return what remembers a site of these entries, drawn with these layouts."""
    beside = _beside(draft)

    def remember(guide: Guide) -> Memory:
        settings = guide.config.model_dump_json()
        told = (settings, guide.today.isoformat(), guide.words.locale, files_in(layouts), beside)
        return Memory(store_of(out, *told), guide)

    return remember


def _beside(draft: Draft) -> bytes:
    """Return what tells photos, the street map and other files that no entry came of."""
    folder = draft.content
    read = {folder.joinpath(*PurePosixPath(entry.file).parts[1:]) for entry in draft.entries}
    others = sorted(path for path in folder.rglob("*") if path.is_file() and path not in read)
    return fingerprint(*(part for path in others for part in (str(path), stamp(path))))
