"""An old address leads to one entry, and never hides a page that is there now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.permalinks import OWN_PATHS, entry_path
from doorstep.problems import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.drafts import Draft
    from doorstep.kinds import Kind
    from doorstep.problems import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a warning for every former name that is in use; no page is made for it."""
    now = {(entry.kind, entry.slug): entry.file for entry in draft.entries}
    former: dict[tuple[Kind, str], str] = {}
    for entry in draft.entries:
        for position, slug in enumerate(entry.formerly):
            key = (entry.kind, slug)
            owner = now.get(key) or _page_of_ours(*key) or former.setdefault(key, entry.file)
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


def _page_of_ours(kind: Kind, slug: str) -> str:
    return "a page of the guide itself" if entry_path(kind, slug) in OWN_PATHS else ""
