"""A copy of the repository and a form -> how its change stands there, and the commits it needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.git import ADDRESS
from doorstep.kinds import KIND_IN

if TYPE_CHECKING:
    from doorstep.conversations.clones import Clone

_ENTRY = re.compile(r"content/([a-z-]+)/[a-z0-9]+(?:-[a-z0-9]+)*\.(?:md|yaml|yml)")


class Branch(Struct, frozen=True):
    """The change that was made of a form, as it stands."""

    head: str
    """Its newest commit."""
    path: str
    """The one file it changes, an entry's; "" where it changes anything else."""
    text: str
    """What is in that file."""
    is_ours: bool
    """Whether no person has worked on it since we made it."""


def is_entry_file(path: str) -> bool:
    """Say whether a path is that of an entry: nothing else is ever written."""
    found = _ENTRY.fullmatch(path)
    return found is not None and found[1] in KIND_IN


class FormName(Struct, frozen=True):
    """Which form a change was made of."""

    repository: str
    """Owner and name: guides that were made of one another have histories in common."""
    number: int

    @property
    def branch(self) -> str:
        """The name under which its change is kept."""
        return f"form-{self.number}"

    @property
    def trailer(self) -> str:
        """The line by which a commit is known to come of it."""
        return f"Form: {self.repository} {self.number}"

    # No word that somebody sent goes into these: GitHub closes what they name, and skips runs.

    @property
    def proposing(self) -> str:
        """What the commit of a change says of itself."""
        return f"What form {self.number} says\n\n{self.trailer}\n"

    @property
    def taking_in(self) -> str:
        """What the commit says that takes a change into the guide."""
        return f"Take in what form {self.number} says\n\n{self.trailer}\n"


def branch_of(clone: Clone, form: FormName) -> Branch | None:
    """Return how the change of a form stands, or None when there is none."""
    head = clone.tip(form.branch)
    if not head:
        return None
    base = clone.base(clone.main_tip, head)
    paths = clone.paths_changed(base, head) if base else []
    path = paths[0] if len(paths) == 1 and is_entry_file(paths[0]) else ""
    text = clone.text(head, path) if path else None
    if text is None:
        return Branch(head, "", "", is_ours=False)
    return Branch(head, path, text, is_ours=_is_ours(clone, form, head))


def _is_ours(clone: Clone, form: FormName, head: str) -> bool:
    return (
        len(clone.commits_since(clone.main_tip, head)) <= 1
        and clone.committed_by(head) == ADDRESS
        and form.trailer in clone.message(head).splitlines()
    )


def published(clone: Clone, form: FormName) -> str:
    """Return the commit by which a form's change came into the guide, or ""."""
    return clone.found(form.trailer, clone.main_tip)


def published_path(clone: Clone, commit: str) -> str:
    """Return the entry's file that a commit brought into the guide, or ""."""
    paths = clone.paths_changed(clone.parents(commit)[0], commit)
    return next(filter(is_entry_file, paths), "")
