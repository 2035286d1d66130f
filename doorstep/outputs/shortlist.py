"""What may be on a shortlist -> its page, and the one file with what is printed of every entry.

One file for all: whoever fetched entries one by one would tell which were chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict

from doorstep import permalinks as at
from doorstep.outputs.output import Output, Press
from doorstep.outputs.pages import page
from doorstep.sheets.shortlist import shortlist_view
from doorstep.sheets.shortlist_entries import listed_entries, numbers_gone
from doorstep.views.structured_data import in_script

if TYPE_CHECKING:
    from collections.abc import Iterator

    from msgspec import Struct

    from doorstep.guide import Guide
    from doorstep.sheets.shortlist_entries import ListedEntry


def shortlist_files(press: Press, path: str) -> Iterator[Output]:
    """Yield the page, which has no PDF because it is empty until somebody chose, then the file."""
    yield from page(press, "sheets/shortlist.html", path, shortlist_view(press.guide))
    yield Output(at.SHORTLIST_ENTRIES, shortlist_entries(press.guide))


def shortlist_entries(guide: Guide) -> bytes:
    """Return what is printed of every entry, by number, and the numbers that are no more."""
    entries = {number: _row(entry) for number, entry in listed_entries(guide).items()}
    facts = {"entries": entries, "gone": numbers_gone(guide)}
    return in_script(facts).encode()


def _row(entry: ListedEntry) -> dict[str, Any]:
    inside = {"changes": entry.changes, "dates": entry.dates}
    return _filled(entry) | {
        name: [_filled(one) for one in several] for name, several in inside.items() if several
    }


def _filled(part: Struct) -> dict[str, Any]:
    """Return what there is of an entry, or of a date; what is empty is left out."""
    return {name: value for name, value in asdict(part).items() if value}
