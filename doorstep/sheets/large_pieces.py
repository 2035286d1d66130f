"""The guide -> what may stand in large print, piece by piece, in the order it is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from doorstep.catalogue import title_key
from doorstep.entries import Side
from doorstep.kinds import Kind
from doorstep.sheets.choosing import entries_in_order, rows_in_order
from doorstep.sheets.fitting import turn_about
from doorstep.sheets.large_entries import large_entry, large_happening
from doorstep.views.help_topics import by_first_topic
from doorstep.views.time_words import day_words
from doorstep.views.whats_on_listing import dated_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.occurrences import Window
    from doorstep.sheets.large_parts import LargeEntry
    from doorstep.views.whats_on_listing import Row

WEEK, GET, GIVE, GROUPS = range(4)
"""The parts, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One entry, or one thing on one day, and where it stands."""

    order: tuple[int, int, str]
    """Its part, its heading within the part, and its place under that."""
    part: str
    """The heading of its part."""
    heading: str = ""
    """The heading within the part, or ""."""
    chapter: str
    """The line of the contents that leads here."""
    slug: str
    """The entry's."""
    entry: LargeEntry
    """What is said of it."""


def pieces_in_order(guide: Guide, window: Window) -> list[Piece]:
    """Return all there is in the order of choice, each part in turn."""
    say, on = guide.words.say, guide.catalogue.help_on
    parts = (
        _week(guide, window),
        _help(guide, GET, say("Get help"), on(Side.GET)),
        _help(guide, GIVE, say("Give help"), on(Side.GIVE)),
        _groups(guide),
    )
    return turn_about(chain(*parts), lambda piece: piece.order[0])


def _week(guide: Guide, window: Window) -> list[Piece]:
    """Return what is on, a day in turn, so that the end of the week is as full as its beginning."""
    found = list(dated_rows(guide, window))
    in_order = turn_about(rows_in_order(guide, found), lambda row: row[0])
    return [_row_piece(guide, row) for row in in_order]


def _row_piece(guide: Guide, row: Row) -> Piece:
    day, one = row
    part = guide.words.say("What’s on this week")
    return Piece(
        order=(WEEK, day.toordinal(), one.start.isoformat()),
        part=part,
        heading=day_words(day, guide.words, guide.today),
        chapter=part,
        slug=one.slug,
        entry=large_happening(guide, row),
    )


def _help(guide: Guide, part: int, heading: str, entries: Iterable[Entry]) -> list[Piece]:
    in_order = turn_about(entries_in_order(guide, entries), _topic)
    return [
        Piece(
            order=(part, 0, title_key(entry.title)),
            part=heading,
            chapter=heading,
            slug=entry.slug,
            entry=large_entry(guide, entry),
        )
        for entry in in_order
    ]


def _groups(guide: Guide) -> list[Piece]:
    """Return the groups, a topic in turn."""
    say, groups = guide.words.say, guide.catalogue.of_kind(Kind.GROUP)
    topics = {
        entry.slug: (place, topic.label)
        for place, topic in enumerate(by_first_topic(guide, groups))
        for entry in topic.entries
    }
    in_order = turn_about(entries_in_order(guide, groups), _topic)
    return [
        Piece(
            order=(GROUPS, topics[entry.slug][0], title_key(entry.title)),
            part=say("Groups"),
            heading=topics[entry.slug][1],
            chapter=say("Groups: {topic}", topic=topics[entry.slug][1]),
            slug=entry.slug,
            entry=large_entry(guide, entry),
        )
        for entry in in_order
    ]


def _topic(entry: Entry) -> str:
    return next(iter(entry.topics), "")
