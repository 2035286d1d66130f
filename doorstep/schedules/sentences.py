"""The parts of a line -> its sentences, in which each part knows the marks beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.schedules.parts import Mark, Part
from doorstep.schedules.unread import UNDERSTOOD, ScheduleNotRead

if TYPE_CHECKING:
    from collections.abc import Iterator


def sentences(parts: list[Part]) -> Iterator[list[Part]]:
    """Yield the parts of each sentence, the marks between them told to their neighbours."""
    sentence: list[Part] = []
    before: Mark | None = None
    for part in parts:
        if not isinstance(part.said, Mark):
            sentence.append(replace(part, before=before))
            before = None
        elif part.said is Mark.STOP:
            yield [*sentence[:-1], *(replace(part, after=Mark.STOP) for part in sentence[-1:])]
            sentence, before = [], None
        else:
            before = part.said if before is not Mark.AND else before
            if part.said is Mark.AND and not sentence:
                raise _joins_nothing(part)
            if sentence:
                sentence[-1] = replace(sentence[-1], after=before)
    if before is Mark.AND:
        raise _joins_nothing(parts[-1])
    yield sentence


def _joins_nothing(part: Part) -> ScheduleNotRead:
    return ScheduleNotRead(
        UNDERSTOOD,
        f"“{part.text}” joins nothing here.",
        "Write what comes on both sides of it, or leave it out.",
        wrong=part.text,
    )
