"""Two entries never share an address, and none takes one of the guide's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.permalinks import RESERVED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.drafts import Draft
    from doorstep.problems import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for every entry whose name in addresses is taken."""
    owners = draft.owners(lambda entry: entry.slug)
    for entry in draft.entries:
        owner = owners[entry.slug]
        reserved = entry.slug in RESERVED.get(entry.kind, ())
        if owner is not entry or reserved:
            taken_by = "a page of the guide itself" if reserved else owner.file
            yield entry.problem_at(
                "slug",
                rule="slugs-once",
                message=f"The name “{entry.slug}” is taken by {taken_by}.",
                fix=f"Rename one of them, for example to {entry.slug}-{entry.kind}.",
            )
