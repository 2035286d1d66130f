"""What is on today and this week -> a few rows for the first page and for the Near pages."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep import permalinks as at
from doorstep.views.cards import place_name
from doorstep.views.endings import end_of
from doorstep.views.parts import Link
from doorstep.views.whats_on_listing import rows_this_week
from doorstep.views.whats_on_lists import nothing_but, old_page
from doorstep.views.whats_on_rows import day_of, happening
from doorstep.views.wording import walk_words

if TYPE_CHECKING:
    from doorstep.config import Landmark
    from doorstep.guide import Guide
    from doorstep.views.runs import Line
    from doorstep.views.whats_on_listing import Row
    from doorstep.views.whats_on_parts import Day, Happening, OldPage

FIRST_FEW = 5
"""Rows on the first page."""

SPARE = 10
"""Rows behind them, for when some of them are over."""

MOST_NEAR = 8
"""Rows on the page of a landmark, before all that is near it."""


def first_of_today(guide: Guide) -> Day:
    """Return the first things of today, under the heading of today."""
    today = guide.diary.on(guide.today)
    rows = (
        _briefly(happening(guide, occurrence, guide.today), place)
        for place, occurrence in enumerate(today[: FIRST_FEW + SPARE])
    )
    return day_of(guide, guide.today, rows)


def _briefly(row: Happening, place: int) -> Happening:
    """Return a row with no tags but those that may spoil a journey, and no work for scripts."""
    tags = tuple(tag for tag in row.tags if tag.tone == "alert")
    return replace(row, tags=tags, is_spare=place >= FIRST_FEW, facets="", has_star=False)


def old_first_page(guide: Guide) -> OldPage:
    """Return what a script says of today on a first page that has grown old."""
    return replace(
        old_page(guide, guide.today),
        nothing=guide.words.say("Nothing more today."),
        beyond=guide.words.say("What is on now is in these lists."),
        most=str(FIRST_FEW),
    )


def nothing_on(guide: Guide) -> Line:
    """Return that nothing is on today, and what is next."""
    nothing = guide.words.say("Nothing is on today")
    return nothing_but(guide, nothing, guide.diary.first_after(guide.today))


def today_links(guide: Guide) -> tuple[Link, ...]:
    """Return the ways from the first page into What's on."""
    say, number = guide.words.say, len(guide.diary.on(guide.today))
    links = (
        (say("This weekend"), at.WEEKEND),
        (say("This week"), at.WHATS_ON),
        (say("Every week"), at.EVERY_WEEK),
    )
    lists = tuple(Link(text, guide.permalinks.href(to)) for text, to in links)
    return (_see_all(guide, number), *lists) if number else lists


def _see_all(guide: Guide, number: int) -> Link:
    """Return the way to all of today, whose number is not that of tomorrow."""
    text = guide.words.count("See {number} thing today", "See all {number} today", number)
    href, over = guide.permalinks.href(at.TODAY), guide.words.say("Today")
    return Link(text, href, ends=end_of(guide.today, guide.config.time_zone), over=over)


def soon_near(guide: Guide, landmark: Landmark, minutes: int) -> tuple[Day, ...]:
    """Return what is on this week within a walk of a landmark, with the minutes from there."""
    near = guide.catalogue.near(landmark.position, minutes)
    walks = {one.thing.slug: walk_words(guide, one.minutes, landmark.name) for one in near}
    # What is somewhere else this once may well be far from here.
    rows = [row for row in rows_this_week(guide) if row[1].slug in walks and not row[1].where]
    return tuple(
        day_of(guide, day, [_from_here(guide, row, walks[row[1].slug]) for row in of_day])
        for day, of_day in groupby(rows[:MOST_NEAR], key=lambda row: row[0])
    )


def _from_here(guide: Guide, row: Row, walk: str) -> Happening:
    day, occurrence = row
    place = place_name(guide, guide.catalogue.by_slug[occurrence.slug])
    where = ", ".join(filter(None, (place, walk)))
    return replace(happening(guide, occurrence, day), where=where, facets="")
