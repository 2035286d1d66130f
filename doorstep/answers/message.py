"""What one run found out about a change -> JSON for another run, which checks all of it.

Whoever offers a change may have written every letter of it: it says words, numbers and paths of
pages, all of them short and few, and never where they should be shown or what should be run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, StringConstraints, ValidationError

from doorstep.answers.told import Told, ToldChange, ToldProblem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorstep.comparisons.changes import EntryChange
    from doorstep.problems import Problem

MOST_BYTES = 4_000_000
"""Of a whole message: what is longer was not made by us."""

MOST_CHANGES, MOST_PROBLEMS, MOST_SETTINGS = 100, 60, 60
FEWER = (MOST_CHANGES, 10, 1)
"""Changes and problems that are handed over: the most that are short enough together."""

SettingName = Annotated[str, StringConstraints(max_length=60)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]


class NoMessage(Exception):  # noqa: N818 - a name that reads as a sentence
    """What was handed over is not a message of ours."""


class Message(Told):
    """All that is handed over."""

    version: Literal[1]
    is_compared: bool
    changes: Annotated[tuple[ToldChange, ...], Field(max_length=MOST_CHANGES)]
    more_changes: Count
    settings: Annotated[tuple[SettingName, ...], Field(max_length=MOST_SETTINGS)]
    problems: Annotated[tuple[ToldProblem, ...], Field(max_length=MOST_PROBLEMS)]
    more_problems: Count
    waiting: Count

    @classmethod
    def of(
        cls,
        changes: Sequence[EntryChange],
        settings: Sequence[str],
        problems: Sequence[Problem],
        waiting: int,
    ) -> Message:
        """Return the message that says this, shortened where it takes too many words."""
        messages = (cls._of_few(changes, settings, problems, waiting, most) for most in FEWER)
        return next(one for one in messages if len(as_json(one).encode()) <= MOST_BYTES)

    @classmethod
    def about(cls, problems: Sequence[Problem]) -> Message:
        """Return the message of what is to be mended before anything can be compared."""
        return cls.of((), (), problems, waiting=0).model_copy(update={"is_compared": False})

    @classmethod
    def _of_few(
        cls,
        changes: Sequence[EntryChange],
        settings: Sequence[str],
        problems: Sequence[Problem],
        waiting: int,
        most: int,
    ) -> Message:
        told, to_mend = changes[:most], problems[: min(most, MOST_PROBLEMS)]
        return cls(
            version=1,
            is_compared=True,
            changes=tuple(ToldChange.of(change) for change in told),
            more_changes=len(changes) - len(told),
            settings=tuple(settings[:MOST_SETTINGS]),
            problems=tuple(ToldProblem.of(problem) for problem in to_mend),
            more_problems=len(problems) - len(to_mend),
            waiting=waiting,
        )

    @property
    def entry_changes(self) -> tuple[EntryChange, ...]:
        """What changes for readers, as whoever compared two guides has it."""
        return tuple(told.change for told in self.changes)

    @property
    def real_problems(self) -> tuple[Problem, ...]:
        """What is to be mended, as the checks say it."""
        return tuple(told.problem for told in self.problems)


def as_json(message: Message) -> str:
    """Return a message to hand over."""
    return message.model_dump_json(indent=2) + "\n"


def read_message(content: bytes) -> Message:
    """Return the message that somebody handed over, or raise NoMessage when anything is odd."""
    if len(content) > MOST_BYTES:
        raise NoMessage("It is too long.")
    try:
        return Message.model_validate_json(content)
    except ValidationError as reason:
        raise NoMessage(f"{reason.error_count()} things in it are odd.") from None
