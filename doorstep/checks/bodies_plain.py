"""A body has no more links, lists and columns than a page can show and people can follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.limits import LINKS
from doorstep.problems import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.drafts import Draft
    from doorstep.problems import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for links without end, a warning for what is shown as it was typed."""
    for entry in draft.entries:
        body = draft.body_of(entry)
        if len(body.links) > LINKS.most:
            first, told = body.links[LINKS.most].line, LINKS.told(len(body.links))
            yield entry.problem_in_body(first, rule=LINKS.rule, message=told, fix=LINKS.fix)
        for limit, line in body.beyond.items():
            message = f"{limit.exceeded()[:-1]}, so it is shown as it was typed."
            yield entry.problem_in_body(
                line, rule=limit.rule, message=message, fix=limit.fix, level=Level.WARNING
            )
