"""What is on about a subject -> what stands on its sheet, what waits hidden, how much is beyond."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from doorstep.sheets.feet import foot_height, foot_of, more_words
from doorstep.sheets.measuring import Lettering
from doorstep.sheets.week_filters import beyond_words, held_on_page, row_facets
from doorstep.sheets.week_fitting import Fit, Line, Page, fit
from doorstep.sheets.week_parts import WeekRow
from doorstep.sheets.week_wording import WIDE, week_row
from doorstep.views.time_words import day_words
from doorstep.views.whats_on_days import days_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorstep.guide import Guide
    from doorstep.occurrences import Window
    from doorstep.sheets.parts import SheetFoot
    from doorstep.sheets.week_parts import WeekWords
    from doorstep.sheets.week_subjects import Subject
    from doorstep.sheets.week_wording import RowWords
    from doorstep.views.whats_on_listing import Row

HIGH = 297.0 - 2 * 10
"""Millimetres between the margins of upright A4."""

TITLE, DATES = Lettering(26, 1.1, is_bold=True), Lettering(14)

AROUND_TITLE = 3.0
"""Millimetres of space and rules that are no letters."""


class Sheet(Struct, frozen=True):
    """What a week sheet is about, and what stands above its days."""

    subject: Subject
    """What it is about."""
    window: Window
    """Which days."""
    dates: str
    """Those in words."""
    words: WeekWords
    """What a script says on it."""


class Chosen(Struct, frozen=True):
    """The rows of a sheet."""

    rows: tuple[tuple[Row, WeekRow], ...]
    """Those that its page holds, shown or hidden, in the order of choice."""
    beyond: str
    """The facets of those that it does not hold, as JSON."""
    fit: Fit
    """How they stand there."""
    foot: SheetFoot
    """What it carries, with how many more there are."""


def chosen(guide: Guide, sheet: Sheet, rows: Sequence[Row]) -> Chosen:
    """Return what becomes of rows, which come in the order of choice."""
    facets = [row_facets(guide, row) for row in rows]
    held = held_on_page((row[0], some) for row, some in zip(rows, facets, strict=True))
    entries = [guide.catalogue.by_slug[rows[place][1].slug] for place in held]
    # The facts of whatever a script may put there were checked between these days.
    foot = foot_of(guide, sheet.subject.more, entries, more=len(rows), last=sheet.window.last)
    on_paper = fit(_page(guide, sheet, foot), [_line(guide, rows[place]) for place in held])
    more = more_words(guide, len(rows) - len(on_paper.places), sheet.subject.more)
    return Chosen(
        rows=tuple(
            (
                rows[place],
                _week_row(
                    week_row(guide, rows[place]),
                    facets[place],
                    rank,
                    is_spare=rank not in on_paper.places,
                ),
            )
            for rank, place in enumerate(held)
        ),
        beyond=beyond_words(facets[place] for place in sorted({*range(len(rows))} - {*held})),
        fit=on_paper,
        foot=replace(foot, lines=(more, *foot.lines[1:])),
    )


def _page(guide: Guide, sheet: Sheet, foot: SheetFoot) -> Page:
    above = TITLE.height(sheet.subject.title, WIDE) + DATES.height(sheet.dates, WIDE)
    return Page(
        headings={day: day_words(day, guide.words, guide.today) for day in days_in(sheet.window)},
        without=sheet.words.nothing,
        room=HIGH - above - AROUND_TITLE - foot_height(foot, WIDE),
    )


def _line(guide: Guide, row: Row) -> Line:
    words = week_row(guide, row)
    return Line(row[0], words.bold, words.plain)


def _week_row(words: RowWords, facets: tuple[str, ...], rank: int, *, is_spare: bool) -> WeekRow:
    return WeekRow(
        time=words.time,
        title=words.title,
        is_name=words.is_name,
        number=words.number,
        details=words.details,
        rank=str(rank),
        facets=" ".join(facets),
        is_spare=is_spare,
    )
