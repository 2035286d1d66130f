"""A link in a body leads to a page that is there, or to a safe address of another site."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from doorstep.kinds import KIND_IN
from doorstep.limits import SHOWN_AT_MOST
from doorstep.problems import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.drafts import Draft
    from doorstep.entries import Entry
    from doorstep.markdown import Link
    from doorstep.problems import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a warning for every link that loses its address or leads to no entry."""
    for entry in draft.entries:
        body = draft.body_of(entry)
        yield from (_refused(entry, link) for link in body.refused[:SHOWN_AT_MOST])
        unknown = (
            (link, slug)
            for link in body.links
            if (slug := slug_in(link.href))
            and slug not in draft.titles
            and slug not in draft.left_out
        )
        for link, slug in islice(unknown, SHOWN_AT_MOST):
            yield _unknown(draft, entry, link, slug)


def _refused(entry: Entry, link: Link) -> Problem:
    return entry.problem_in_body(
        link.line,
        rule="links-safe",
        level=Level.WARNING,
        message=f"The link “{link.text}” leads to no web page, so only its words are shown.",
        fix="A link starts with https:// or, to an entry of the guide, with / and its folder.",
        wrong=link.href,
    )


def _unknown(draft: Draft, entry: Entry, link: Link, slug: str) -> Problem:
    guess, question = draft.did_you_mean(slug, draft.titles)
    return entry.problem_in_body(
        link.line,
        rule="links-known",
        level=Level.WARNING,
        message=f"The link “{link.text}” leads to “{slug}”, and no entry is called that.",
        fix=question or "Use the address of a page that is there.",
        wrong=slug,
        right=guess,
    )


def slug_in(href: str) -> str:
    """Return the slug an address within the guide names, such as tea in /groups/tea/; or ""."""
    parts = href.partition("#")[0].strip("/").split("/")
    is_entry = href.startswith("/") and len(parts) == 2 and parts[0] in KIND_IN
    return parts[1] if is_entry and parts[1] not in ("get", "give") else ""
