"""Lines of `when` and `open` as people type them -> Written: the words and the rules they say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from doorstep.fields import context_of, lines_of, over, some_text, tell
from doorstep.limits import DAILY, TIMES
from doorstep.schedules.days import weekdays_of
from doorstep.schedules.reading import ScheduleNotRead, read_rules
from doorstep.schedules.rules import Rule, Written


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


def _few_times(lines: tuple[Written, ...]) -> tuple[Written, ...]:
    rules = [rule for line in lines for rule in line.rules]
    often = sum(map(_times, rules))
    if often <= min(TIMES.most, DAILY.most):
        return lines
    daily = max(_on_weekday(day, rules) for day in range(7))
    for limit, number in ((TIMES, often), (DAILY, daily)):
        if number > limit.most:
            raise over(limit, number)
    return lines


def _on_weekday(day: int, rules: Iterable[Rule]) -> int:
    """Return how many times there may be on one day of the week, again and again."""
    repeated = (rule for rule in rules if not rule.is_single)
    return sum(_times(rule) for rule in repeated if day in (weekdays_of(rule.days) or {day}))


def _times(rule: Rule) -> int:
    return max(1, len(rule.hours))


Timetable = Annotated[
    tuple[Annotated[Written, BeforeValidator(_written)], ...],
    BeforeValidator(lines_of),
    AfterValidator(_few_times),
]
"""One line or several that say when, each with the rules it stands for."""
