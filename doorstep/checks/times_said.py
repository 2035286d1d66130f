"""An event says at what time it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.kinds import Kind
from doorstep.problems import Level
from doorstep.schedules.rules import DayPart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.drafts import Draft
    from doorstep.problems import Problem
    from doorstep.schedules.rules import Rule


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a note for every line of an event that leaves its readers to guess the time."""
    events = (entry for entry in draft.entries if entry.kind is Kind.EVENT)
    for entry in events:
        for position, line in enumerate(entry.when):
            if any(_leaves_time_open(rule) for rule in line.rules):
                yield entry.problem_at(
                    *("when", position),
                    rule="times-said",
                    level=Level.NOTE,
                    message="This does not say at what time.",
                    fix=f"Add it after the day, such as: {line.text.rstrip(' .,')}, 2pm to 4pm. "
                    "Or write: all day",
                )


def _leaves_time_open(rule: Rule) -> bool:
    return rule.is_dated and not rule.hours and rule.part is DayPart.NOT_SAID
