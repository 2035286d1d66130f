"""A guide -> its gaps, in the order to tell them; a new sort of gap is one line here."""

from __future__ import annotations

from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from doorstep.mesh.gap import Gap
from doorstep.mesh.help_wanted import help_wanted
from doorstep.mesh.languages_here import languages_here
from doorstep.mesh.meetings import partners, threads
from doorstep.mesh.one_contact import one_contact
from doorstep.mesh.one_helper import one_helper
from doorstep.mesh.open_to_all import free_of_charge, without_a_step
from doorstep.mesh.quiet_days import quiet_days
from doorstep.mesh.topics_near import topics_near
from doorstep.tracing import kept

if TYPE_CHECKING:
    from doorstep.guide import Guide

__all__ = ["SORTS", "Gap", "gaps_by_sort", "gaps_of"]

SORTS = (
    *(languages_here, topics_near, quiet_days),
    *(help_wanted, one_helper, one_contact),
    *(free_of_charge, without_a_step),
    *(partners, threads),
)
"""Every sort of gap, what a newcomer would notice first."""


@kept(4)
def gaps_by_sort(guide: Guide) -> tuple[tuple[Gap, ...], ...]:
    """Return the gaps of each sort that there are any of, the most useful first."""
    found = (tuple(sort(guide)) for sort in SORTS)
    return tuple(gaps for gaps in found if gaps)


def gaps_of(guide: Guide) -> tuple[Gap, ...]:
    """Return every gap in the order to tell them: the first of each sort, then the second of each.

    Whoever has room for a few takes the first ones, and has something of everything.
    """
    rounds = chain.from_iterable(zip_longest(*gaps_by_sort(guide)))
    return tuple(gap for gap in rounds if gap is not None)
