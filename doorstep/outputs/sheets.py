"""Views -> the sheets to print, each a page of its own, and a PDF where those are made."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from doorstep import permalinks as at
from doorstep.layouts import render
from doorstep.outputs.output import Output, Press, Renderer
from doorstep.outputs.pages import page
from doorstep.outputs.shortlist import SHORTLIST
from doorstep.sheets.booklet import booklet_sheet_view
from doorstep.sheets.cards import cards_view
from doorstep.sheets.check_up import check_up_view
from doorstep.sheets.door import door_heading, door_sheet_view
from doorstep.sheets.easy import easy_view
from doorstep.sheets.editing import editing_view
from doorstep.sheets.form import form_sheet_view
from doorstep.sheets.large import large_view
from doorstep.sheets.leaflet import leaflet_view
from doorstep.sheets.month import month_sheet_view
from doorstep.sheets.pocket import pocket_view
from doorstep.sheets.poster import poster_heading, poster_sheet_view
from doorstep.sheets.unprinted import unprinted_view
from doorstep.sheets.week import choice_sheet_view, choice_sheets, week_sheet_view
from doorstep.showing import Face
from doorstep.views import printing
from doorstep.views.parts import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.sheets.parts import AboutSheet

SINGLE_SHEETS: tuple[tuple[str, str, Callable[[Guide], Any]], ...] = (
    ("sheets/week.html", at.WEEK_SHEET, week_sheet_view),
    ("sheets/large.html", at.LARGE_PRINT, large_view),
    ("sheets/easy.html", at.EASY_READ, easy_view),
    ("sheets/week.html", at.NEXT_WEEK_SHEET, partial(week_sheet_view, is_next=True)),
    ("sheets/month.html", at.MONTH_SHEET, month_sheet_view),
    ("sheets/leaflet.html", at.LEAFLET, leaflet_view),
    ("sheets/pocket.html", at.POCKET_GUIDE, pocket_view),
    ("sheets/booklet.html", at.BOOKLET, booklet_sheet_view),
    ("sheets/form.html", at.TELL_US_FORM, form_sheet_view),
    ("sheets/cards.html", at.WALLET_CARDS, cards_view),
    ("sheets/check_up.html", at.CHECK_UP, check_up_view),
    ("sheets/editing.html", at.EDITORS_CARD, editing_view),
)
"""Layout, path and view of each sheet there is once."""


KILOBYTE = 1000


def sheet_page(press: Press, layout: str, path: str, view: Any) -> Iterator[Output]:
    """Yield the page of a sheet, and the PDF made of it, to which the page then leads."""
    if press.pdf_maker:
        drawn = render(press.layouts, layout, view)
        pdf = Output(at.pdf_path(path), press.pdf_maker.pdf_of(drawn, path))
        view = replace(view, about=_leading_to(press.guide, pdf, view.about))
        yield pdf
    yield from page(press, layout, path, view)


def _leading_to(guide: Guide, pdf: Output, about: AboutSheet) -> AboutSheet:
    kilobytes = max(1, round(len(pdf.content) / KILOBYTE))
    words = guide.words.say(
        "{sheet} (PDF, {number} KB)", sheet=about.heading, number=f"{kilobytes:,}"
    )
    return replace(about, pdf=Link(words, guide.permalinks.href(pdf.path)))


def single_sheet(press: Press, number: int) -> Iterator[Output]:
    """Yield one of the sheets there is once, by its place among them."""
    layout, path, view_of = SINGLE_SHEETS[number]
    yield from sheet_page(press, layout, path, view_of(press.guide))


def poster(press: Press, entry: Entry) -> Iterator[Output]:
    """Yield the poster of an entry."""
    path = at.poster_path(entry.slug)
    yield from sheet_page(press, "sheets/poster.html", path, poster_sheet_view(press.guide, entry))


def no_poster(press: Press, entry: Entry) -> Iterator[Output]:
    """Yield why an entry has no poster now."""
    path, heading = at.poster_path(entry.slug), poster_heading(press.guide, entry)
    yield from page(press, "text.html", path, unprinted_view(press.guide, entry, path, heading))


def choice_sheet(press: Press, sheet: tuple[str, bool]) -> Iterator[Output]:
    """Yield the week sheet of one topic, area or audience, or of what is near a landmark."""
    slug, is_next = sheet
    path = at.week_sheet_path(slug, is_next=is_next)
    view = choice_sheet_view(press.guide, slug, is_next=is_next)
    yield from sheet_page(press, "sheets/week.html", path, view)


def door(press: Press, place: Entry) -> Iterator[Output]:
    """Yield the sheet for the door of a building or a green space."""
    path = at.door_path(place.slug)
    yield from sheet_page(press, "sheets/door.html", path, door_sheet_view(press.guide, place))


def no_door(press: Press, place: Entry) -> Iterator[Output]:
    """Yield why a building has no door sheet now."""
    path, heading = at.door_path(place.slug), door_heading(press.guide, place)
    yield from page(press, "text.html", path, unprinted_view(press.guide, place, path, heading))


def _posters(guide: Guide) -> list[Entry]:
    known = guide.catalogue.seen_on(Face.SHEETS)
    return [entry for entry in known if printing.has_poster(guide, entry)]


def _without_poster(guide: Guide) -> list[Entry]:
    known = guide.catalogue.seen_on(Face.ITS_OWN)
    kept = (entry for entry in known if printing.may_have_poster(guide, entry))
    return [entry for entry in kept if not printing.has_poster(guide, entry)]


def _door_sheets(guide: Guide) -> list[Entry]:
    known = guide.catalogue.seen_on(Face.SHEETS)
    return [entry for entry in known if printing.has_door_sheet(guide, entry)]


def _without_door_sheet(guide: Guide) -> list[Entry]:
    known = guide.catalogue.seen_on(Face.ITS_OWN)
    kept = (entry for entry in known if printing.may_have_door_sheet(guide, entry))
    return [entry for entry in kept if not printing.has_door_sheet(guide, entry)]


SHEETS: tuple[Renderer[Any], ...] = (
    Renderer(lambda _: range(len(SINGLE_SHEETS)), single_sheet),
    Renderer(choice_sheets, choice_sheet),
    Renderer(_posters, poster),
    Renderer(_door_sheets, door),
    *SHORTLIST,
)
"""Every sheet."""

ABSENT_SHEETS: tuple[Renderer[Any], ...] = (
    Renderer(_without_poster, no_poster),
    Renderer(_without_door_sheet, no_door),
)
"""What stands at the addresses of sheets that are not printed now."""
