"""An entry -> the addresses of its forms, already filled in, and of its file in GitHub's editor.

GitHub fills in boxes for text by their ids, and nothing else: where an address also names a list
to choose from, GitHub shows an empty page in place of the form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from doorstep.forms.answers import answers_of
from doorstep.forms.kinds_of_forms import Action
from doorstep.forms.labels import labels_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorstep.config import SiteConfig
    from doorstep.entries import Entry
    from doorstep.forms.answers import Answers
    from doorstep.kinds import Kind

LONGEST = 6000
"""Letters of an address. GitHub refuses more than about 8,000, and a browser may add some."""

FILLED_LAST = ("body", "changes", "more", "directions")
"""Boxes that are left empty first, where an address would be too long: empty changes nothing."""


def change_address(entry: Entry, config: SiteConfig, titles: Mapping[str, str]) -> str:
    """Return where the form for changing an entry is, filled in with what the entry says.

    `titles` are those of places, by their slugs. "" without a repository, and for a safe space,
    which is never talked of in public.
    """
    answers = answers_of(entry.written, titles, labels_of(config))
    form = f"{Action.CHANGE}-{entry.kind}"
    return _about(entry, config, form, f"Change: {entry.title}", answers)


def still_right_address(entry: Entry, config: SiteConfig) -> str:
    """Return where to say that an entry is still right, which takes one tap more; or ""."""
    title = f"Still right: {entry.title}"
    return _about(entry, config, str(Action.STILL_RIGHT), title, {"on": "today"})


def add_address(kind: Kind, config: SiteConfig) -> str:
    """Return where the empty form for something new of a kind is, or ""."""
    return _form(config, f"{Action.ADD}-{kind}", "", {})


def missing_address(words: str, config: SiteConfig) -> str:
    """Return where to say that something is missing, with the words that were looked for; or ""."""
    said = f"I looked for “{words}” in the guide and did not find it." if words else ""
    return _form(config, str(Action.TELL_US), "", {"words": said} if said else {})


def edit_address(entry: Entry, config: SiteConfig) -> str:
    """Return where an entry's file is in GitHub's own editor, or ""."""
    if not config.repository or entry.sensitive:
        return ""
    branch, file = quote(config.editing.branch), quote(entry.file)
    return f"{config.repository.rstrip('/')}/edit/{branch}/{file}"


def called(entry: Entry) -> str:
    """Return what stands in the box that says which entry is meant: its slug is sure."""
    number = f"{entry.number}, " if entry.number else ""
    return f"{number}{entry.title} ({entry.slug})"


def _about(entry: Entry, config: SiteConfig, form: str, title: str, answers: Answers) -> str:
    if entry.sensitive:
        return ""
    return _form(config, form, title, {"entry": called(entry), **answers})


def _form(config: SiteConfig, form: str, title: str, answers: Answers) -> str:
    if not config.repository:
        return ""
    about = {"title": title} if title else {}
    base = f"{config.repository.rstrip('/')}/issues/new"
    for kept in _ever_fewer(answers):
        # An entry's own title is the box "name": "title" is the title of the whole issue.
        named = {_BOX_NAMES.get(name, name): words for name, words in kept.items()}
        query = urlencode({"template": f"{form}.yml", **about, **named}, quote_via=quote)
        address = f"{base}?{query}"
        if len(address) <= LONGEST:
            break
    return address


_BOX_NAMES = {"title": "name", "body": "text"}
"""Boxes whose ids mean something else in GitHub's own addresses."""


def box_name(box_id: str) -> str:
    """Return the id of a box on GitHub."""
    return _BOX_NAMES.get(box_id, box_id)


def _ever_fewer(answers: Answers) -> list[Answers]:
    """Return the answers, and then always one fewer: the long ones go first."""
    by_length = sorted(answers, key=lambda name: len(answers[name]), reverse=True)
    goes = [*(name for name in FILLED_LAST if name in answers), *by_length]
    kept = [dict(answers)]
    for name in dict.fromkeys(goes):
        if name != "entry":
            kept.append({key: words for key, words in kept[-1].items() if key != name})
    return kept
