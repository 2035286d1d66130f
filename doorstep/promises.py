"""Facts of an entry -> what it promises to whoever comes: free, step-free, just turn up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doorstep.fields import Answer
from doorstep.patterns import late_pattern
from doorstep.showing import Face

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide


_FREE = late_pattern(r"free\b", re.IGNORECASE)
_SUM = late_pattern(r"[£€$\d]")
_TURN_UP = late_pattern(r"(yes,?\s+)?just turn up\b", re.IGNORECASE)


def is_free(entry: Entry) -> bool:
    """Say whether the cost is nothing, for everyone: "Free for under-fives, then £2" is not."""
    return bool(_FREE.match(entry.cost)) and not _SUM.search(entry.cost)


def is_step_free(guide: Guide, entry: Entry, elsewhere: str = "") -> bool:
    """Say whether no step is in the way, at the usual place or at another one for once."""
    there = guide.catalogue.place_named(elsewhere) if elsewhere else entry
    if there is None or (elsewhere and not guide.catalogue.shows(there, Face.PLACE)):
        return False
    # "Not known" is no yes: somebody would stand before a step.
    return guide.catalogue.access_of(there).step_free is Answer.YES


def is_open_to_all_comers(entry: Entry) -> bool:
    """Say whether one can just turn up."""
    return bool(_TURN_UP.match(entry.come_along))
