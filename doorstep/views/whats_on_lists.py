"""A guide -> the links between the lists of What's on, and the words their script says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.views import runs
from doorstep.views.changes import when_of
from doorstep.views.parts import Link, LinkList
from doorstep.views.whats_on_days import months
from doorstep.views.whats_on_parts import FilterWords, OldPage
from doorstep.views.wording import href_of

if TYPE_CHECKING:
    from datetime import date

    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence
    from doorstep.views.runs import Line


def list_links(guide: Guide, path: str) -> tuple[Link, ...]:
    """Return the ready-made lists, the one at this path marked."""
    say, this_month = guide.words.say, months(guide.today)[0]
    lists = (
        (say("Today"), at.TODAY),
        (say("This weekend"), at.WEEKEND),
        (say("This week"), at.WHATS_ON),
        (say("Next week"), at.NEXT_WEEK),
        (say("Every week"), at.EVERY_WEEK),
        (month_words(guide, this_month), at.month_path(this_month)),
    )
    return tuple(Link(text, guide.permalinks.href(to), is_current=to == path) for text, to in lists)


def month_links(guide: Guide, path: str) -> LinkList:
    """Return a link to each month, the one at this path marked."""
    links = tuple(month_link(guide, first, path) for first in months(guide.today))
    return LinkList(guide.words.say("Month by month"), links)


def months_around(guide: Guide, first: date) -> LinkList | None:
    """Return the month before and the month after, as far as the guide knows them."""
    known = months(guide.today)
    place = known.index(first)
    around = known[max(place - 1, 0) : place + 2]
    links = tuple(month_link(guide, month, "") for month in around if month != first)
    return LinkList(guide.words.say("The month before and after"), links)


def month_link(guide: Guide, first: date, path: str) -> Link:
    """Return the link to what is on in a month."""
    to = at.month_path(first)
    return Link(month_words(guide, first), guide.permalinks.href(to), is_current=to == path)


def month_words(guide: Guide, first: date) -> str:
    """Return a month with its year: December 2026."""
    name = guide.words.month_name(first.month)
    return guide.words.say("{month} {year}", month=name, year=first.year)


def nothing_but(guide: Guide, nothing: str, coming: Occurrence | None) -> Line:
    """Return that there is nothing, and what is next all the same."""
    if coming is None:
        return (runs.words(guide.words.say("{nothing}.", nothing=nothing)),)
    entry = guide.catalogue.by_slug[coming.slug]
    when = when_of(guide, coming)
    said = guide.words.say("{nothing}. Next: {when},", nothing=nothing, when=when)
    return (runs.words(said + " "), runs.link(entry.title, href_of(guide, entry)))


def old_page(guide: Guide, last_day: date) -> OldPage:
    """Return what a script says of lists by day when the page has grown old."""
    say = guide.words.say
    return OldPage(
        last_day=last_day.isoformat(),
        today=say("Today, {day}", day="{day}"),
        tomorrow=say("Tomorrow, {day}", day="{day}"),
        nothing=say("Nothing more in these days. There are other lists."),
        beyond=say("These days are over, and this page is old. Phone us for what is on."),
        script=guide.early_script,
    )


def filter_words(guide: Guide) -> FilterWords:
    """Return what the script of these lists says; it fills the {places} itself."""
    say = guide.words.say
    return FilterWords(
        one=say("1 thing"),
        many=say("{number} things", number="{number}"),
        none=say("Nothing here is like that. Take a filter away, or look at another list."),
        open=say("Filter this list"),
        apply=say("Apply filters"),
        clear=say("Clear all filters"),
        remove=say("Remove: {name}", name="{name}"),
    )
