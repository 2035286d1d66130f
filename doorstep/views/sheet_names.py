"""What every sheet is called and what it is for, on its own page and in the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep import permalinks as at
from doorstep.tracing import kept

if TYPE_CHECKING:
    from doorstep.guide import Guide

FOUND_SHEETS = frozenset(
    {
        *(at.WEEK_SHEET, at.NEXT_WEEK_SHEET, at.MONTH_SHEET),
        *(at.LEAFLET, at.BOOKLET, at.POCKET_GUIDE, at.WALLET_CARDS),
        *(at.LARGE_PRINT, at.EASY_READ, at.TELL_US_FORM, at.SHORTLIST),
    }
)
"""Sheets that search engines may show; a poster only says again what its entry's page says."""


class SheetName(Struct, frozen=True):
    """One sheet there is once."""

    path: str
    """Its path."""
    heading: str
    """What it is called."""
    intro: str
    """What it is for, in one sentence."""


class SheetGroup(Struct, frozen=True):
    """Sheets for one use."""

    heading: str
    """The use."""
    names: tuple[SheetName, ...]
    """The sheets."""


@kept(4)
def sheet_groups(guide: Guide) -> tuple[SheetGroup, ...]:
    """Return the sheets by what they are for."""
    say = guide.words.say
    return (
        SheetGroup(say("For a noticeboard"), _noticeboard(guide)),
        SheetGroup(say("For a doormat, a counter or a bag"), _by_hand(guide)),
        SheetGroup(say("Easier to read"), _easier(guide)),
        SheetGroup(say("To choose and to write on"), _to_write_on(guide)),
        SheetGroup(say("For those who keep the guide"), _for_keepers(guide)),
    )


def name_of(guide: Guide, path: str) -> SheetName:
    """Return what the sheet at a path is called."""
    return _names(guide)[path]


@kept(4)
def _names(guide: Guide) -> dict[str, SheetName]:
    return {name.path: name for group in sheet_groups(guide) for name in group.names}


def _noticeboard(guide: Guide) -> tuple[SheetName, ...]:
    say = guide.words.say
    return (
        SheetName(
            at.WEEK_SHEET,
            say("Week sheet"),
            say("Seven days on one page, for a noticeboard or a counter."),
        ),
        SheetName(
            at.NEXT_WEEK_SHEET,
            say("Next week’s sheet"),
            say("Monday to Sunday of next week on one page, to put up in good time."),
        ),
        SheetName(at.MONTH_SHEET, say("Month sheet"), say("The dates of a month on one page.")),
    )


def _by_hand(guide: Guide) -> tuple[SheetName, ...]:
    say = guide.words.say
    return (
        SheetName(
            at.LEAFLET,
            say("Folding leaflet"),
            say("One sheet, two folds: what is on, get help and give help."),
        ),
        SheetName(
            at.BOOKLET,
            say("Booklet"),
            say("The guide to hold and to keep, with a map and a page for notes."),
        ),
        SheetName(
            at.POCKET_GUIDE,
            say("Pocket guide"),
            say("Eight small pages from one sheet and one cut."),
        ),
        SheetName(
            at.WALLET_CARDS,
            say("Wallet cards"),
            say("Ten cards with the numbers to phone."),
        ),
    )


def _easier(guide: Guide) -> tuple[SheetName, ...]:
    say = guide.words.say
    return (
        SheetName(
            at.LARGE_PRINT,
            say("Large print"),
            say("The guide in large letters, one column, nothing small."),
        ),
        SheetName(
            at.EASY_READ,
            say("Easy Read"),
            say("Short sentences with a picture beside them."),
        ),
    )


def _to_write_on(guide: Guide) -> tuple[SheetName, ...]:
    say = guide.words.say
    return (
        SheetName(
            at.SHORTLIST,
            say("My shortlist"),
            say("The things you chose with a star, with room for notes."),
        ),
        SheetName(
            at.TELL_US_FORM,
            say("Tell-us form"),
            say("For people without internet: what to add or change, by hand."),
        ),
    )


def _for_keepers(guide: Guide) -> tuple[SheetName, ...]:
    say = guide.words.say
    return (
        SheetName(
            at.CHECK_UP,
            say("Check-up sheet"),
            say("For the forum’s meeting: what to make sure of next."),
        ),
        SheetName(
            at.EDITORS_CARD,
            say("How to change this guide"),
            say("One page to pin up: each step, from what you are told to the website."),
        ),
    )
