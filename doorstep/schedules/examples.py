"""Rules -> the sentences that say them, for people to choose from."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from doorstep.schedules.rules import Hours
from doorstep.schedules.unread import CLEAR, ScheduleNotRead, write_one
from doorstep.schedules.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.schedules.rules import Rule

AN_EXAMPLE = (Hours(time(10), time(12)),)


def asked(message: str, rules: Iterable[Rule], *, wrong: str = "") -> ScheduleNotRead:
    """Return a question: what is not clear, and the sentences to choose from."""
    return ScheduleNotRead(CLEAR, message, such_as(*rules), wrong=wrong)


def such_as(*rules: Rule) -> str:
    """Return the advice to write what one of these rules says."""
    return write_one([in_english(rule) for rule in rules])


def in_english(rule: Rule) -> str:
    """Return the sentence that says what a rule says."""
    from doorstep.words import english  # late: only what is not clear is said back

    return worded(rule, english())
