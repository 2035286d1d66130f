"""A kind and a title -> the file of a new entry, every line with a word on what to write there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.dates import worded
from doorstep.do_not_list import known_by
from doorstep.entries import MODELS
from doorstep.help_texts import explained_fields_of
from doorstep.history import numbers_ever
from doorstep.keys import example_of
from doorstep.permalinks import RESERVED
from doorstep.slugs import slugified

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from pydantic.fields import FieldInfo

    from doorstep.drafts import Draft
    from doorstep.kinds import Kind

ASKED = (
    "side", "summary", "topics", "for", "when", "open", "where", "come_along", "cost", "access",
    "languages", "contact", "you_can_help", "consent",
)  # fmt: skip
"""Keys a new file begins with, in the order a page shows them; the rest are in docs/fields.md."""


BEFORE_THE_FIRST = 100
"""The first number has three figures, so that nobody takes it for a place in a list."""


class NotNew(ValueError):  # noqa: N818 - a name that reads as a sentence
    """Says why no file was written."""


def write_new_entry(draft: Draft, kind: Kind, title: str, today: date) -> Path:
    """Write the file and return where it is; one that is there already is left alone."""
    slug = slugified(title)
    if not slug:
        raise NotNew(f"“{title}” has no letters for an address. Give it a title with some.")
    _refuse_who_asked(draft, title, slug)
    if slug in RESERVED.get(kind, ()):
        raise NotNew(f"The guide has a page called “{slug}” already. Give it another title.")
    if slug in draft.titles:
        raise NotNew(f"The name “{slug}” is taken by {draft.titles[slug]}. Give it another title.")
    path = draft.content / kind.folder / f"{slug}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(new_entry(kind, title, next_number(draft), today))
    except FileExistsError:
        raise NotNew(f"{path} is there already.") from None
    return path


def _refuse_who_asked(draft: Draft, title: str, slug: str) -> None:
    """Raise NotNew for a group that asked not to be listed, or while nobody can tell who did."""
    if draft.do_not_list.has_any(known_by({"title": title}, slug)):
        phone = draft.config.help_line.name_and_number
        raise NotNew(f"This group asked not to be listed. Phone {phone} before you change that.")
    if not draft.do_not_list.is_whole:
        raise NotNew("The list of groups that asked not to be listed has to be mended first.")


def next_number(draft: Draft) -> int:
    """Return the smallest number above all that an entry has, or ever had: none is used twice."""
    return max({BEFORE_THE_FIRST, *_used(draft)}) + 1


def is_free(number: int, draft: Draft) -> bool:
    """Say whether no entry has a number, or ever had it."""
    return number not in _used(draft)


def _used(draft: Draft) -> set[int]:
    now = {entry.number for entry in draft.entries if entry.number}
    return now | numbers_ever(draft.content)


def new_entry(kind: Kind, title: str, number: int, today: date) -> str:
    """Return the text of a new entry: what to write on each line stands after a #."""
    fields = explained_fields_of(MODELS[kind])
    lines = ["---", f"number: {number}", f"title: {_quoted(title)}"]
    lines += [_line_for(key, fields[key]) for key in ASKED if key in fields]
    # Writing it down is no check: whoever asked takes the # away.
    help_text = fields["checked"].description
    lines += [f"# checked: {worded(today)}, by phone   # {help_text}", "---", ""]
    return "\n".join(lines)


def _line_for(key: str, field: FieldInfo) -> str:
    # One of the two sides has to be there; that a person agreed is for nobody to say beforehand.
    mark = "" if key == "side" else "# "
    return f"{mark}{example_of(key, field)}   # {field.description}"


def _quoted(title: str) -> str:
    return "'" + " ".join(title.split()).replace("'", "''") + "'"
