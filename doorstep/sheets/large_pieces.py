"""The guide -> what may stand in large print, piece by piece, in the order it is chosen."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

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
    from collections.abc import Callable, Iterable, Iterator

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.occurrences import Window
    from doorstep.sheets.large_parts import LargeEntry
    from doorstep.views.whats_on_listing import Row

WEEK, GET, GIVE, GROUPS = range(4)
"""The parts, in their order."""


class Piece(Struct, frozen=True, kw_only=True):
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


class _Choice(NamedTuple):
    """A piece that is not written yet."""

    part: int
    write: Callable[[], Piece]


def pieces_in_order(guide: Guide, window: Window) -> Iterator[Piece]:
    """Yield all there is in the order of choice, each part in turn."""
    say, on = guide.words.say, guide.catalogue.help_on
    parts = (
        _week(guide, window),
        _help(guide, GET, say("Get help"), on(Side.GET)),
        _help(guide, GIVE, say("Give help"), on(Side.GIVE)),
        _groups(guide),
    )
    yield from (one.write() for one in turn_about(chain(*parts), lambda choice: choice.part))


def _week(guide: Guide, window: Window) -> list[_Choice]:
    """Return what is on, a day in turn, so that the end of the week is as full as its beginning."""
    found = list(dated_rows(guide, window))
    in_order = turn_about(rows_in_order(guide, found), lambda row: row[0])
    return [_Choice(WEEK, partial(_row_piece, guide, row)) for row in in_order]


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


def _help(guide: Guide, part: int, heading: str, entries: Iterable[Entry]) -> list[_Choice]:
    in_order = turn_about(entries_in_order(guide, entries), _topic)
    return [_Choice(part, partial(_help_piece, guide, part, heading, entry)) for entry in in_order]


def _help_piece(guide: Guide, part: int, heading: str, entry: Entry) -> Piece:
    return Piece(
        order=(part, 0, title_key(entry.title)),
        part=heading,
        chapter=heading,
        slug=entry.slug,
        entry=large_entry(guide, entry),
    )


def _groups(guide: Guide) -> list[_Choice]:
    """Return the groups, a topic in turn."""
    groups = guide.catalogue.of_kind(Kind.GROUP)
    topics = {
        entry.slug: (place, topic.label)
        for place, topic in enumerate(by_first_topic(guide, groups))
        for entry in topic.entries
    }
    in_order = turn_about(entries_in_order(guide, groups), _topic)
    return [
        _Choice(GROUPS, partial(_group_piece, guide, entry, *topics[entry.slug]))
        for entry in in_order
    ]


def _group_piece(guide: Guide, entry: Entry, place: int, topic: str) -> Piece:
    say = guide.words.say
    return Piece(
        order=(GROUPS, place, title_key(entry.title)),
        part=say("Groups"),
        heading=topic,
        chapter=say("Groups: {topic}", topic=topic),
        slug=entry.slug,
        entry=large_entry(guide, entry),
    )


def _topic(entry: Entry) -> str:
    return next(iter(entry.topics), "")
