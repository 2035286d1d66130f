"""The forge's own records -> a conversation: the form, what was written about it, the change."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from doorstep.conversations.markers import Mark, Says, mark_in
from doorstep.forge import ForgeSaidNo
from doorstep.robot_notes import ROBOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doorstep.conversations.events import Event
    from doorstep.forge import Forge

NOBODY = "ghost"
"""What GitHub calls people who have left."""

BRANCH = re.compile(r"form-([1-9][0-9]*)")


class Comment(Struct, frozen=True):
    """What somebody wrote, or we."""

    id: int
    """Its number; later comments have higher ones."""
    author: str
    is_person: bool
    body: str
    created: datetime
    changed: datetime
    """When it was written, or edited last."""
    is_on_form: bool
    """Whether it stands below the form, and not on the page of the change."""

    @property
    def is_edited(self) -> bool:
        """Whether it says something else than what was written first."""
        return self.changed != self.created

    @property
    def mark(self) -> Mark | None:
        """What it was about, when it is an answer of ours."""
        return mark_in(self.body) if self.author == ROBOT and self.is_on_form else None


class Change(Struct, frozen=True):
    """What was made of a form, for somebody to look at (a pull request)."""

    number: int
    is_open: bool


class Thread(Struct, frozen=True):
    """One form, and everything that was said about it."""

    number: int
    title: str
    body: str
    author: str
    created: datetime
    is_open: bool
    comments: tuple[Comment, ...]
    """In the order they were written."""
    change: Change | None

    @property
    def branch(self) -> str:
        """The name under which its change is kept."""
        return f"form-{self.number}"

    @property
    def answers(self) -> list[tuple[Comment, Mark]]:
        """Our answers and what they were about, the oldest first."""
        marks = ((comment, comment.mark) for comment in self.comments)
        return [(comment, mark) for comment, mark in marks if mark]

    @property
    def last_answer(self) -> tuple[Comment, Mark] | None:
        """The newest answer that says how things stand; a word in between does not."""
        answers = [pair for pair in self.answers if pair[1].says is not Says.REMARK]
        return answers[-1] if answers else None

    @property
    def seen(self) -> int:
        """The newest comment that was there when we last wrote something."""
        return max((mark.seen for _, mark in self.answers), default=0)

    @property
    def newest(self) -> int:
        """The newest comment of all."""
        return max((comment.id for comment in self.comments), default=0)


def read_thread(forge: Forge, event: Event, owner: str) -> Thread | None:
    """Return the conversation an event belongs to, as it is now, or None when there is none."""
    number = _form_of_change(forge, event.number) if event.is_on_change else event.number
    return thread_of(forge, number, owner) if number else None


def thread_of(forge: Forge, number: int, owner: str) -> Thread | None:
    """Return the conversation about a form; `owner` is whose repository this is."""
    try:
        form = forge.get(f"issues/{number}")
    except ForgeSaidNo as reason:
        if reason.status in _NOT_THERE:
            return None
        raise
    change = _change(forge, f"form-{number}", owner)
    comments = [*_comments(forge, number, is_on_form=True)]
    if change:
        comments += _comments(forge, change.number, is_on_form=False)
    return Thread(
        number=number,
        title=str(form.get("title") or ""),
        body=str(form.get("body") or ""),
        author=_login(form),
        created=_moment(form["created_at"]),
        is_open=form["state"] == "open",
        comments=tuple(sorted(comments, key=lambda comment: (comment.created, comment.id))),
        change=change,
    )


_NOT_THERE = (404, 410)


def _form_of_change(forge: Forge, number: int) -> int:
    """Return which form a change was made of, or 0: a fork may call its own work what it likes."""
    change = forge.get(f"pulls/{number}")
    found = BRANCH.fullmatch(change["head"]["ref"])
    return int(found[1]) if found and _is_from_here(change) else 0


def _is_from_here(change: Mapping[str, Any]) -> bool:
    there, here = ((change[side].get("repo") or {}).get("full_name") for side in ("head", "base"))
    return there is not None and there == here


def _change(forge: Forge, branch: str, owner: str) -> Change | None:
    """Return the newest change made of a form, one that is open before others."""
    found = forge.all(f"pulls?state=all&head={owner}:{branch}")
    changes = [
        Change(one["number"], is_open=one["state"] == "open")
        for one in found
        if one["head"]["ref"] == branch and _is_from_here(one)
    ]
    return max(changes, key=lambda change: (change.is_open, change.number), default=None)


def _comments(forge: Forge, number: int, *, is_on_form: bool) -> Iterator[Comment]:
    for one in forge.all(f"issues/{number}/comments"):
        yield Comment(
            id=int(one["id"]),
            author=_login(one),
            is_person=(one.get("user") or {}).get("type") == "User",
            body=str(one.get("body") or ""),
            created=_moment(one["created_at"]),
            changed=_moment(one["updated_at"]),
            is_on_form=is_on_form,
        )


def _login(one: Mapping[str, Any]) -> str:
    return str((one.get("user") or {}).get("login") or NOBODY)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
