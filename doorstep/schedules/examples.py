"""Rules -> the sentences that say them, for people to choose from."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from doorstep.schedules.rules import Hours
from doorstep.schedules.unread import CLEAR, ScheduleNotRead, write_one
from doorstep.schedules.wording import worded
from doorstep.words import english

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.schedules.rules import Rule

ENGLISH = english()
AN_EXAMPLE = (Hours(time(10), time(12)),)


def asked(message: str, rules: Iterable[Rule], *, wrong: str = "") -> ScheduleNotRead:
    """Return a question: what is not clear, and the sentences to choose from."""
    return ScheduleNotRead(CLEAR, message, such_as(*rules), wrong=wrong)


def such_as(*rules: Rule) -> str:
    """Return the advice to write what one of these rules says."""
    return write_one([worded(rule, ENGLISH) for rule in rules])
