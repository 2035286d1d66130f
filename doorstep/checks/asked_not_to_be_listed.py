"""A group that asked not to be listed is not shown, whoever wrote it down again."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from doorstep.do_not_list import known_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.do_not_list import Trait
    from doorstep.drafts import Draft
    from doorstep.entries import Entry
    from doorstep.problems import Problem

_TOLD = {"title", "contact", "formerly", "organiser", "source"}


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for every entry whose group is on the list, or is run by one that is."""
    if not draft.do_not_list.groups:
        return
    traits = {entry.origin: _traits(entry) for entry in draft.entries}
    found = draft.do_not_list.found(chain.from_iterable(traits.values()))
    for entry in draft.entries:
        if traits[entry.origin] & found:
            yield entry.problem_at(
                "title",
                rule="asked-not-to-be-listed",
                message="This group asked not to be listed, so it is not shown.",
                fix=f"Phone {draft.config.help_line.name_and_number} before you change that.",
            )


def _traits(entry: Entry) -> frozenset[Trait]:
    return known_by(entry.model_dump(include=_TOLD, by_alias=True), entry.slug)
