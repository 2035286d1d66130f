"""An old address leads to one entry, and never hides a page that is there now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.problems import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.drafts import Draft
    from doorstep.problems import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a warning for every former name that is in use; no page is made for it."""
    now = {(entry.kind, entry.slug): entry.file for entry in draft.entries}
    former: dict[tuple[str, str], str] = {}
    for entry in draft.entries:
        for position, slug in enumerate(entry.formerly):
            key = (entry.kind, slug)
            owner = now.get(key) or former.setdefault(key, entry.file)
            if owner != entry.file or key in now:
                yield entry.problem_at(
                    "formerly",
                    position,
                    rule="addresses-kept",
                    level=Level.WARNING,
                    message=f"The name “{slug}” is in use by {owner}, so it cannot lead here.",
                    fix="Take it out of this list.",
                    wrong=slug,
                )
