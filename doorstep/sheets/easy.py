"""A guide -> itself in Easy Read: pictures and short sentences, on fewer than 24 pages."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.catalogue import title_key
from doorstep.entries import Page, Side, Story
from doorstep.kinds import Kind
from doorstep.sheets.about import about_sheet, sheet_frame, stapled
from doorstep.sheets.choosing import entries_in_order, printable
from doorstep.sheets.easy_front import front_entries
from doorstep.sheets.easy_pages import easy_entry, pages_of
from doorstep.sheets.easy_parts import EasyEntry, EasyView
from doorstep.sheets.easy_wording import is_easy
from doorstep.sheets.feet import (
    checked_words,
    formats_words,
    help_line_words,
    maker_words,
    valid_to,
)
from doorstep.sheets.fitting import turn_about
from doorstep.sheets.qr_codes import address_words, qr_code
from doorstep.views.dates_of_entries import is_over
from doorstep.views.sheet_names import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doorstep.entries import Entry
    from doorstep.guide import Guide

MOST = 43
"""Entries: with the first page and with the end, which is as large as an entry, 23 pages."""


def easy_view(guide: Guide) -> EasyView:
    """Return the guide in Easy Read."""
    name = name_of(guide, at.EASY_READ)
    title = guide.words.say("{guide} in Easy Read", guide=guide.config.name)
    told = sorted(_chosen(guide), key=lambda pair: _place(guide, pair[0]))
    end = _end(guide, [entry for entry, _ in told])
    return EasyView(
        frame=sheet_frame(guide, at.EASY_READ, name.heading, "easy"),
        about=about_sheet(guide, name.heading, name.intro, stapled(guide)),
        title=title,
        pages=pages_of(
            guide.words,
            front_entries(guide, title, len(told)),
            [*(easy for _, easy in told), end],
        ),
    )


def _chosen(guide: Guide) -> Iterator[tuple[Entry, EasyEntry]]:
    """Return the first entries in the order of choice, a topic in turn, that fit."""
    catalogue = guide.catalogue
    known = chain(
        catalogue.of_kind(Kind.GROUP), catalogue.of_kind(Kind.EVENT), catalogue.help_on(Side.GET)
    )
    going_on = (entry for entry in known if not is_over(guide, entry))
    in_order = turn_about(entries_in_order(guide, going_on), lambda one: next(iter(one.topics), ""))
    easy = ((entry, easy_entry(guide, entry)) for entry in in_order)
    return islice(((entry, words) for entry, words in easy if words), MOST)


def _place(guide: Guide, entry: Entry) -> tuple[int, str]:
    """Return where an entry stands: by its first topic, then by title."""
    topics = list(guide.topics)
    topic = next((topics.index(one) for one in entry.topics if one in topics), len(topics))
    return topic, title_key(entry.title)


def _end(guide: Guide, shown: Sequence[Entry]) -> EasyEntry:
    """Return what every sheet carries, in short sentences."""
    say, slugs = guide.words.say, {entry.slug for entry in shown}
    address = address_words(guide, at.HOME)
    told = [one for one in printable(guide) if not isinstance(one, Story | Page)]
    sentences = (
        f"{help_line_words(guide)}.",
        _more(guide, sum(one.slug not in slugs for one in told)),
        say("To see it all, scan the square with a phone."),
        say("Or go to {address}", address=address),
        formats_words(guide),
        f"{valid_to(guide)}.",
        checked_words(guide, shown),
        maker_words(guide),
    )
    return EasyEntry(
        qr=qr_code(guide, at.HOME),
        title=say("More in the guide"),
        sentences=tuple(one for one in sentences if one and is_easy(one)),
    )


def _more(guide: Guide, number: int) -> str:
    if not number:
        return ""
    return guide.words.count(
        "There is {number} more thing in the guide.",
        "There are {number} more things in the guide.",
        number,
    )
