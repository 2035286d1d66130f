"""What an entry says of dates is not all in the past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.checks.day_words import with_weekday
from doorstep.entries import Status
from doorstep.problems import Level
from doorstep.schedules.rules import Dates, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from doorstep.drafts import Draft
    from doorstep.entries import Entry
    from doorstep.problems import Problem
    from doorstep.schedules.rules import Rule


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a note for every entry that names its last day, when that is over."""
    for entry in draft.entries:
        last = last_day(entry)
        if last and last < draft.today and entry.status is not Status.CLOSED:
            yield entry.problem_at(
                "when",
                rule="events-over",
                level=Level.NOTE,
                message=f"The last day of this was {with_weekday(last)}.",
                fix="Write the next date, or add a line: status: closed",
            )


def last_day(entry: Entry) -> date | None:
    """Return the last day that the lines of an entry name; None where there is no end to it."""
    # What its lines say: that an offer has run out is no fault in the file.
    ends = [_end(rule) for line in entry.when for rule in line.rules]
    known = [end for end in ends if end is not None]
    if not known or len(known) < len(ends):
        return None
    return max([*known, *(change.moved_to.day for change in entry.changes if change.moved_to)])


def _end(rule: Rule) -> date | None:
    match rule.days:
        case Dates(dates):
            return dates[-1]
        case Stretch(last=last):
            return last
        case _:
            return rule.last
