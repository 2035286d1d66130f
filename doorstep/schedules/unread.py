"""What cannot be worked out from a line -> one sentence on why, and what to write instead."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from doorstep.dates import worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

UNDERSTOOD = "schedules-understood"
"""Problem rule: the line says something the grammar does not know."""
CLEAR = "schedules-clear"
"""Problem rule: the line can mean two things, or does not say enough."""
IN_ORDER = "times-in-order"
"""Problem rule: something ends before it starts."""
DATES_EXIST = "dates-exist"
"""Problem rule: a date does not exist, or is not on that weekday."""

MOST_EXAMPLES = 3


class ScheduleNotRead(ValueError):  # noqa: N818 - a name that reads as a sentence
    """Says in a volunteer's words why a line gives no dates, and what to write."""

    def __init__(
        self, rule: str, message: str, fix: str = "", *, wrong: str = "", right: str = ""
    ) -> None:
        super().__init__(message)
        self.rule = rule
        """The id of the problem rule."""
        self.message = message
        """What is the matter."""
        self.fix = fix
        """What to do about it."""
        self.wrong = wrong
        """The words it is about; "" for the whole line."""
        self.right = right
        """What to write in their place, when just one thing is possible."""


class OnlyClosed(ScheduleNotRead):
    """Says that a line names no days but those on which it is closed."""

    def __init__(self) -> None:
        super().__init__(
            CLEAR,
            "It only says when it is closed.",
            "Leave this line out: it is closed on all days that are not named.",
        )


def quoted(texts: Iterable[str], last: str = "and") -> str:
    """Return texts in curly quotes, listed as people list things."""
    parts = [f"“{text}”" for text in texts]
    return f" {last} ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def write_one(examples: Sequence[str]) -> str:
    """Return the advice to write one of several sentences."""
    few = list(dict.fromkeys(examples))[:MOST_EXAMPLES]
    if len(few) == 1:
        return f"Write it like this: {few[0]}"
    return f"Write one of these: {'; or: '.join(few)}"


def other_weekday(day: date, weekday: int, text: str) -> ScheduleNotRead:
    """Return that a date is not on the weekday that was said with it."""
    return ScheduleNotRead(
        DATES_EXIST,
        f"{worded(day)} is a {day:%A}, not a {calendar.day_name[weekday]}.",
        "Check the day with the group.",
        wrong=text,
    )


def nothing_left(text: str) -> ScheduleNotRead:
    """Return that the exceptions take away all there is."""
    return ScheduleNotRead(
        CLEAR,
        f"The exceptions leave nothing of “{text}”.",
        "Check the exceptions with the group.",
    )
