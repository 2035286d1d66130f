"""A change that is in the guide and published -> the last answer: it is live, and where."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from doorstep.conversations import wording
from doorstep.conversations.answering import Turn, forget_pictures
from doorstep.conversations.branches import FormName, published, published_path
from doorstep.conversations.markers import Says
from doorstep.conversations.numbering import entry_in, number_in
from doorstep.conversations.offices import Desk
from doorstep.conversations.threads import read_thread
from doorstep.importers.issue_form.proposals import Proposal
from doorstep.permalinks import Permalinks, entry_path, number_path

if TYPE_CHECKING:
    from doorstep.conversations.events import Event
    from doorstep.conversations.offices import Office


def tell_it_is_live(event: Event, office: Office) -> None:
    """Say on a form that what it says is live, close it, and forget the pictures."""
    thread = read_thread(office.forge, event, office.owner)
    if thread is None:
        return
    with TemporaryDirectory() as folder:
        desk = Desk.in_folder(office, Path(folder))
        form = FormName(office.repository, thread.number)
        commit = published(desk.clone, form)
        if not commit:
            return
        turn = Turn(desk, thread, form, "", Proposal(action=None))
        last = thread.last_answer
        if last is None or last[1].says is not Says.LIVE:
            turn.write(Says.LIVE, _words(desk, commit))
        turn.close("completed")
        forget_pictures(desk, thread)


def _words(desk: Desk, commit: str) -> str:
    path = published_path(desk.clone, commit)
    text = desk.clone.text(commit, path) or ""
    source = entry_in(text, path) if path else None
    permalinks = Permalinks.under(desk.office.config.url)
    if source is None:
        return wording.live("The change", 0, permalinks.url)
    number = number_in(text, path)
    page = number_path(number) if number else entry_path(source.kind, source.slug)
    title = source.front_matter.get("title")
    name = title if isinstance(title, str) else source.slug
    return wording.live(" ".join(name.split()), number, permalinks.absolute(page))
