"""Whoever runs something, or works with it, is somebody this guide knows."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from doorstep.limits import SHOWN_AT_MOST
from doorstep.problems import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorstep.drafts import Draft
    from doorstep.entries import Entry
    from doorstep.problems import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a warning for every link of the mesh that leads nowhere; it is left out."""
    for entry in draft.entries:
        if entry.organiser and entry.organiser not in draft.groups | draft.left_out.keys():
            yield _unknown(draft, entry, ("organiser",), entry.organiser, draft.groups)
        unknown = (
            (position, slug)
            for position, slug in enumerate(entry.works_with)
            if slug not in draft.titles and slug not in draft.left_out
        )
        for position, slug in islice(unknown, SHOWN_AT_MOST):
            yield _unknown(draft, entry, ("works_with", position), slug, draft.titles)


def _unknown(
    draft: Draft, entry: Entry, path: tuple[str | int, ...], slug: str, known: Iterable[str]
) -> Problem:
    guess, question = draft.did_you_mean(slug, known)
    noun = "group" if path[0] == "organiser" else "entry"
    return entry.problem_at(
        *path,
        rule="mesh-known",
        level=Level.WARNING,
        message=f"No {noun} is called “{slug}”, so this link is left out.",
        fix=question or "Use the last part of its address, such as tea-and-talk.",
        wrong=slug,
        right=guess,
    )
