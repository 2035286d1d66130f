"""What keeps to school terms has terms to keep to."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from doorstep.dates import worded
from doorstep.entries import Status
from doorstep.problems import Level

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from doorstep.drafts import Draft
    from doorstep.entries import Entry
    from doorstep.problems import Problem

SOON = timedelta(days=300)
"""The terms of the next school year are published before those of this one are over."""


def check(draft: Draft) -> Iterator[Problem]:
    """Yield one problem for the whole guide, on the first line that is short of terms."""
    until = draft.almanac.terms_known_until
    if until is not None and until >= draft.today + SOON:
        return
    # One that nobody may say much about comes last: it stands for all the others.
    entries = sorted(draft.entries, key=lambda entry: entry.sensitive)
    keeping = [place for entry in entries if (place := _line_with_terms(entry)) is not None]
    if keeping:
        entry, position = keeping[0]
        is_over = until is None or until < draft.today
        yield entry.problem_at(
            *("when", position),
            rule="terms-known",
            level=Level.WARNING if is_over else Level.NOTE,
            message=_message(until, len(keeping)),
            fix="Add the next terms to the guide's settings, such as "
            f"terms: [2 September to 23 October {(until or draft.today).year}]",
        )


def _line_with_terms(entry: Entry) -> tuple[Entry, int] | None:
    if entry.status is Status.CLOSED:
        return None
    lines = (n for n, line in enumerate(entry.when) if any(rule.terms for rule in line.rules))
    position = next(lines, None)
    return None if position is None else (entry, position)


def _message(until: date | None, count: int) -> str:
    others = f" and {count - 1} more" if count > 1 else ""
    have = "have" if others else "has"
    if until is None:
        return f"The settings say nothing of school terms, so this{others} {have} no dates."
    return f"The school terms we know end on {worded(until)}: then this{others} {have} no dates."
