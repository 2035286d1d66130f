"""A guide and what stands on a sheet -> the foot that every full-size sheet carries."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from doorstep.sheets.measuring import Lettering
from doorstep.sheets.parts import SheetFoot
from doorstep.sheets.qr_codes import address_words, qr_code
from doorstep.sheets.wording import phone_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from doorstep.entries import Entry
    from doorstep.guide import Guide

LONGEST = timedelta(weeks=3)
"""How long a sheet may hang at most: what is older is wrong more often than not."""

PHONE = Lettering(16, is_bold=True)
WORDS = Lettering(12)
FORMATS = Lettering(16)


def put_up_until(guide: Guide, last: date | None = None) -> str:
    """Return until when a sheet may hang: its last day, and three weeks at most."""
    end = good_until(guide)
    until = min(last, end) if last else end
    return guide.words.say("Put up until {day}.", day=guide.words.weekday(until))


def valid_to(guide: Guide, last: date | None = None) -> str:
    """Return until when a sheet for the hand is right: three weeks, or its own last day."""
    return guide.words.say("Valid to {day}", day=guide.words.weekday(last or good_until(guide)))


def good_until(guide: Guide) -> date:
    """Return the last day that a sheet for the hand is good for."""
    return guide.today + LONGEST


def checked_words(guide: Guide, entries: Iterable[Entry]) -> str:
    """Return between which days the facts on a sheet were checked; "" where there are none."""
    days = sorted({entry.checked.on for entry in entries if entry.checked})
    if not days:
        return ""
    if len(days) == 1:
        return guide.words.say("Checked {day}.", day=guide.words.day(days[0]))
    span = guide.words.span(days[0], days[-1])
    return guide.words.say("Checked {days}.", days=span)


def more_words(guide: Guide, number: int, path: str) -> str:
    """Return how many more there are and where, or that all of it is there too."""
    address = address_words(guide, path)
    if not number:
        return guide.words.say("Scan the square, or go to {address}", address=address)
    return guide.words.count(
        "{number} more is in the guide: scan the square, or go to {address}",
        "{number} more are in the guide: scan the square, or go to {address}",
        number,
        address=address,
    )


def help_line_words(guide: Guide) -> str:
    """Return whom to phone about anything: Phone 020 7946 0123, Harbour Row forum."""
    line = guide.config.help_line
    named = ", ".join(filter(None, (phone_words(line.phone), line.name)))
    return guide.words.say("Phone {number}", number=named)


def formats_words(guide: Guide) -> str:
    """Return whom to ask for the sheet in another form."""
    return guide.words.say(
        "Ask for this in large print or another language: {phone}",
        phone=phone_words(guide.config.help_line.phone),
    )


def maker_words(guide: Guide) -> str:
    """Return who made a sheet, and when."""
    return guide.words.say(
        "Made by {forum} on {day}.",
        forum=guide.config.forum.name,
        day=guide.words.day(guide.today),
    )


def foot_of(
    guide: Guide, path: str, entries: Iterable[Entry], *, more: int = 0, last: date | None = None
) -> SheetFoot:
    """Return the foot of a sheet about these entries; the rest is on the page at `path`."""
    lines = (
        more_words(guide, more, path),
        put_up_until(guide, last),
        checked_words(guide, entries),
    )
    return SheetFoot(
        qr=qr_code(guide, path),
        phone=help_line_words(guide),
        lines=tuple(filter(None, lines)),
        formats=formats_words(guide),
        maker=maker_words(guide),
    )


def foot_height(foot: SheetFoot, width: float) -> float:
    """Return how high a foot is beside its code of 30 mm, in a sheet of this width, all in mm."""
    beside = width - 36
    words = PHONE.height(foot.phone, beside) + FORMATS.height(foot.formats, beside)
    words += sum(WORDS.height(line, beside) for line in (*foot.lines, foot.maker))
    return max(30.0, words) + 4
