"""A form and its answers -> what becomes of them in the small guide or in the example."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from builders import TODAY
from checks_page import ROOT, TINY
from form_events import event

from doorstep.importers.issue_form.desks import Desk
from doorstep.importers.issue_form.events import sent_of
from doorstep.importers.issue_form.proposing import propose
from doorstep.loading import read_config

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from doorstep.importers.issue_form.proposals import Proposal


@cache
def desk_of(folder: Path) -> Desk:
    """Return the desk of a guide, read once: nothing that is proposed changes it."""
    config, problems = read_config(folder / "site.yaml")
    assert config, problems
    return Desk(config, folder / "content", TODAY)


def example() -> Desk:
    """Return the desk of the guide of Harbour Row."""
    return desk_of(ROOT)


def tiny() -> Desk:
    """Return the desk of the small guide."""
    return desk_of(TINY)


def proposed(
    form: str,
    answers: Mapping[str, str],
    replies: Sequence[str] = (),
    *,
    desk: Desk | None = None,
    slug: str = "",
    **facts: Any,
) -> Proposal:
    """Return what a form would do, sent today to the small guide unless another is named."""
    issue = event(form, answers, **facts)["issue"]
    return propose(sent_of(issue, [*replies]), desk or tiny(), slug)


def text_of(proposal: Proposal) -> str:
    """Return the file that is proposed, which there has to be."""
    assert proposal.text is not None, (proposal.asks, proposal.notes)
    return proposal.text
