"""A building or a green space -> a sheet for its own door: all that happens here, by weekday."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.entries import Opening
from doorstep.sheets.about import about_sheet, one_side, sheet_frame
from doorstep.sheets.door_days import door_days, single_dates, told_at
from doorstep.sheets.door_parts import DoorSheetView
from doorstep.sheets.feet import foot_height, foot_of
from doorstep.sheets.fitting import fitted
from doorstep.sheets.measuring import Lettering
from doorstep.sheets.poster_sizes import LONG_TITLES, is_short, title_letters
from doorstep.sheets.poster_words import ask_words, phone_of
from doorstep.sheets.unchecked import unchecked_words
from doorstep.sheets.wording import as_line, number_words
from doorstep.views.dates_of_entries import rules_in_words
from doorstep.views.facts import not_known
from doorstep.views.opening_changes import opening_notes
from doorstep.views.parts import Link, LinkList
from doorstep.views.printing import poster_link
from doorstep.views.sharing import short_path
from doorstep.views.wording import NAMES, href_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.sheets.door_days import Told
    from doorstep.sheets.door_parts import DoorRow
    from doorstep.sheets.parts import AboutSheet, SheetFoot

HIGH, WIDE = 296.5 - 2 * 10, 210.0 - 2 * 10
"""Millimetres between the margins of upright A4."""

DAY, AFTER_DAY = 45.0, 2.0
"""How wide the column of days is in door.css, and how much of that stays empty."""

BESIDE = WIDE - DAY
"""Beside the column of days."""

LINE, TOP = Lettering(14, 1.2, is_bold=True), Lettering(14)

LETTERS = (20, 18, 16, 14)
"""Points of what happens here: large where it is little, never smaller than the last."""

TITLES = (28, 24, 20)
"""Points of the name: smaller only where a long one does not fit."""

NOTES_HIGH = 60.0
"""Millimetres of days on which it is not open as usual."""

AROUND_TITLE, AROUND_DAY = 3.0, 2.8
"""Millimetres of space and rules that are no letters."""


def door_sheet_view(guide: Guide, place: Entry) -> DoorSheetView:
    """Return the sheet for the door of a place that may be printed."""
    path, heading = at.door_path(place.slug), door_heading(guide, place)
    told, lines = told_at(guide, place), door_lines(guide, place)
    title_points = _title_points(place.title)
    top = TOP.line + title_letters(title_points).height(place.title, WIDE) + AROUND_TITLE
    top += sum(LINE.height(line, WIDE) for line in lines)
    room = HIGH - top - foot_height(_foot(guide, place, told, len(told)), WIDE)
    points = next((size for size in LETTERS if _height(guide, told, size) <= room), LETTERS[-1])
    kept = fitted(told, lambda some: _height(guide, some, points), room)
    return DoorSheetView(
        frame=sheet_frame(guide, path, heading, "door"),
        about=_about(guide, place, heading),
        guide=guide.config.name,
        title=place.title,
        title_points=title_points,
        points=points,
        number=number_words(guide, place),
        lines=lines,
        days=door_days(guide, kept),
        nothing="" if told else _nothing(guide, place),
        foot=_foot(guide, place, kept, len(told) - len(kept)),
    )


def _title_points(title: str) -> int:
    """Return how large a name is; one of many lines takes no more than half of the page."""
    short = (points for points in TITLES if is_short(title, points))
    long = (one for one in LONG_TITLES if title_letters(one).height(title, WIDE) <= HIGH / 2)
    return next(chain(short, long), LONG_TITLES[-1])


def door_heading(guide: Guide, place: Entry) -> str:
    """Return what the page of a door sheet is called."""
    return guide.words.say("Door sheet: {title}", title=place.title)


def door_lines(guide: Guide, place: Entry) -> tuple[str, ...]:
    """Return when a building is open, on which days it is not, and whom to phone."""
    rules = place.opening_rules if isinstance(place, Opening) else ()
    hours = "; ".join(rules_in_words(guide, rules)) or not_known(guide)
    is_open = guide.words.say("Open: {hours}", hours=hours)
    return (as_line((is_open,)), *_notes(guide, place), as_line((phone_of(guide, place),)))


def _notes(guide: Guide, place: Entry) -> tuple[str, ...]:
    """Return on which days it is not open as usual, as many as leave room for what happens."""
    notes = [note.text for note in opening_notes(guide, place)]
    kept = fitted(notes, lambda some: sum(LINE.height(one, WIDE) for one in some), NOTES_HIGH)
    return (*kept, *((ask_words(guide),) if len(kept) < len(notes) else ()))


def _about(guide: Guide, place: Entry, heading: str) -> AboutSheet:
    say = guide.words.say
    page = Link(place.title, href_of(guide, place), is_name=place.kind in NAMES)
    others = LinkList(say("See also"), (page, *poster_link(guide, place)))
    intro = say("All that happens here on one page, for its own door or noticeboard.")
    return about_sheet(guide, heading, intro, one_side(guide), (others,))


def _nothing(guide: Guide, place: Entry) -> str:
    unchecked = unchecked_words(guide, guide.catalogue.happening_at(place))
    return as_line((unchecked,)) or guide.words.say(
        "Nothing that we know of happens here yet. Do you run something here? Tell us."
    )


def _foot(guide: Guide, place: Entry, told: Sequence[Told], more: int) -> SheetFoot:
    entries = {one.entry.slug: one.entry for one in told} | {place.slug: place}
    return foot_of(guide, short_path(place), entries.values(), more=more)


def _height(guide: Guide, told: Sequence[Told], points: int) -> float:
    """Return how high the days are with these things in such letters, in millimetres."""
    by_day: dict[str, list[DoorRow]] = defaultdict(list)
    for one in told:
        for day in (*one.week, single_dates(guide, one.rows)):
            by_day[day.heading].extend(day.rows)
    return sum(_day_height(heading, rows, points) for heading, rows in by_day.items() if rows)


def _day_height(heading: str, rows: Sequence[DoorRow], points: int) -> float:
    bold = Lettering(points, 1.2, is_bold=True)
    # Time and title are bold; all of it is taken to be.
    said = (" ".join((row.time, row.title, row.details, row.number)) for row in rows)
    high = sum(bold.height(words, BESIDE) for words in said)
    return max(bold.height(heading, DAY - AFTER_DAY), high) + AROUND_DAY
