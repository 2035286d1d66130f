"""A Proposal -> what to say of it on a screen: what was written, tidied, asked and noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.forms.kinds_of_forms import Action

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.importers.issue_form.proposals import Proposal

NONE_OF_OURS = "This is none of the guide's forms, so nothing was written."
NOT_SHOWN = (
    "Nothing was written, and nothing of it is shown: this may give away a safe space, or a "
    "number or an address of one person. Phone {phone} now, and delete what was sent."
)
FOR_A_PERSON = "Nothing was written: these words are for a person to act on."


def report_of(proposal: Proposal, whom_to_phone: str) -> tuple[str, ...]:
    """Return what a form did or would do, a line each."""
    if proposal.is_secret:
        return (NOT_SHOWN.format(phone=whom_to_phone),)
    if proposal.kept_out:
        return (proposal.kept_out,)
    if proposal.action is None:
        return (NONE_OF_OURS,)
    return tuple(_told(proposal))


def needs_a_person(proposal: Proposal) -> bool:
    """Say whether something stands in the way of what was sent."""
    is_held_up = proposal.text is not None and not proposal.can_go_live
    is_asked = proposal.asks is not None and proposal.asks.is_needed
    return proposal.is_secret or bool(proposal.kept_out) or is_held_up or is_asked


def _told(proposal: Proposal) -> Iterator[str]:
    if proposal.action is Action.TELL_US and proposal.words:
        yield FOR_A_PERSON
        yield from (f"  {line}" for line in proposal.words.split("\n"))
    elif proposal.text is None:
        yield "Nothing was written."
    else:
        called = f"No. {proposal.number}, {proposal.title}" if proposal.number else proposal.title
        yield f"{proposal.path}: {called}"
    yield from proposal.tidied
    if proposal.asks:
        things = "1 thing needs" if proposal.waiting == 1 else f"{proposal.waiting} things need"
        yield f"{things} the person who sent it: {proposal.asks.sentence}"
    yield from proposal.notes
