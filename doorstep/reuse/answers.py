"""Questions that were asked of an older guide -> marks of what a newer one answers."""

from __future__ import annotations

import secrets
from datetime import date, time, tzinfo
from enum import Enum
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from doorstep.caching import fingerprint
from doorstep.catalogue import Catalogue
from doorstep.diary import Diary
from doorstep.documented import Documented
from doorstep.entries import Entry
from doorstep.tracing import BODY, ENTRY, NEVER_THE_SAME

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from doorstep.guide import Guide
    from doorstep.tracing import Question

Mark = bytes
"""Sixteen bytes that tell a value from any other."""

BEYOND_FACTS = frozenset({BODY, NEVER_THE_SAME, "doorstep.guide:Guide.edits"})
"""What the facts of entries do not tell: their bodies, and when their files changed."""

_PLAIN = (str, int, float, bytes, date, time, tzinfo, Enum, range, Documented, type(None))


class Answers:
    """What one guide answers, as marks."""

    def __init__(self, guide: Guide) -> None:
        """Take the guide that answers."""
        self._guide = guide
        self._entries: dict[str, Mark] = {}
        self._given: dict[Question, Mark] = {}

    @cached_property
    def facts(self) -> Mark:
        """The mark of all that is asked about: every fact of every entry."""
        return self._all("facts", self._guide.catalogue.by_slug.values())

    def learn(self, answers: Mapping[Question, Mark]) -> None:
        """Take the answers of a guide with the same facts, but for what is asked beyond them."""
        for question, answer in answers.items():
            if question[0] not in BEYOND_FACTS:
                self._given[question] = answer

    def to(self, question: Question) -> Mark:
        """Return the mark of the answer to a question."""
        if question not in self._given:
            self._given[question] = self._answered(*question)
        return self._given[question]

    def has(self, question: Question, answer: Mark) -> bool:
        """Say whether a question that was asked of an older guide has the same answer still."""
        try:
            return self.to(question) == answer
        except Exception:  # it may be about something that is gone: whoever asked asks anew
            return False

    def _answered(self, name: str, told: tuple[Hashable, ...]) -> Mark:
        if name == NEVER_THE_SAME:
            return secrets.token_bytes(16)
        if name == ENTRY:
            return self.mark(self._guide.catalogue.by_slug.unasked(str(told[0])))
        module, _, path = name.partition(":")
        owner, _, method = path.rpartition(".")
        known = [self._known(one) for one in told]
        if None in known:
            return fingerprint("gone")
        if name == BODY:
            return fingerprint(*(entry.body for entry in known))
        if not owner:
            return self.mark(getattr(import_module(module), path)(self._guide, *known))
        answer = getattr(self._owner(owner), method)
        return self.mark(answer(*known) if callable(answer) else answer)

    def _owner(self, name: str) -> Catalogue | Diary | Guide:
        if name == "Guide":
            return self._guide
        return self._guide.diary if name == Diary.__name__ else self._guide.catalogue

    def _known(self, told: Hashable) -> Any:
        """Return what was told, as this guide has it: the entry of that slug, not an older one."""
        if isinstance(told, tuple) and told[:1] == (ENTRY,):
            return self._guide.catalogue.by_slug.unasked(told[1])
        return told

    def mark(self, value: object) -> Mark:
        """Return the mark of whatever is made of entries, settings and plain values."""
        match value:
            case Entry():
                return self._entry(value)
            case tuple() | list():
                return self._all(type(value).__name__, value)
            case set() | frozenset():
                return fingerprint("set", *sorted(map(self.mark, value)))
            case dict():
                return self._all("dict", (part for pair in value.items() for part in pair))
            case _ if isinstance(value, _PLAIN):
                return fingerprint(type(value).__name__, repr(value))
            case Struct():
                parts = (getattr(value, name) for name in value.__struct_fields__)
                return self._all(type(value).__name__, parts)
            case _:
                raise TypeError(f"no mark can be made of {type(value)}")

    def _all(self, name: str, values: Iterable[object]) -> Mark:
        return fingerprint(name, *map(self.mark, values))

    def _entry(self, entry: Entry) -> Mark:
        if entry.slug not in self._entries:
            # All that it says is made of these; the body is a question of its own.
            told = (*map(str, entry.origin), entry.slug, str(entry.number))
            self._entries[entry.slug] = fingerprint("entry", *told, entry.typed_facts)
        return self._entries[entry.slug]
