"""An event says when it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.kinds import Kind
from doorstep.problems import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.drafts import Draft
    from doorstep.problems import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a warning for every event that nobody could go to, because it has no day."""
    for entry in draft.entries:
        if entry.kind is Kind.EVENT and not entry.when:
            yield entry.problem_at(
                "title",
                rule="events-dated",
                level=Level.WARNING,
                message="This event does not say when it is.",
                fix="Add a line: when: Every Tuesday in term time, 10:30am to midday",
            )
