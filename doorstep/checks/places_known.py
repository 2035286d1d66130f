"""Whatever happens somewhere happens at a place this guide knows, or at one written out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.fields import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.drafts import Draft
    from doorstep.entries import Entry
    from doorstep.problems import Problem

WRITTEN_OUT = (
    "Or write the place out: where: {name: Garden Hall, address: 28 High Street, postcode: AB1 2CD}"
)


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for every place that nobody has heard of."""
    for entry in draft.entries:
        words = entry.place_slug
        if folded(words) in draft.safe_places:
            yield _given_away(entry)
        elif words and words not in draft.left_out and folded(words) not in draft.places:
            yield _unknown(draft, entry)


def _given_away(entry: Entry) -> Problem:
    return entry.problem_at(
        "where",
        rule="safe-space",
        message="This would say what happens at a safe space.",
        fix="Leave the line out, and give a phone number instead.",
    )


def _unknown(draft: Draft, entry: Entry) -> Problem:
    guess, question = draft.did_you_mean(entry.place_slug, draft.place_slugs)
    return entry.problem_at(
        "where",
        rule="places-known",
        message=f"No place is called “{entry.place_slug}”.",
        fix=question or WRITTEN_OUT,
        wrong=entry.place_slug,
        right=guess,
    )
