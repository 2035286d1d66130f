"""Memory: what earlier builds of a site drew, and whether it would be drawn the same now."""

from __future__ import annotations

import os
from array import array
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from msgspec.structs import replace

from doorstep.caching import files_in, fingerprint, row_of, stamp, store_of, value_of
from doorstep.reuse.answers import Answers
from doorstep.tracing import trace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from doorstep.caching import Store
    from doorstep.drafts import Draft
    from doorstep.guide import Guide
    from doorstep.outputs.work import Drawer, Work
    from doorstep.reuse.pieces import Drawn, Fresh
    from doorstep.tracing import Question

ALL = "what was drawn"
"""The name of the one row."""


class Remembered(NamedTuple):
    """What one build drew."""

    drawn: dict[bytes, Drawn]
    """Everything, by the mark of its renderer and thing."""
    questions: tuple[Question, ...]
    """All that was asked."""
    answers: tuple[bytes, ...]
    """What the guide answered to each, as a mark."""
    facts: bytes
    """The mark of all facts of all entries."""
    drawers: tuple[Drawer, ...]
    """What everything was drawn by, in the order of `drawn`."""
    work: str
    """What the choice of things to draw is called."""
    work_asked: tuple[int, ...]
    """The places of the questions that were asked to know what there is to draw."""

    def is_all_of(self, work: Work, changed: set[int]) -> bool:
        """Say whether there is just this to draw, now that these questions have other answers."""
        is_whole = len(self.drawn) == len(self.drawers)  # no two things have one mark
        return self.work == work.name and is_whole and changed.isdisjoint(self.work_asked)


NOTHING = Remembered({}, (), (), b"", (), "", ())
"""What is remembered of a site that was never made."""


class Plan(NamedTuple):
    """What is to become of everything there is to draw."""

    drawers: Sequence[Drawer]
    """All of it, in the order in which it is drawn."""
    same: Mapping[int, Drawn]
    """What would be drawn the same again, by its place in that order."""
    noted: Callable[[Fresh], Drawn]
    """Puts down what was asked for something that is drawn anew."""


class Memory:
    """What is remembered of a site, asked about one guide."""

    def __init__(self, store: Store | None, guide: Guide) -> None:
        """Take where it is kept, and the guide that is asked."""
        self.spare = store.path.with_suffix(".site") if store else None
        """Where the site before the last stands, if anything is kept."""
        self._store = store
        self._answers = Answers(guide)
        self._names: Sequence[bytes] = ()
        self._drawers: Sequence[Drawer] = ()
        self._work = ""
        self._work_asked: frozenset[Question] = frozenset()
        self._was = NOTHING
        self._places: dict[Question, int] = {}
        """Every question that was asked, with its place in the list of all."""

    def plan(self, work: Work) -> Plan:
        """Return what there is to draw, and what of it would be drawn the same again."""
        if self._store is None:
            return Plan(work.everything(), {}, lambda fresh: fresh.drawn)
        self._was = self._remembered(self._store)
        self._places = {question: place for place, question in enumerate(self._was.questions)}
        changed = self._changed(self._was)
        self._work = work.name
        if self._was.is_all_of(work, changed):
            self._know_again(self._was)
        else:
            self._ask(work)
        named = enumerate(map(self._was.drawn.get, self._names))
        found = ((place, drawn) for place, drawn in named if drawn)
        same = {place: drawn for place, drawn in found if changed.isdisjoint(_places(drawn))}
        return Plan(self._drawers, same, self._noted)

    def _noted(self, fresh: Fresh) -> Drawn:
        """Return what was drawn, with the places of the questions that it asked."""
        places = (self._place(question) for question in fresh.asked)
        return replace(fresh.drawn, asked=_packed(sorted(places)))

    def _place(self, question: Question) -> int:
        return self._places.setdefault(question, len(self._places))

    def _know_again(self, was: Remembered) -> None:
        """Take what there was to draw for what there is."""
        self._names, self._drawers = tuple(was.drawn), was.drawers
        self._work_asked = frozenset(was.questions[place] for place in was.work_asked)

    def _ask(self, work: Work) -> None:
        """Ask the guide what there is to draw."""
        with trace() as asked:
            self._drawers = work.everything()
        self._work_asked = frozenset(asked)
        things = work.things(self._drawers)
        self._names = [fingerprint(str(place), self._answers.mark(item)) for place, item in things]

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
        made = dict(zip(self._names, drawn, strict=True))
        work_asked = tuple(map(self._place, self._work_asked))
        everything = self._asked_still(made, tuple(self._places), work_asked)
        self._store.write([row_of(ALL, everything)], ())

    def _asked_still(
        self, made: dict[bytes, Drawn], questions: tuple[Question, ...], work_asked: tuple[int, ...]
    ) -> Remembered:
        """Return what to remember, without questions that nobody asks any more."""
        asked = sorted(set(work_asked).union(*map(_places, made.values())))
        if len(asked) < len(questions):
            moved = {old: new for new, old in enumerate(asked)}
            work_asked = tuple(moved[place] for place in work_asked)
            made = {
                name: replace(one, asked=_packed(moved[place] for place in _places(one)))
                for name, one in made.items()
            }
        kept = tuple(questions[place] for place in asked)
        answers, facts = tuple(map(self._answers.to, kept)), self._answers.facts
        return Remembered(made, kept, answers, facts, tuple(self._drawers), self._work, work_asked)


def _packed(places: Iterable[int]) -> bytes:
    """Return the places of questions as a few bytes: of a large site there are millions."""
    return array("I", places).tobytes()


def _places(drawn: Drawn) -> memoryview[int]:
    """Return the places of the questions that were asked for something."""
    return memoryview(drawn.asked).cast("I")


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
        settings = guide.config.as_json()
        language = guide.words.locale
        told = (settings, guide.today.isoformat(), language, files_in(layouts), beside, pdfs)
        return Memory(store_of(out, *told), guide)

    return remember


def _beside(draft: Draft) -> bytes:
    """Return what tells photos, the street map and other files that no entry came of."""
    read = {f"{draft.content}/{entry.file.partition('/')[2]}" for entry in draft.entries}
    below = (f"{at}/{name}" for at, _, names in os.walk(draft.content) for name in names)
    others = sorted(path for path in below if path not in read and os.path.isfile(path))  # noqa: PTH113
    return fingerprint(*(part for path in others for part in (path, stamp(path))))
