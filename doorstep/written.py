"""Lines of `when` and `open` as people type them -> Written: the words and the rules they say."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from doorstep.fields import context_of, lines_of, some_text, tell
from doorstep.schedules.reading import ScheduleNotRead, read_rules
from doorstep.schedules.rules import Written


def _written(value: object, info: ValidationInfo) -> Written:
    text, context = some_text(value), context_of(info)
    try:
        rules = read_rules(text, context.today, relative=context.relative_dates)
    except ScheduleNotRead as reason:
        raise told(reason) from None
    return Written(text, rules)


def told(reason: ScheduleNotRead) -> PydanticCustomError:
    """Return what a validator raises for words about time that cannot be read."""
    return tell(reason.rule, reason.message, fix=reason.fix, wrong=reason.wrong, value=reason.right)


Timetable = Annotated[
    tuple[Annotated[Written, BeforeValidator(_written)], ...], BeforeValidator(lines_of)
]
"""One line or several that say when, each with the rules it stands for."""
