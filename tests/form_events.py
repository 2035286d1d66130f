"""A form and its answers -> what GitHub tells of it once somebody has sent it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doorstep.forms.kinds_of_forms import AGREED, FORM_NAMED, PROMISE
from doorstep.forms.submissions import NOTHING

if TYPE_CHECKING:
    from collections.abc import Mapping

TICKED = f"- [X] {PROMISE}"


def form_body(form_name: str, answers: Mapping[str, str]) -> str:
    """Return the Markdown that GitHub makes of a form; answers are by the ids of the boxes."""
    form = FORM_NAMED[form_name]
    strange = answers.keys() - {box.id for box in form.boxes}
    assert not strange, f"{form_name} has no box {strange}"
    said = [(box.label, answers.get(box.id, "").strip() or NOTHING) for box in form.boxes]
    return "\n\n".join(f"### {label}\n\n{words}" for label, words in [*said, (AGREED, TICKED)])


def event(form_name: str, answers: Mapping[str, str], **facts: Any) -> dict[str, Any]:
    """Return the event of a form that was sent; any fact of the issue can be another.

    `login` is who sent it, `action` what happened (opened, edited); all other facts, such as
    number, title and created_at, are the issue's own.
    """
    login = facts.pop("login", "neighbour")
    action = facts.pop("action", "opened")
    issue = {
        "number": 7,
        "title": facts.pop("title", answers.get("title") or form_name),
        "body": form_body(form_name, answers),
        "state": "open",
        "created_at": "2026-11-22T09:30:00Z",
        "updated_at": "2026-11-22T09:30:00Z",
        "user": {"login": login, "type": "User"},
        "author_association": "NONE",
        "labels": [],
        **facts,
    }
    return {
        "action": action,
        "issue": issue,
        "repository": {"full_name": "example/harbour-row", "default_branch": "main"},
        "sender": {"login": login, "type": "User"},
    }
