"""Happenings on their days -> the rows of What's on, by day."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from doorstep.occurrences import State
from doorstep.tracing import kept
from doorstep.views.cards import place_name
from doorstep.views.changes import change_words, place_of_change, tag_of, when_of
from doorstep.views.dates_of_entries import moment_of
from doorstep.views.endings import ends_on
from doorstep.views.stars import star_of
from doorstep.views.time_words import day_words, occurrence_time
from doorstep.views.whats_on_facets import WEEKDAYS, facets_of
from doorstep.views.whats_on_parts import Day, Happening
from doorstep.views.wording import (
    MOST_TAGS,
    NAMES,
    as_sentence,
    href_of,
    number_of,
    standing_tags_of,
    walk_from_landmark,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence
    from doorstep.views.parts import Number, Tag
    from doorstep.views.whats_on_listing import Row


class Usual(Struct, frozen=True):
    """What every row of an entry says, whenever it is."""

    title: str
    href: str
    number: Number | None
    where: str
    tags: tuple[Tag, ...]
    is_name: bool
    has_star: bool


def days_view(guide: Guide, rows: Iterable[Row]) -> tuple[Day, ...]:
    """Return rows, which come in order, under their days; days with nothing are left out."""
    return tuple(
        replace(
            day_of(guide, day, [happening(guide, occurrence, day) for _, occurrence in of_day]),
            facet=WEEKDAYS[day.weekday()],
        )
        for day, of_day in groupby(rows, key=lambda row: row[0])
    )


def day_of(guide: Guide, day: date, rows: Iterable[Happening]) -> Day:
    """Return rows under the heading of their day."""
    plain = day_words(day, guide.words, guide.today)
    return Day(day.isoformat(), heading_of(guide, day), plain, tuple(rows))


def heading_of(guide: Guide, day: date) -> str:
    """Return a day in words, after "Today" or "Tomorrow" where that is true."""
    plain, ahead = day_words(day, guide.words, guide.today), (day - guide.today).days
    if ahead == 0:
        return guide.words.say("Today, {day}", day=plain)
    return guide.words.say("Tomorrow, {day}", day=plain) if ahead == 1 else plain


def happening(guide: Guide, occurrence: Occurrence, day: date) -> Happening:
    """Return the row of a happening on one of its days."""
    usual, tag = _usual(guide, occurrence.slug), tag_of(guide, occurrence)
    tags = _tags_elsewhere(guide, occurrence) if occurrence.where else usual.tags
    is_off = occurrence.state is not State.ON
    return Happening(
        title=_title(guide, occurrence, usual.title),
        href=usual.href,
        number=usual.number,
        time=_time(guide, occurrence),
        starts=moment_of(occurrence),
        where=_where(guide, occurrence) if occurrence.where else usual.where,
        note=change_words(guide, occurrence),
        tags=(*((tag,) if tag else ()), *(() if is_off else tags))[:MOST_TAGS],
        ends=ends_on(occurrence, day),
        facets=" ".join(one for one in facets_of(guide, occurrence, day) if one not in WEEKDAYS),
        is_name=usual.is_name and not is_off,
        has_star=usual.has_star,
    )


@kept(20_000)
def _usual(guide: Guide, slug: str) -> Usual:
    entry = guide.catalogue.by_slug[slug]
    position = guide.catalogue.position_of(entry)
    walk = walk_from_landmark(guide, position) if position else ""
    return Usual(
        title=entry.title,
        href=href_of(guide, entry),
        number=number_of(guide, entry),
        where=", ".join(filter(None, (place_name(guide, entry), walk))),
        tags=standing_tags_of(guide, entry),
        is_name=entry.kind in NAMES,
        has_star=bool(star_of(guide, entry)),
    )


def _tags_elsewhere(guide: Guide, occurrence: Occurrence) -> tuple[Tag, ...]:
    entry = guide.catalogue.by_slug[occurrence.slug]
    return standing_tags_of(guide, entry, occurrence.where)


def _title(guide: Guide, occurrence: Occurrence, title: str) -> str:
    if occurrence.state is State.CANCELLED:
        return guide.words.say("Cancelled: {title}", title=title)
    if occurrence.state is State.MOVED:
        return guide.words.say("Moved: {title}", title=title)
    return title


def _time(guide: Guide, occurrence: Occurrence) -> str:
    """Return the time alone, under the heading of its day; all of it for several days."""
    if occurrence.last_day > occurrence.start.date():
        return when_of(guide, occurrence)
    return occurrence_time(occurrence, guide.words)


def _where(guide: Guide, occurrence: Occurrence) -> str:
    """Return the other place of this one date, and how far that is to walk."""
    place = guide.catalogue.place_named(occurrence.where)
    position = guide.catalogue.position_of(place) if place else None
    walk = walk_from_landmark(guide, position) if position else ""
    return ", ".join(filter(None, (as_sentence(place_of_change(guide, occurrence)), walk)))
