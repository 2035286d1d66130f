"""Views -> the pages of What's on that there are many of: by month, and by choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.outputs.pages import page
from doorstep.views.whats_on_pages import choice_view, month_view

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from doorstep.outputs.output import Output, Press
    from doorstep.views.whats_on_choices import Choice


def month_page(press: Press, first: date) -> Iterator[Output]:
    """Yield what is on in a month."""
    yield from page(press, "whats_on.html", at.month_path(first), month_view(press.guide, first))


def choice_page(press: Press, choice: Choice) -> Iterator[Output]:
    """Yield what is to come of one choice."""
    path = at.choice_path(choice.slug)
    yield from page(press, "whats_on.html", path, choice_view(press.guide, choice))
