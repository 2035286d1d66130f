"""A title fits a phone's screen and a summary can be said in one breath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.problems import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.drafts import Draft
    from doorstep.problems import Problem

LONGEST_TITLE = 65
"""Letters (conventions of the NHS content guide)."""

LONGEST_SUMMARY = 20
"""Words."""


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a note for every title and summary that is too long to take in."""
    for entry in draft.entries:
        if len(entry.title) > LONGEST_TITLE:
            yield entry.problem_at(
                "title",
                rule="titles-short",
                level=Level.NOTE,
                message=f"The title has {len(entry.title)} letters; up to {LONGEST_TITLE} are easy to read.",
                fix="Leave out what the summary says.",
            )
        words = len(entry.summary.split())
        if words > LONGEST_SUMMARY:
            yield entry.problem_at(
                "summary",
                rule="summaries-short",
                level=Level.NOTE,
                message=f"The summary has {words} words; up to {LONGEST_SUMMARY} are easy to take in.",
                fix="Keep one sentence, and put the rest below.",
            )
