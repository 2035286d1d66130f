"""A kind and a title -> the file of a new entry, every line with a word on what to write there."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from doorstep.dates import worded
from doorstep.entries import MODELS
from doorstep.keys import example_of, fields_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from doorstep.drafts import Draft
    from doorstep.kinds import Kind

ASKED = (
    "side", "summary", "topics", "for", "when", "open", "where", "come_along", "cost", "access",
    "languages", "contact", "you_can_help", "consent",
)  # fmt: skip
"""Keys a new file begins with, in the order a page shows them; the rest are in docs/fields.md."""


class NotNew(ValueError):
    """Says why no file was written."""


def slug_of(title: str) -> str:
    """Return a title as it stands in an address: small letters, figures and hyphens."""
    plain = unicodedata.normalize("NFKD", title.casefold()).replace("’", "").replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")[:80]


def write_new_entry(draft: Draft, kind: Kind, title: str, today: date) -> Path:
    """Write the file and return where it is; one that is there already is left alone."""
    slug = slug_of(title)
    if not slug:
        raise NotNew(f"“{title}” has no letters for an address. Give it a title with some.")
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


def next_number(draft: Draft) -> int:
    """Return the smallest number above all that are in use."""
    return max((entry.number or 0 for entry in draft.entries), default=100) + 1


def new_entry(kind: Kind, title: str, number: int, today: date) -> str:
    """Return the text of a new entry: what to write on each line stands after a #."""
    fields = fields_of(MODELS[kind])
    lines = ["---", f"number: {number}", f"title: {_quoted(title)}"]
    for key in ASKED:
        if key in fields:
            lines.append(f"# {example_of(key, fields[key])}   # {fields[key].description}")
    lines += [f"checked: {worded(today)}, in person", "---", "", "Anything longer goes here.", ""]
    return "\n".join(lines)


def _quoted(title: str) -> str:
    return "'" + title.replace("'", "''") + "'"
