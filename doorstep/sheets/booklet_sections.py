"""The entries of a booklet -> its sections, as blocks in the order of reading."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from doorstep.catalogue import title_key
from doorstep.entries import Help, Side
from doorstep.sheets.booklet_blocks import (
    PieceBlock,
    entry_block,
    heading_block,
    row_block,
    subheading_block,
    words_block,
)
from doorstep.sheets.booklet_entries import booklet_entry
from doorstep.sheets.booklet_parts import BookletRow
from doorstep.sheets.booklet_week import week_of
from doorstep.sheets.panels import nothing_words
from doorstep.sheets.wording import number_words
from doorstep.views.help_topics import by_first_topic
from doorstep.views.wording import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.sheets.booklet_week import Round, Weekday

LONGEST_NUMBER = 88
"""A number of a page that is as long as any."""

FEW_TOPICS = 3
"""With fewer topics than this a booklet goes from A to Z."""

CONTENTS, PHONES, WEEK, GET, GIVE = "#contents", "#phones", "#week", "#get", "#give"
A_TO_Z, INDEX, MAP, NOTES = "#a-to-z", "#index", "#map", "#notes"
"""What sections are asked for by; no slug of an entry begins with that sign."""

Name = tuple[str, str]
"""What a section is asked for by, and what it is called."""

Pages = Mapping[str, int]
"""The page of each entry and section, as far as it is known."""


class Section(Struct, frozen=True):
    """Some pages about one thing."""

    mark: str
    """What it is asked for by."""
    heading: str
    """What it is called."""
    blocks: tuple[PieceBlock, ...]
    """What stands below the heading."""

    @property
    def all_blocks(self) -> tuple[PieceBlock, ...]:
        """The heading and what stands below it."""
        return (heading_block(self.heading, self.mark), *self.blocks)


class Offered(Struct, frozen=True):
    """What a booklet is chosen from, and what is worked out for all of it at once."""

    entries: tuple[Entry, ...]
    """Entries, in the order of choice."""
    by_title: tuple[Entry, ...]
    """The same as they stand in the guide."""
    week: tuple[Weekday, ...]
    """What comes round, by days of the week."""
    is_by_topic: bool
    """Whether there are topics enough to go by; otherwise it goes from A to Z."""


def offered_of(guide: Guide, entries: Sequence[Entry]) -> Offered:
    """Return what a booklet is chosen from."""
    topics = {topic for entry in entries for topic in entry.topics[:1]}
    return Offered(
        entries=tuple(entries),
        by_title=tuple(sorted(entries, key=lambda entry: (title_key(entry.title), entry.slug))),
        week=week_of(guide, entries),
        is_by_topic=len(topics) >= FEW_TOPICS,
    )


def sections_of(
    guide: Guide, offered: Offered, entries: Sequence[Entry], pages: Pages
) -> list[Section]:
    """Return the sections with these entries, but for the contents before them."""
    say = guide.words.say
    shown = by_title(offered, entries)
    others = [entry for entry in shown if not isinstance(entry, Help)]
    return [
        *_week(guide, offered, shown, pages),
        Section(GET, say("Get help"), _help(guide, shown, Side.GET)),
        Section(GIVE, say("Give help"), _help(guide, shown, Side.GIVE)),
        *(_topics(guide, others) if offered.is_by_topic else [_a_to_z(guide, others)]),
    ]


def by_title(offered: Offered, entries: Iterable[Entry]) -> list[Entry]:
    """Return entries as they stand in the guide."""
    slugs = {entry.slug for entry in entries}
    return [entry for entry in offered.by_title if entry.slug in slugs]


def contents(guide: Guide, names: Iterable[Name], pages: Pages) -> Section:
    """Return the list of sections with their pages."""
    rows = (BookletRow(text=name, page=page_words(guide, pages, mark)) for mark, name in names)
    return Section(CONTENTS, guide.words.say("Contents"), tuple(row_blocks(guide, rows)))


def index(guide: Guide, entries: Sequence[Entry], pages: Pages) -> Section:
    """Return entries by their names, which are in order, and on which page each is."""
    rows = (entry_row(guide, entry, pages, details=number_words(guide, entry)) for entry in entries)
    return Section(INDEX, guide.words.say("By name"), tuple(row_blocks(guide, rows)))


def entry_row(
    guide: Guide, entry: Entry, pages: Pages, *, lead: str = "", details: str = ""
) -> BookletRow:
    """Return an entry in one line, and on which page it is."""
    return BookletRow(
        lead=lead,
        text=entry.title,
        is_name=entry.kind in NAMES,
        details=details,
        page=page_words(guide, pages, entry.slug),
    )


def row_blocks(guide: Guide, rows: Iterable[BookletRow]) -> list[PieceBlock]:
    """Return the lines of a list, with room for the page whichever it will be.

    The last of them never stands on a page alone.
    """
    longest = guide.words.say("page {number}", number=LONGEST_NUMBER)
    blocks = [row_block(row, longest) for row in rows]
    blocks[-2:-1] = [replace(one, stays_with_next=True) for one in blocks[-2:-1]]
    return blocks


def page_words(guide: Guide, pages: Pages, mark: str) -> str:
    """Return on which page something is; "" as long as nobody knows."""
    return guide.words.say("page {number}", number=pages[mark]) if mark in pages else ""


def _week(
    guide: Guide, offered: Offered, entries: Iterable[Entry], pages: Pages
) -> Iterator[Section]:
    """Yield what is on every week, where something is."""
    slugs = {entry.slug for entry in entries}
    blocks = [
        block
        for day in offered.week
        if (rounds := [one for one in day.rounds if one.slug in slugs])
        for block in _day(guide, day.heading, rounds, pages)
    ]
    if blocks:
        yield Section(WEEK, guide.words.say("What’s on every week"), tuple(blocks))


def _day(guide: Guide, heading: str, rounds: Iterable[Round], pages: Pages) -> Iterator[PieceBlock]:
    """Yield a day and what is on; the day is said again where its lines go on overleaf."""
    day = subheading_block(heading)
    yield day
    rows = (replace(one.row, page=page_words(guide, pages, one.slug)) for one in rounds)
    yield from (replace(block, under=day) for block in row_blocks(guide, rows))


def _help(guide: Guide, entries: Iterable[Entry], side: Side) -> tuple[PieceBlock, ...]:
    found = [entry for entry in entries if isinstance(entry, Help) and entry.side is side]
    return _whole(guide, found)


def _topics(guide: Guide, entries: Sequence[Entry]) -> Iterator[Section]:
    for topic in by_first_topic(guide, entries):
        yield Section(f"#topic-{topic.id}", topic.label, _whole(guide, topic.entries))


def _a_to_z(guide: Guide, entries: Sequence[Entry]) -> Section:
    say = guide.words.say
    heading = say("A to Z") if entries else say("Groups and places")
    return Section(A_TO_Z, heading, _whole(guide, entries))


def _whole(guide: Guide, entries: Sequence[Entry]) -> tuple[PieceBlock, ...]:
    """Return whole entries, or that there are none and whom to tell about one."""
    if not entries:
        return (words_block(nothing_words(guide)),)
    return tuple(entry_block(booklet_entry(guide, entry.slug), entry.slug) for entry in entries)
