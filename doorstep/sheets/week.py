"""A week and what it is about -> a sheet for noticeboards: whole entries on one page, by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.sheets.about import about_sheet, one_side, sheet_frame
from doorstep.sheets.feet import more_words
from doorstep.sheets.qr_codes import address_words
from doorstep.sheets.week_choosing import Chosen, Sheet, chosen
from doorstep.sheets.week_filters import sheet_filter_words, sheet_filters
from doorstep.sheets.week_parts import WeekDay, WeekSheetView, WeekWords
from doorstep.sheets.week_rows import nothing_words, rows_about, window_of
from doorstep.sheets.week_subjects import everything, other_weeks, sheet_name, subjects
from doorstep.views.list_pages import BANDS
from doorstep.views.time_words import day_words
from doorstep.views.whats_on_days import days_in
from doorstep.views.whats_on_pages import days_words

if TYPE_CHECKING:
    from datetime import date

    from doorstep.guide import Guide
    from doorstep.sheets.week_subjects import Subject

SCRIPTS = ("filter-form.js", "filter-address.js", "sheet-fitting.js", "sheet-filter.js")


def week_sheet_view(guide: Guide, *, is_next: bool = False) -> WeekSheetView:
    """Return the sheet of the seven days from today on, or of the next week."""
    return _view(guide, everything(guide), is_next=is_next)


def choice_sheet_view(guide: Guide, slug: str, *, is_next: bool) -> WeekSheetView:
    """Return the sheet of one topic, area or audience, or of what is near a landmark."""
    return _view(guide, subjects(guide)[slug], is_next=is_next)


def _view(guide: Guide, subject: Subject, *, is_next: bool) -> WeekSheetView:
    rows = rows_about(guide, subject, is_next=is_next)
    sheet = _sheet(guide, subject, is_next=is_next)
    held = chosen(guide, sheet, rows)
    name = sheet_name(guide, subject, is_next=is_next)
    others = other_weeks(guide, subject, is_next=is_next)
    return WeekSheetView(
        frame=sheet_frame(guide, name.path, name.heading, "week", SCRIPTS if rows else ()),
        about=about_sheet(guide, name.heading, name.intro, one_side(guide), others),
        filters=sheet_filters(guide, rows),
        filter_words=sheet_filter_words(guide),
        title=subject.title,
        days_words=sheet.dates,
        letters=str(held.fit.size.points),
        gap=str(held.fit.gap),
        empty="" if rows else nothing_words(guide, subject, is_next=is_next),
        days=_days(guide, sheet, held) if rows else (),
        beyond=held.beyond,
        words=sheet.words,
        foot=held.foot,
    )


def _sheet(guide: Guide, subject: Subject, *, is_next: bool) -> Sheet:
    say, window = guide.words.say, window_of(guide, is_next=is_next)
    dates = days_words(guide, window)
    if subject.landmark:
        dates = say("{days}. Up to {minutes} minutes’ walk away.", days=dates, minutes=BANDS[-1])
    return Sheet(subject, window, dates, _words(guide, subject))


def _words(guide: Guide, subject: Subject) -> WeekWords:
    say, address = guide.words.say, address_words(guide, subject.more)
    return WeekWords(
        none_more=more_words(guide, 0, subject.more),
        one_more=more_words(guide, 1, subject.more),
        many_more=say(
            "{number} more are in the guide: scan the square, or go to {address}",
            number="{number}",
            address=address,
        ),
        nothing=say("Nothing that we know of"),
        elsewhere=say("See the guide"),
        only=say("Only: {choices}", choices="{choices}"),
    )


def _days(guide: Guide, sheet: Sheet, held: Chosen) -> tuple[WeekDay, ...]:
    return tuple(_day(guide, sheet, held, day) for day in days_in(sheet.window))


def _day(guide: Guide, sheet: Sheet, held: Chosen, day: date) -> WeekDay:
    of_day = sorted(
        (pair for pair in held.rows if pair[0][0] == day), key=lambda pair: pair[0][1].start
    )
    rows = tuple(row for _, row in of_day)
    return WeekDay(
        heading=day_words(day, guide.words, guide.today),
        rows=rows,
        without=sheet.words.elsewhere if rows else sheet.words.nothing,
        is_without=all(row.is_spare for row in rows),
    )
