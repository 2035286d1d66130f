"""Views -> pages: every address a person can open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from doorstep import permalinks as at
from doorstep.entries import Side
from doorstep.kinds import Kind
from doorstep.layouts import render
from doorstep.outputs.output import Output, Press, Renderer
from doorstep.permalinks import output_path
from doorstep.sheets.all_sheets import print_view
from doorstep.showing import Face
from doorstep.views.add_page import add_view
from doorstep.views.choices import areas_view, landmarks_view, topics_view
from doorstep.views.entry_pages import entry_view
from doorstep.views.home_page import help_view, home_view
from doorstep.views.list_pages import (
    a_to_z_view,
    about_view,
    area_view,
    help_side_view,
    kind_view,
    near_view,
    topic_view,
)
from doorstep.views.missing_page import missing_view
from doorstep.views.offline import offline_view
from doorstep.views.redirects import redirect_view
from doorstep.views.search_page import search_view
from doorstep.views.text_pages import not_found_view, text_view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from doorstep.config import Area, Landmark, Topic
    from doorstep.entries import Entry
    from doorstep.guide import Guide

LISTED_KINDS = (Kind.EVENT, Kind.GROUP, Kind.PLACE, Kind.GREEN_SPACE, Kind.STORY)
PLAIN_TEXT = frozenset({Kind.STORY, Kind.PAGE})


def page(press: Press, layout: str, path: str, view: object) -> Iterator[Output]:
    """Yield a page: a view, drawn with its layout."""
    yield Output(output_path(path), render(press.layouts, layout, view))


def entry_page(press: Press, entry: Entry) -> Iterator[Output]:
    """Yield an entry's own page."""
    path = at.entry_path(entry.kind, entry.slug)
    if entry.kind in PLAIN_TEXT:
        yield from page(press, "text.html", path, text_view(press.guide, entry))
    else:
        yield from page(press, "entry.html", path, entry_view(press.guide, entry))


def topic_page(press: Press, topic: Topic) -> Iterator[Output]:
    """Yield a topic's list."""
    yield from page(press, "list.html", at.topic_path(topic.id), topic_view(press.guide, topic))


def area_page(press: Press, area: Area) -> Iterator[Output]:
    """Yield an area's list."""
    yield from page(press, "list.html", at.area_path(area.id), area_view(press.guide, area))


def near_page(press: Press, landmark: Landmark) -> Iterator[Output]:
    """Yield what is near a landmark."""
    yield from page(press, "list.html", at.near_path(landmark.id), near_view(press.guide, landmark))


def kind_page(press: Press, kind: Kind) -> Iterator[Output]:
    """Yield the list of a kind."""
    yield from page(press, "list.html", at.kind_path(kind), kind_view(press.guide, kind))


def number_page(press: Press, entry: Entry) -> Iterator[Output]:
    """Yield the short address for paper."""
    view = redirect_view(press.guide, entry)
    yield from page(press, "redirect.html", at.number_path(entry.number or 0), view)


def former_page(press: Press, former: tuple[Kind, str]) -> Iterator[Output]:
    """Yield what leads from a former address to where its entry is now."""
    view = redirect_view(press.guide, press.guide.catalogue.former[former])
    yield from page(press, "redirect.html", at.entry_path(*former), view)


SINGLE_PAGES: tuple[tuple[str, str, Callable[[Guide], Any]], ...] = (
    ("home.html", at.HOME, home_view),
    ("help.html", at.HELP, help_view),
    ("list.html", at.HELP_GET, partial(help_side_view, side=Side.GET)),
    ("list.html", at.HELP_GIVE, partial(help_side_view, side=Side.GIVE)),
    ("list.html", at.A_TO_Z, a_to_z_view),
    ("search.html", at.SEARCH, search_view),
    ("choices.html", at.TOPICS, topics_view),
    ("choices.html", at.AREAS, areas_view),
    ("choices.html", at.NEAR, landmarks_view),
    ("print.html", at.PRINT, print_view),
    ("add.html", at.ADD, add_view),
    ("missing.html", at.MISSING, missing_view),
    ("not_found.html", at.NOT_FOUND, not_found_view),
    ("offline.html", at.OFFLINE, offline_view),
)
"""Layout, path and view of each page there is once."""


def single_page(press: Press, number: int) -> Iterator[Output]:
    """Yield one of the pages there is once, by its place among them."""
    layout, path, view_of = SINGLE_PAGES[number]
    yield from page(press, layout, path, view_of(press.guide))


def about_page(press: Press, path: str) -> Iterator[Output]:
    """Yield the list of plain pages, where no page of the guide's own stands in its place."""
    yield from page(press, "list.html", path, about_view(press.guide))


def _about_paths(guide: Guide) -> list[str]:
    own = guide.catalogue.by_slug.get("about")
    return [] if own and own.kind is Kind.PAGE else [at.ABOUT]


def _numbered(guide: Guide) -> list[Entry]:
    return list(guide.catalogue.by_number.values())


PAGES: tuple[Renderer[Any], ...] = (
    Renderer(lambda guide: guide.catalogue.seen_on(Face.OWN_PAGE), entry_page),
    Renderer(lambda _: range(len(SINGLE_PAGES)), single_page),
    Renderer(_about_paths, about_page),
    Renderer(lambda _: LISTED_KINDS, kind_page),
    Renderer(lambda guide: guide.config.topics, topic_page),
    Renderer(lambda guide: guide.config.areas, area_page),
    Renderer(lambda guide: guide.config.landmarks, near_page),
    Renderer(_numbered, number_page),
    Renderer(lambda guide: sorted(guide.catalogue.former), former_page),
)
"""Every page a person can open."""
