"""Everything the site is made of; a new output is one module and one line here.

What there is to draw is known at once. What draws it is named, and imported when it draws.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doorstep import permalinks as at
from doorstep.outputs import contents
from doorstep.outputs.late import Late
from doorstep.outputs.output import Renderer
from doorstep.outputs.singles import LISTS, SINGLE_PAGES, SINGLE_SHEETS, Single
from doorstep.views.calendar_feeds import dated_entries, feeds_of
from doorstep.views.whats_on_choices import choices
from doorstep.views.whats_on_days import months, past_months

if TYPE_CHECKING:
    from collections.abc import Iterable

MAPS: tuple[Renderer[Any], ...] = (
    # The picture first: it takes longest, and the others are drawn meanwhile.
    Renderer(contents.area_pictures, Late("doorstep.outputs.maps:area_picture")),
    Renderer(contents.map_paths, Late("doorstep.outputs.maps:map_page")),
    Renderer(contents.map_paths, Late("doorstep.outputs.maps:library_files")),
    Renderer(contents.licence_paths, Late("doorstep.outputs.maps:licences")),
)
"""The map page, and all that it loads."""

PAGES: tuple[Renderer[Any], ...] = (
    Renderer(contents.facts_pages, Late("doorstep.outputs.entry_pages:facts_page")),
    Renderer(contents.text_pages, Late("doorstep.outputs.text_pages:text_page")),
    Renderer(lambda _: SINGLE_PAGES, Late("doorstep.outputs.pages:single_page")),
    Renderer(contents.about_paths, Late("doorstep.outputs.lists:about_page")),
    Renderer(lambda _: contents.LISTED_KINDS, Late("doorstep.outputs.lists:kind_page")),
    Renderer(lambda guide: guide.config.topics, Late("doorstep.outputs.lists:topic_page")),
    Renderer(lambda guide: guide.config.areas, Late("doorstep.outputs.lists:area_page")),
    Renderer(lambda guide: guide.config.landmarks, Late("doorstep.outputs.lists:near_page")),
    Renderer(contents.numbered, Late("doorstep.outputs.redirects:number_page")),
    Renderer(
        lambda guide: sorted(guide.catalogue.former),
        Late("doorstep.outputs.redirects:former_page"),
    ),
)
"""Every page a person can open."""

MISSING = (Renderer(contents.mesh_pictures, Late("doorstep.outputs.missing:mesh_drawing")),)
"""What the page of what is missing loads."""

WHATS_ON: tuple[Renderer[Any], ...] = (
    Renderer(lambda _: LISTS, Late("doorstep.outputs.pages:single_page")),
    Renderer(lambda guide: months(guide.today), Late("doorstep.outputs.whats_on:month_page")),
    Renderer(
        lambda guide: past_months(guide.today), Late("doorstep.outputs.redirects:past_month_page")
    ),
    Renderer(choices, Late("doorstep.outputs.whats_on:choice_page")),
)
"""Every page of What's on."""

SHEETS: tuple[Renderer[Any], ...] = (
    Renderer(lambda _: SINGLE_SHEETS, Late("doorstep.outputs.sheets:single_sheet")),
    Renderer(contents.choice_sheets, Late("doorstep.outputs.sheets:choice_sheet")),
    Renderer(contents.posters, Late("doorstep.outputs.sheets:poster")),
    Renderer(contents.door_sheets, Late("doorstep.outputs.sheets:door")),
    Renderer(lambda _: (at.SHORTLIST,), Late("doorstep.outputs.shortlist:shortlist_files")),
)
"""Every sheet."""

ABSENT_SHEETS: tuple[Renderer[Any], ...] = (
    Renderer(contents.without_poster, Late("doorstep.outputs.sheets:no_poster")),
    Renderer(contents.without_door_sheet, Late("doorstep.outputs.sheets:no_door")),
)
"""What stands at the addresses of sheets that are not printed now."""

CALENDARS: tuple[Renderer[Any], ...] = (
    Renderer(dated_entries, Late("doorstep.outputs.calendars:dates")),
    Renderer(lambda guide: feeds_of(guide).all, Late("doorstep.outputs.calendars:feed")),
    Renderer(lambda _: (at.CALENDAR,), Late("doorstep.outputs.calendars:calendar_page")),
)
"""Every calendar, and the page about them."""

SEARCH = (Renderer(lambda _: (at.SEARCH_INDEX,), Late("doorstep.outputs.search:search_files")),)
"""What is searched."""

FOR_MACHINES: tuple[Renderer[Any], ...] = (
    Renderer(lambda _: (at.SITEMAP,), Late("doorstep.outputs.discovery:sitemap")),
    Renderer(lambda _: ("robots.txt",), Late("doorstep.outputs.discovery:robots")),
    Renderer(lambda _: (at.MANIFEST,), Late("doorstep.outputs.manifest:manifest")),
)
"""What search engines read, and what makes the guide one of the things on a home screen."""

PHOTOS = (Renderer(contents.shown_photos, Late("doorstep.outputs.photos:photo")),)
"""Every photo that is shown."""

RENDERERS: tuple[Renderer[Any], ...] = (
    *(*MAPS, *PAGES, *MISSING, *WHATS_ON, *SHEETS, *ABSENT_SHEETS, *CALENDARS),
    Renderer(lambda _: (at.FEED,), Late("doorstep.outputs.feeds:feed")),
    *(*SEARCH, *FOR_MACHINES, *PHOTOS),
    Renderer(contents.handover_paths, Late("doorstep.outputs.handover:handover")),
    Renderer(contents.editor_paths, Late("doorstep.outputs.browser_editor:editor_files")),
)
"""Every renderer, in the order they are drawn."""


def import_what_draws(work: Iterable[tuple[int, Any]]) -> None:
    """Import all that these are drawn with: once here, or once in each of several processes."""
    for place, item in work:
        RENDERERS[place].draw.imported()
        if isinstance(item, Single):
            item.view.imported()


def import_all_that_draws() -> None:
    """Import what draws anything at all, for whoever has site after site made by a copy of itself.

    What such a copy imports goes with it when it ends, and the next would import it again.
    """
    for renderer in RENDERERS:
        renderer.draw.imported()
    for single in (*SINGLE_PAGES, *LISTS, *SINGLE_SHEETS):
        single.view.imported()
