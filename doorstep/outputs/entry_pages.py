"""An entry -> its own page, with its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.outputs.pages import page
from doorstep.permalinks import entry_path
from doorstep.views.entry_pages import entry_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.entries import Entry
    from doorstep.outputs.output import Output, Press


def facts_page(press: Press, entry: Entry) -> Iterator[Output]:
    """Yield an entry's own page."""
    path = entry_path(entry.kind, entry.slug)
    yield from page(press, "entry.html", path, entry_view(press.guide, entry))
