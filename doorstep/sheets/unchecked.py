"""What a guide knows and may not print -> the one sentence that says why, on every sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.freshness import TIMELESS, Step
from doorstep.sheets.choosing import is_printable
from doorstep.showing import State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.entries import Entry
    from doorstep.guide import Guide


def unchecked_words(guide: Guide, known: Iterable[Entry]) -> str:
    """Return that none of what is known was checked lately enough; "" where that is not why."""
    told = [entry for entry in known if entry.kind not in TIMELESS]
    if any(is_printable(guide, entry) for entry in told):
        return ""
    if not any(_waits(guide, entry) for entry in told):
        return ""
    return guide.words.say("Nothing has been checked lately enough to print")


def _waits(guide: Guide, entry: Entry) -> bool:
    """Say whether a check is all that keeps an entry from being printed.

    Of a safe space it is not: nobody is to tell from a sheet that there is one.
    """
    showing = guide.catalogue.showing(entry)
    is_going_on = showing.state in (State.OPEN, State.UNCONFIRMED)
    return is_going_on and showing.step >= Step.STALE and not showing.is_safe_space
