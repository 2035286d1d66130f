"""Short, former and past addresses -> the pages that lead on from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.outputs.pages import page
from doorstep.views.redirects import past_month_view, redirect_view

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from doorstep.entries import Entry
    from doorstep.kinds import Kind
    from doorstep.outputs.output import Output, Press


def number_page(press: Press, entry: Entry) -> Iterator[Output]:
    """Yield the short address for paper."""
    view = redirect_view(press.guide, entry)
    yield from page(press, "redirect.html", at.number_path(entry.number or 0), view)


def former_page(press: Press, former: tuple[Kind, str]) -> Iterator[Output]:
    """Yield what leads from a former address to where its entry is now."""
    view = redirect_view(press.guide, press.guide.catalogue.former[former])
    yield from page(press, "redirect.html", at.entry_path(*former), view)


def past_month_page(press: Press, first: date) -> Iterator[Output]:
    """Yield what leads from a month that is over to what is on now."""
    yield from page(press, "redirect.html", at.month_path(first), past_month_view(press.guide))
