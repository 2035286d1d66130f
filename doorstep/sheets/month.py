"""A month -> a sheet for a fridge or a noticeboard: its dates in columns, on one page."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep import permalinks as at
from doorstep.occurrences import Window
from doorstep.sheets.about import about_sheet, one_side, sheet_frame
from doorstep.sheets.feet import foot_height, foot_of, more_words
from doorstep.sheets.measuring import Lettering
from doorstep.sheets.month_fitting import WIDE, fit_month
from doorstep.sheets.month_parts import MonthColumn, MonthDay, MonthSheetView
from doorstep.sheets.month_rows import month_items
from doorstep.sheets.unchecked import unchecked_words
from doorstep.sheets.wording import as_line
from doorstep.showing import Face
from doorstep.views.parts import Link, LinkList
from doorstep.views.sheet_names import name_of
from doorstep.views.whats_on_days import month, month_after
from doorstep.views.whats_on_lists import month_words
from doorstep.views.whats_on_pages import days_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from doorstep.guide import Guide
    from doorstep.sheets.month_fitting import Block, MonthFit
    from doorstep.sheets.month_rows import Item
    from doorstep.sheets.parts import SheetFoot

HIGH = 209.5 - 2 * 10
"""Millimetres between the margins of A4 on its side."""

TITLE, DATES = Lettering(24, 1.1, is_bold=True), Lettering(14)

AROUND_TITLE = 3.0
"""Millimetres of space and rules that are no letters."""

A_WEEK = 7


def month_sheet_view(guide: Guide) -> MonthSheetView:
    """Return the sheet of this month, or of the next one when little of this one is left."""
    say, first = guide.words.say, month_to_print(guide.today)
    name, window = name_of(guide, at.MONTH_SHEET), _window(guide, first)
    title = say("What’s on in {month}", month=month_words(guide, first))
    ask = say("Phone and say a number to hear more")
    dates = as_line((guide.config.name, days_words(guide, window), ask))
    items = month_items(guide, window)
    above = TITLE.height(title, WIDE) + DATES.height(dates, WIDE) + AROUND_TITLE
    foot = _foot(guide, first, window, items)
    fit = fit_month(items, HIGH - above - foot_height(foot, WIDE))
    more = more_words(guide, len(items) - len(fit.items), at.month_path(first))
    return MonthSheetView(
        frame=sheet_frame(guide, name.path, name.heading, "month"),
        about=about_sheet(guide, name.heading, name.intro, _steps(guide), (_weeks(guide),)),
        title=title,
        days_words=dates,
        letters=str(fit.points),
        empty="" if items else _nothing(guide),
        columns=tuple(_column(fit, blocks) for blocks in fit.columns),
        foot=replace(foot, lines=(more, *foot.lines[1:])),
    )


def month_to_print(today: date) -> date:
    """Return the first day of the month: this one as long as more than a week of it is left."""
    first = today.replace(day=1)
    left = (month_after(first) - today).days - 1
    return first if left > A_WEEK else month_after(first)


def _nothing(guide: Guide) -> str:
    dated = (entry for entry in guide.catalogue.seen_on(Face.ITS_OWN) if entry.when)
    nothing = guide.words.say("Nothing that month that we know of.")
    return as_line((unchecked_words(guide, dated),)) or nothing


def _window(guide: Guide, first: date) -> Window:
    whole = month(first)
    return Window(max(whole.first, guide.today), whole.last)


def _foot(guide: Guide, first: date, window: Window, items: Sequence[Item]) -> SheetFoot:
    entries = [guide.catalogue.by_slug[item.slug] for item in items]
    return foot_of(guide, at.month_path(first), entries, more=len(items), last=window.last)


def _steps(guide: Guide) -> tuple[str, ...]:
    say = guide.words.say
    return (say("Use A4 paper, on its side. Black ink is enough."), *one_side(guide)[1:])


def _weeks(guide: Guide) -> LinkList:
    paths = (at.WEEK_SHEET, at.NEXT_WEEK_SHEET)
    links = (Link(name_of(guide, path).heading, guide.permalinks.href(path)) for path in paths)
    return LinkList(guide.words.say("When"), tuple(links))


def _column(fit: MonthFit, blocks: Sequence[Block]) -> MonthColumn:
    there = [item for item in fit.items if item.block in blocks]
    in_order = sorted(there, key=lambda item: (item.block, item.start, item.slug))
    days = groupby(in_order, key=lambda item: item.block)
    return MonthColumn(tuple(_day(list(items)) for _, items in days))


def _day(items: Sequence[Item]) -> MonthDay:
    return MonthDay(items[0].heading, tuple(item.row for item in items))
