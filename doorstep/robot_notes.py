"""What the guide's own robot writes on an issue: a note for each purpose, edited, not repeated.

A note is known by a mark that nobody sees, and counts only if the robot itself wrote it: anybody
can copy a mark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorstep.forge import Forge

ROBOT = "github-actions[bot]"
"""The name by which a workflow's own token writes; nobody else can have it."""


def is_the_robots(written: Mapping[str, Any]) -> bool:
    """Say whether an issue or a comment was written by the robot."""
    user = written["user"] or {}
    return (user.get("login"), user.get("type")) == (ROBOT, "Bot")


def mark_of(purpose: str) -> str:
    """Return the mark of a note, which no page shows."""
    return f"<!-- doorstep {purpose} -->"


def has_note(forge: Forge, issue: int, purpose: str) -> bool:
    """Say whether the robot has written a note for this purpose before."""
    return _note(forge, issue, purpose) is not None


def keep_note(forge: Forge, issue: int, purpose: str, words: str) -> None:
    """Write a note, or edit the one that is there; the same words again change nothing."""
    body = f"{mark_of(purpose)}\n{words}"
    before = _note(forge, issue, purpose)
    if before is None:
        forge.send("POST", f"issues/{issue}/comments", {"body": body})
    elif is_other(before["body"], body):
        forge.send("PATCH", f"issues/comments/{before['id']}", {"body": body})


def is_other(before: str, after: str) -> bool:
    """Say whether words have changed, whatever the browser made of the ends of lines."""
    return before.replace("\r\n", "\n").strip() != after.strip()


def _note(forge: Forge, issue: int, purpose: str) -> dict[str, Any] | None:
    comments: list[dict[str, Any]] = forge.all(f"issues/{issue}/comments")
    ours = filter(is_the_robots, comments)
    return next((one for one in ours if one["body"].startswith(mark_of(purpose))), None)
