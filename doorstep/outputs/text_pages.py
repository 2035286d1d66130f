"""A story or a plain page -> its own page, to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.outputs.pages import page
from doorstep.permalinks import entry_path
from doorstep.views.text_pages import text_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.entries import Entry
    from doorstep.outputs.output import Output, Press


def text_page(press: Press, entry: Entry) -> Iterator[Output]:
    """Yield a story or a plain page."""
    path = entry_path(entry.kind, entry.slug)
    yield from page(press, "text.html", path, text_view(press.guide, entry))
