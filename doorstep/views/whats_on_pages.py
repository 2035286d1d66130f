"""Windows of days and choices -> the pages of What's on, none of which is ever empty."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from doorstep import permalinks as at
from doorstep.occurrences import Window
from doorstep.views import runs
from doorstep.views import whats_on_days as spans
from doorstep.views.framing import PageFacts, frame_of
from doorstep.views.invitations import missing_invitation
from doorstep.views.parts import Link
from doorstep.views.stars import SCRIPTS as STARS
from doorstep.views.stars import stars_in_list
from doorstep.views.whats_on_choices import coming, filters_of, next_of
from doorstep.views.whats_on_listing import listing
from doorstep.views.whats_on_lists import (
    filter_words,
    list_links,
    month_links,
    month_words,
    months_around,
    nothing_but,
    old_page,
)
from doorstep.views.whats_on_paper import paper_links, sheet_of_choice
from doorstep.views.whats_on_rows import days_view
from doorstep.views.whats_on_views import WhatsOnView

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence
    from doorstep.views.parts import LinkList
    from doorstep.views.runs import Line
    from doorstep.views.whats_on_choices import Choice, Coming
    from doorstep.views.whats_on_listing import Listing, Row
    from doorstep.views.whats_on_parts import Day

LONG = 20
"""From so many rows on, a page has links to its days."""

SCRIPTS = ("filter-form.js", "filter-address.js", "filters.js", *STARS)

FILTERS = "filters"
"""The fragment the filters stand at."""


class Page(Struct, frozen=True, kw_only=True):
    """What is particular to a page of What's on."""

    path: str
    heading: str
    nothing: str
    intro: str = ""
    last_day: date
    around: LinkList | None = None
    day_name: Callable[[date], str] | None = None
    """What a link to a day of the page is called; None for pages without them."""
    sheet: str = ""
    """What its week sheet is called in addresses; "" for the plain one."""


def week_view(guide: Guide) -> WhatsOnView:
    """Return what is on in the seven days from today on."""
    say, window = guide.words.say, spans.this_week(guide.today)
    page = Page(
        path=at.WHATS_ON,
        heading=say("What’s on this week"),
        nothing=say("Nothing this week"),
        last_day=window.last,
        day_name=lambda day: guide.words.weekday_name(day.weekday()),
        intro=days_words(guide, window),
    )
    return _window_view(guide, page, window)


def weekend_view(guide: Guide) -> WhatsOnView:
    """Return what is on this weekend."""
    say, window = guide.words.say, spans.weekend(guide.today)
    page = Page(
        path=at.WEEKEND,
        heading=say("What’s on this weekend"),
        nothing=say("Nothing this weekend"),
        last_day=window.last,
        intro=days_words(guide, window),
    )
    return _window_view(guide, page, window)


def next_week_view(guide: Guide) -> WhatsOnView:
    """Return what is on next week."""
    say, window = guide.words.say, spans.next_week(guide.today)
    page = Page(
        path=at.NEXT_WEEK,
        heading=say("What’s on next week"),
        nothing=say("Nothing next week"),
        last_day=window.last,
        day_name=lambda day: guide.words.weekday_name(day.weekday()),
        intro=days_words(guide, window),
    )
    return _window_view(guide, page, window)


def month_view(guide: Guide, first: date) -> WhatsOnView:
    """Return what is on in a month; of this one, what is left."""
    month, window = month_words(guide, first), spans.month(first)
    page = Page(
        path=at.month_path(first),
        heading=guide.words.say("What’s on in {month}", month=month),
        nothing=guide.words.say("Nothing in {month}", month=month),
        last_day=window.last,
        around=months_around(guide, first),
        day_name=lambda day: str(day.day),
    )
    return _window_view(guide, page, Window(max(window.first, guide.today), window.last))


def today_view(guide: Guide) -> WhatsOnView:
    """Return what is on today, and hidden the days after it, for a script that moves today on."""
    say, week = guide.words.say, spans.this_week(guide.today)
    found = listing(guide, week)
    page = Page(
        path=at.TODAY,
        heading=_today_heading(guide, guide.today),
        nothing=say("Nothing today"),
        last_day=guide.today,
    )
    view = _window_view(guide, page, spans.only(guide.today))
    old = replace(
        old_page(guide, week.last if found.is_whole else guide.today),
        heading=say("What’s on today"),
        nothing=say("Nothing more today. There are other lists."),
    )
    return replace(view, days=_days_to_come(guide, found), old=old)


def _days_to_come(guide: Guide, week: Listing) -> tuple[Day, ...]:
    """Return today, and where there is room the days after it, each with the page to itself."""
    today = listing(guide, spans.only(guide.today)).rows
    later = [row for row in week.rows if row[0] > guide.today] if week.is_whole else []
    return tuple(_with_the_page(guide, day) for day in days_view(guide, (*today, *later)))


def _with_the_page(guide: Guide, day: Day) -> Day:
    heading = _today_heading(guide, date.fromisoformat(day.date))
    return replace(day, is_later=day.date > guide.today.isoformat(), page_heading=heading)


def _today_heading(guide: Guide, day: date) -> str:
    return guide.words.say("What’s on today, {day}", day=guide.words.weekday(day))


def choice_view(guide: Guide, choice: Choice) -> WhatsOnView:
    """Return what is to come of one choice."""
    say, found = guide.words.say, coming(guide).get(choice.facet)
    page = Page(
        path=at.choice_path(choice.slug),
        heading=choice.heading,
        nothing=say("Nothing in the next 4 weeks"),
        last_day=spans.coming_weeks(guide.today).last,
        intro=_how_far(guide, found),
        sheet=sheet_of_choice(choice),
    )
    if found is None:
        return _view(guide, page, (), next_of(guide, choice.facet))
    return _view(guide, page, tuple(found.rows), None)


def _how_far(guide: Guide, found: Coming | None) -> str:
    """Return how far ahead the page of a choice looks."""
    if found is None or found.number == len(found.rows):
        return guide.words.say("In the next 4 weeks.")
    shown, number = len(found.rows), found.number
    return guide.words.say(
        "The first {shown} of {number} in the next 4 weeks.", shown=shown, number=number
    )


def _window_view(guide: Guide, page: Page, window: Window) -> WhatsOnView:
    found = listing(guide, window)
    is_empty = found.is_whole and not found.rows
    after = guide.diary.first_after(window.last) if is_empty else None
    view = _view(guide, page, found.rows, after)
    return view if found.is_whole else replace(view, weekly=_weekly(guide), empty=())


def _view(guide: Guide, page: Page, rows: tuple[Row, ...], after: Occurrence | None) -> WhatsOnView:
    words, filters = guide.words, filters_of(guide, page.path)
    return WhatsOnView(
        frame=frame_of(guide, _page_facts(guide, page)),
        heading=page.heading,
        intro=page.intro,
        lists_label=words.say("Lists of what’s on"),
        lists=list_links(guide, page.path),
        count=words.count("{number} thing", "{number} things", len(rows)) if rows else "",
        stars=stars_in_list(guide) if rows else None,
        to_filters=Link(filters.heading, f"#{FILTERS}") if filters.groups else None,
        jump_label=words.say("Days on this page"),
        jumps=_jumps(page, rows),
        weekly=(),
        days=days_view(guide, rows),
        empty=() if rows else nothing_but(guide, page.nothing, after),
        until=page.last_day.isoformat(),
        old=old_page(guide, page.last_day),
        around=page.around,
        filters=filters,
        months=month_links(guide, page.path),
        paper=paper_links(guide, page.sheet),
        words=filter_words(guide),
        invitation=missing_invitation(guide),
    )


def _jumps(page: Page, rows: tuple[Row, ...]) -> tuple[Link, ...]:
    """Return links to the days of a long page."""
    days = list(dict.fromkeys(day for day, _ in rows))
    if page.day_name is None or len(days) < 2 or len(rows) < LONG:
        return ()
    return tuple(Link(page.day_name(day), f"#day-{day.isoformat()}") for day in days)


def _page_facts(guide: Guide, page: Page) -> PageFacts:
    up = Link(guide.words.say("What’s on"), guide.permalinks.href(at.WHATS_ON))
    above = () if page.path == at.WHATS_ON else (up,)
    return PageFacts(
        path=page.path, heading=page.heading, above=above, scripts=SCRIPTS, has_early_script=True
    )


def _weekly(guide: Guide) -> Line:
    """Return where to find what comes round every week, on a page that has no room for it."""
    say = guide.words.say
    link = runs.link(say("what is on every week"), guide.permalinks.href(at.EVERY_WEEK))
    return (runs.words(say("Here is what is not so every week. See also") + " "), link)


def days_words(guide: Guide, window: Window) -> str:
    """Return from which day to which: Sunday 22 to Saturday 28 November 2026."""
    if window.first == window.last:
        return guide.words.weekday(window.first)
    return guide.words.days(window.first, window.last)
