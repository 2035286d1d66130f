"""The file in which GitHub tells of an event -> which conversation to look at, and who acted.

An event says only where to look: what is there is read anew, so that an event that is lost, comes
twice or comes late does no harm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

ACTIONS = frozenset({"opened", "edited", "created"})
"""What people do that may need an answer."""


class Event(Struct, frozen=True):
    """Something that a person did."""

    number: int
    """The number of the form, or of the change that was made of it."""
    is_on_change: bool
    """Whether it was done on the page of the change."""
    sender: str
    """Who did it."""
    touched: int = 0
    """The comment that was edited, which is how a box in it is ticked; 0 for none."""


def read_event(event: Mapping[str, Any]) -> Event | None:
    """Return what an event tells, or None where it is nothing to answer: robots are not."""
    sender, about = event.get("sender") or {}, event.get("issue") or {}
    action = event.get("action")
    if sender.get("type") != "User" or action not in ACTIONS or "number" not in about:
        return None
    comment = event.get("comment") or {}
    return Event(
        number=int(about["number"]),
        is_on_change="pull_request" in about,
        sender=str(sender.get("login", "")),
        touched=int(comment.get("id", 0)) if action == "edited" else 0,
    )
