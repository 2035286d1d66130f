"""A changed date says what changes: cancelled, moved, or somewhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.problems import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.drafts import Draft
    from doorstep.problems import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a warning for every change that changes nothing."""
    for entry in draft.entries:
        for position, change in enumerate(entry.changes):
            if not (change.cancelled or change.moved_to or change.where):
                yield entry.problem_at(
                    "changes",
                    position,
                    rule="changes-said",
                    level=Level.WARNING,
                    message="This does not say what is different on that date.",
                    fix="Add one of: cancelled: yes, moved_to: Wednesday 25 November, "
                    "where: garden-hall",
                )
