"""Views -> the sheets to print, each a page of its own, and a PDF where those are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from doorstep import permalinks as at
from doorstep.layouts import render
from doorstep.outputs.output import Output, Press
from doorstep.outputs.pages import page
from doorstep.sheets.door import door_heading, door_sheet_view
from doorstep.sheets.poster import poster_heading, poster_sheet_view
from doorstep.sheets.unprinted import unprinted_view
from doorstep.sheets.week import choice_sheet_view
from doorstep.views.parts import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.outputs.singles import Single
    from doorstep.sheets.parts import AboutSheet


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


def single_sheet(press: Press, one: Single) -> Iterator[Output]:
    """Yield one of the sheets there is once."""
    yield from sheet_page(press, one.layout, one.path, one.view(press.guide))


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
