"""Views -> the pages of What's on: by day, by month, by choice, and the timetable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doorstep import permalinks as at
from doorstep.outputs.output import Output, Press, Renderer
from doorstep.outputs.pages import page
from doorstep.views.redirects import past_month_view
from doorstep.views.whats_on_choices import Choice, choices
from doorstep.views.whats_on_days import months, past_months
from doorstep.views.whats_on_pages import (
    choice_view,
    month_view,
    next_week_view,
    today_view,
    week_view,
    weekend_view,
)
from doorstep.views.whats_on_timetable import every_week_view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from doorstep.guide import Guide

LISTS: tuple[tuple[str, str, Callable[[Guide], Any]], ...] = (
    ("whats_on.html", at.WHATS_ON, week_view),
    ("whats_on.html", at.TODAY, today_view),
    ("whats_on.html", at.WEEKEND, weekend_view),
    ("whats_on.html", at.NEXT_WEEK, next_week_view),
    ("timetable.html", at.EVERY_WEEK, every_week_view),
)
"""Layout, path and view of each ready-made list."""


def list_page(press: Press, number: int) -> Iterator[Output]:
    """Yield a ready-made list, by its place among them."""
    layout, path, view_of = LISTS[number]
    yield from page(press, layout, path, view_of(press.guide))


def month_page(press: Press, first: date) -> Iterator[Output]:
    """Yield what is on in a month."""
    yield from page(press, "whats_on.html", at.month_path(first), month_view(press.guide, first))


def choice_page(press: Press, choice: Choice) -> Iterator[Output]:
    """Yield what is to come of one choice."""
    path = at.choice_path(choice.slug)
    yield from page(press, "whats_on.html", path, choice_view(press.guide, choice))


def past_month_page(press: Press, first: date) -> Iterator[Output]:
    """Yield what leads from a month that is over to what is on now."""
    yield from page(press, "redirect.html", at.month_path(first), past_month_view(press.guide))


def whats_on_paths(guide: Guide) -> list[str]:
    """Return the path of every page of What's on."""
    return [
        *(path for _, path, _ in LISTS),
        *(at.month_path(first) for first in months(guide.today)),
        *(at.choice_path(choice.slug) for choice in choices(guide)),
    ]


WHATS_ON: tuple[Renderer[Any], ...] = (
    Renderer(lambda _: range(len(LISTS)), list_page),
    Renderer(lambda guide: months(guide.today), month_page),
    Renderer(lambda guide: past_months(guide.today), past_month_page),
    Renderer(choices, choice_page),
)
"""Every page of What's on."""
