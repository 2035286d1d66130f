"""A title fits a phone's screen and a summary can be said in one breath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.problems import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.drafts import Draft
    from doorstep.entries import Entry
    from doorstep.problems import Problem

LONGEST_TITLE = 65
"""Letters (conventions of the NHS content guide)."""

LONGEST_SUMMARY = 20
"""Words."""


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a note for every title and summary that is too long to take in."""
    for entry in draft.entries:
        letters, words = len(entry.title), len(entry.summary.split())
        if letters > LONGEST_TITLE:
            message = f"The title has {letters} letters; up to {LONGEST_TITLE} are easy to read."
            yield _note(entry, "title", message, "Leave out what the summary says.")
        if words > LONGEST_SUMMARY:
            message = f"The summary has {words} words; up to {LONGEST_SUMMARY} are easy to take in."
            yield _note(entry, "summary", message, "Keep one sentence, and put the rest below.")


def _note(entry: Entry, name: str, message: str, fix: str) -> Problem:
    rule = "titles-short" if name == "title" else "summaries-short"
    return entry.problem_at(name, rule=rule, level=Level.NOTE, message=message, fix=fix)
