"""An entry -> a poster: the facts in large letters, and ten strips to tear off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep import permalinks as at
from doorstep.sheets.about import about_sheet, one_side, sheet_frame
from doorstep.sheets.feet import checked_words, formats_words, maker_words, put_up_until
from doorstep.sheets.measuring import Lettering
from doorstep.sheets.poster_parts import PosterFoot, PosterSheetView
from doorstep.sheets.poster_sizes import (
    facts_that_fit,
    poster_height,
    sizes_of,
    with_sentences_that_fit,
)
from doorstep.sheets.poster_tabs import poster_tabs
from doorstep.sheets.poster_words import (
    ask_words,
    hours_of,
    last_day_of,
    phone_of,
    poster_text,
)
from doorstep.sheets.qr_codes import address_words, qr_code
from doorstep.sheets.wording import as_line, number_words
from doorstep.views.parts import Link, LinkList
from doorstep.views.printing import door_link
from doorstep.views.sharing import short_path
from doorstep.views.wording import NAMES, href_of

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.sheets.parts import AboutSheet
    from doorstep.sheets.poster_sizes import PosterText, Sizes

HIGH = 296.5 - 10 - 74 - 3
"""Millimetres between the upper margin and the strips."""

CODE, BESIDE_CODE = 45.0, 190.0 - 45 - 5
"""Millimetres of the code and beside it."""

TOP, PHONE, HOURS = Lettering(14), Lettering(24, 1.15, is_bold=True), Lettering(14)
FORMATS, WORDS = Lettering(16), Lettering(12)

AROUND_FOOT = 4.0
"""Millimetres of space and the rule over the foot."""


def poster_sheet_view(guide: Guide, entry: Entry) -> PosterSheetView:
    """Return the poster of an entry that may be printed."""
    foot = _foot(guide, entry)
    room = HIGH - TOP.line - _foot_height(foot)
    needed = with_sentences_that_fit(poster_text(guide, entry), ask_words(guide), room)
    sizes = sizes_of(needed, room)
    text = _with_summary(needed, entry.summary, sizes, room)
    path, heading = at.poster_path(entry.slug), poster_heading(guide, entry)
    return PosterSheetView(
        frame=sheet_frame(guide, path, heading, "poster"),
        about=_about(guide, entry, heading),
        guide=guide.config.name,
        number=number_words(guide, entry),
        title=text.title,
        is_name=entry.kind in NAMES,
        title_points=sizes.title,
        points=sizes.facts,
        alerts=needed.sentences,
        summary=entry.summary if text is not needed else "",
        facts=facts_that_fit(text, sizes, room),
        foot=foot,
        tabs_label=guide.words.say("Ten strips to tear off say:"),
        tabs=poster_tabs(guide, entry),
    )


def poster_heading(guide: Guide, entry: Entry) -> str:
    """Return what the page of a poster is called."""
    return guide.words.say("Poster: {title}", title=entry.title)


def _about(guide: Guide, entry: Entry, heading: str) -> AboutSheet:
    say = guide.words.say
    page = Link(entry.title, href_of(guide, entry), is_name=entry.kind in NAMES)
    others = (page, *door_link(guide, entry))
    cut = say("Cut along the dashed lines, from the edge up to the solid line.")
    intro = say("One page for a noticeboard, with ten strips to tear off.")
    steps = (*one_side(guide), cut)
    return about_sheet(guide, heading, intro, steps, (LinkList(say("See also"), others),))


def _with_summary(text: PosterText, summary: str, sizes: Sizes, room: float) -> PosterText:
    """Return a poster with its summary, where there is room for it beside the needed facts."""
    longer = replace(text, sentences=(*text.sentences, summary))
    return longer if summary and poster_height(longer, sizes) <= room else text


def _foot(guide: Guide, entry: Entry) -> PosterFoot:
    path = short_path(entry)
    address = address_words(guide, path)
    when = (put_up_until(guide, last_day_of(guide, entry)), checked_words(guide, (entry,)))
    return PosterFoot(
        qr=qr_code(guide, path),
        phone=phone_of(guide, entry),
        hours=hours_of(guide, entry),
        address=guide.words.say("Scan the square, or go to {address}", address=address),
        formats=formats_words(guide),
        lines=(as_line(when), maker_words(guide)),
    )


def _foot_height(foot: PosterFoot) -> float:
    """Return how high the foot is, in millimetres."""
    words = PHONE.height(foot.phone, BESIDE_CODE) + HOURS.height(foot.hours, BESIDE_CODE)
    words += FORMATS.height(foot.formats, BESIDE_CODE)
    words += sum(WORDS.height(line, BESIDE_CODE) for line in (foot.address, *foot.lines))
    return max(CODE, words) + AROUND_FOOT
