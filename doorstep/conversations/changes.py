"""A change that was made of a form -> its page on the forge, opened, kept right and closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doorstep.comparisons.markdown import as_markdown
from doorstep.conversations.threads import Change
from doorstep.forge import ForgeSaidNo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorstep.comparisons.changes import EntryChange
    from doorstep.conversations.threads import Thread
    from doorstep.forge import Forge

LABEL = "form"
"""By which reviewers find what came in, and are reminded of it."""

LONGEST_TITLE = 100

_REFUSED = (403, 422)


def open_change(
    forge: Forge, thread: Thread, changes: Sequence[EntryChange], main: str
) -> Change | None:
    """Open or renew the page of a change; None where the settings let no workflow open one."""
    about = {"title": title_of(changes, thread.number), "body": body_of(changes, thread.number)}
    if thread.change and thread.change.is_open:
        forge.send("PATCH", f"pulls/{thread.change.number}", about)
        return thread.change
    try:
        opened = forge.send("POST", "pulls", about | {"head": thread.branch, "base": main})
    except ForgeSaidNo as reason:
        if reason.status in _REFUSED:
            return None
        raise
    put_label(forge, opened["number"])
    return Change(opened["number"], is_open=True)


def put_label(forge: Forge, number: int) -> None:
    """Label a form, or the change made of it, so that people find what waits for them."""
    forge.send("POST", f"issues/{number}/labels", {"labels": [LABEL]})


def close_change(forge: Forge, thread: Thread) -> None:
    """Close the page of a change, where one is open."""
    if thread.change and thread.change.is_open:
        forge.send("PATCH", f"pulls/{thread.change.number}", {"state": "closed"})


def empty_page(forge: Forge, change: Change, form: int) -> None:
    """Leave nothing on the page of a change that was sent; its older words a person deletes."""
    about = {"title": title_of((), form), "body": body_of((), form)}
    forge.send("PATCH", f"pulls/{change.number}", about)


def title_of(changes: Sequence[EntryChange], form: int) -> str:
    """Return what changes for readers, in one line of plain words.

    A title may become the message of a commit, and GitHub acts on some of what stands there, such
    as “[skip ci]” and “fixes #12”: so no marks are left in it.
    """
    sentence = next((change.sentences[0] for change in changes if change.sentences), "")
    plain = re.sub(r"[^\w\s.,:;'’“”£%&()-]|_|(?<=\bgh)-", " ", sentence, flags=re.IGNORECASE)
    words = " ".join(plain.split())[:LONGEST_TITLE].strip()
    return f"{words or 'A change'} (form {form})"


def body_of(changes: Sequence[EntryChange], form: int) -> str:
    """Return what stands on the page of a change; the mark tells ours from everybody else's."""
    said = as_markdown(changes)
    how = f"Answers #{form}. To put it live, comment **yes** there or here."
    return f"<!-- doorstep:form -->\n{how}\n\n{said}"
