"""Entries that went live without a number -> their files with one each, for life.

A form's entry gets its number when it goes live. What somebody wrote straight into a file, or in
the browser editor, has none until this gives it one: one after the other, so that none is doubled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.history import first_published
from doorstep.importers.issue_form.rewriting import rewritten
from doorstep.importers.issue_form.writing import write_entry
from doorstep.sources import read_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from doorstep.drafts import Draft
    from doorstep.entries import Entry


class Given(Struct, frozen=True):
    """A number, and what has it from now on."""

    number: int
    title: str


def give_numbers(draft: Draft, first: int) -> Iterator[Given]:
    """Write numbers from the first one on into the files that lack one, the oldest entry first."""
    number = first
    for entry in _without_number(draft):
        if _write_number(draft.content, entry, number):
            yield Given(number, entry.title)
            number += 1


def _without_number(draft: Draft) -> list[Entry]:
    order = first_published(draft.content)
    found = (entry for entry in draft.entries if entry.number is None)
    return sorted(found, key=lambda one: (order.get(_below(one), len(order)), one.origin))


def _below(entry: Entry) -> str:
    """Return the path of an entry's file below the content folder."""
    return entry.file.partition("/")[2]


def _write_number(content: Path, entry: Entry, number: int) -> bool:
    """Write a number into an entry's file; False where that would change anything else."""
    path = content / _below(entry)
    # Read once more: another entry of the same file may just have got its number.
    sources = read_file(path, entry.file, entry.kind).sources
    source = next((one for one in sources if one.slug == entry.slug), None)
    if source is None:
        return False
    facts = {"number": str(number), **source.front_matter}
    text = rewritten(path.read_bytes(), source, facts, source.body)
    if text is None:
        return False
    write_entry(content, _below(entry), text)
    return True
