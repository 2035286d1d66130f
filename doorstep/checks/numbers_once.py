"""A number belongs to the entry that was published with it first; the other appears without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.problems import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.drafts import Draft
    from doorstep.entries import Entry
    from doorstep.problems import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a warning for every entry that has another's number."""
    owners = owners_of_numbers(draft)
    free = max(owners, default=0) + 1
    for entry in draft.entries:
        if entry.number is None or owners[entry.number] is entry:
            continue
        owner = owners[entry.number]
        yield entry.problem_at(
            "number",
            rule="numbers-once",
            level=Level.WARNING,
            message=f"{entry.number} is already {owner.title}.",
            fix=f"The next free number is {free}.",
        )
        free += 1


def owners_of_numbers(draft: Draft) -> dict[int, Entry]:
    """Return the entry each number belongs to."""
    return draft.owners(lambda entry: entry.number)
