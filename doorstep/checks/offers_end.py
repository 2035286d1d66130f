"""A neighbour's offer ends by itself, so it needs a day to count from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.entries import Help, Side
from doorstep.freshness import ends_on
from doorstep.problems import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.drafts import Draft
    from doorstep.problems import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a warning for every offer that would never end."""
    for entry in draft.entries:
        if isinstance(entry, Help) and entry.side is Side.GIVE and ends_on(entry) is None:
            yield entry.problem_at(
                "side",
                rule="offers-end",
                level=Level.WARNING,
                message="This offer does not say when it ends, and nobody has checked it.",
                fix="Add the last day: expires: 2026-12-19",
            )
