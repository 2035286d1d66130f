"""What changes and what is to be mended -> the same as a run may hand it over: short and plain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from doorstep.comparisons.changes import EntryChange
from doorstep.comparisons.pairs import FactChange
from doorstep.comparisons.prose import shortened
from doorstep.problems import Level, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_LINES = 40
LONGEST = 1000
MOST_COUNTED = 1_000_000

Words = Annotated[str, StringConstraints(max_length=LONGEST)]
Name = Annotated[str, StringConstraints(max_length=200)]
Counted = Annotated[int, Field(ge=1, le=MOST_COUNTED)]
Lines = Annotated[tuple[Words, ...], Field(max_length=MOST_LINES)]
SlugWord = Annotated[str, StringConstraints(pattern=r"\A[a-z0-9][a-z0-9-]{0,79}\z")]
PagePath = Annotated[str, StringConstraints(pattern=r"\A(?:[a-z0-9-]{1,80}/){0,3}\z")]
OneLine = Annotated[str, StringConstraints(pattern=r"\A[^\x00-\x1f\x7f\u2028\u2029]*\z")]
FileName = Annotated[OneLine, StringConstraints(max_length=300)]
Typed = Annotated[OneLine, StringConstraints(max_length=LONGEST)]


class Told(BaseModel):
    """Something that is handed over: exactly what is named, each of its own type."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class ToldFact(Told):
    """One fact, before and after."""

    label: Name
    before: Words
    after: Words

    @classmethod
    def of(cls, fact: FactChange) -> ToldFact:
        """Return a fact that differs, shortened."""
        before, after = _short(fact.before), _short(fact.after)
        return cls(label=_short(fact.label, 200), before=before, after=after)


class ToldChange(Told):
    """What changes of one page."""

    slug: SlugWord
    kind: SlugWord
    number: Counted | None
    title: Name
    path: PagePath
    what: Literal["new", "changed", "gone", "checked"]
    facts: Annotated[tuple[ToldFact, ...], Field(max_length=MOST_LINES)]
    sentences: Lines
    next_dates: Lines
    doubles: Lines
    follows: bool

    @classmethod
    def of(cls, change: EntryChange) -> ToldChange:
        """Return what changes of one page, shortened."""
        return cls(
            slug=change.slug,
            kind=change.kind,
            number=change.number if (change.number or 0) <= MOST_COUNTED else None,
            title=_short(change.title, 200),
            path=change.path,
            what=change.what,
            facts=tuple(ToldFact.of(fact) for fact in change.facts[:MOST_LINES]),
            sentences=_all_short(change.sentences),
            next_dates=_all_short(change.next_dates),
            doubles=_all_short(change.doubles),
            follows=change.follows,
        )

    @property
    def change(self) -> EntryChange:
        """The same as whoever compared two guides has it."""
        facts = tuple(FactChange(fact.label, fact.before, fact.after) for fact in self.facts)
        return EntryChange(**(self.model_dump() | {"facts": facts}))


class ToldProblem(Told):
    """One thing to mend, and where."""

    file: FileName
    line: Counted
    column: Counted
    level: Literal["error", "warning", "note"]
    rule: SlugWord
    message: Words
    fix: Words
    corrected: Typed
    source_line: Typed
    about: Name

    @classmethod
    def of(cls, problem: Problem) -> ToldProblem:
        """Return one thing to mend, shortened."""
        # A line that had to be shortened, or that hides something, would be put right by half.
        is_whole = len(problem.corrected) <= LONGEST and problem.corrected.isprintable()
        return cls(
            file=_on_one_line(problem.file)[:300],
            line=min(problem.line, MOST_COUNTED),
            column=min(problem.column, MOST_COUNTED),
            level=problem.level.name.lower(),  # type: ignore[arg-type]
            rule=problem.rule,
            message=_short(problem.message),
            fix=_short(problem.fix),
            corrected=problem.corrected if is_whole else "",
            source_line=_on_one_line(problem.source_line)[:LONGEST],
            about=_short(problem.about, 200),
        )

    @property
    def problem(self) -> Problem:
        """The same as the checks say it."""
        return Problem(**(self.model_dump() | {"level": Level[self.level.upper()]}))


def _all_short(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(_short(line) for line in lines[:MOST_LINES])


def _short(text: str, most: int = LONGEST) -> str:
    # Names of files may hold what is no letter in any alphabet (os.fsdecode).
    readable = text.encode("utf-8", "replace").decode("utf-8")
    return shortened(readable, most - len(" (and more)"))


def _on_one_line(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
