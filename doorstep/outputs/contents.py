"""A guide -> what there is to draw of each sort.

This is asked at every build, however little is drawn, so nothing here imports what draws.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.browser_editor.repository import repository_of
from doorstep.kinds import Kind
from doorstep.mesh.connections import mesh_of
from doorstep.outputs.singles import LISTS
from doorstep.photos import PhotoNotRead, photo_place
from doorstep.sheets.week_subjects import subjects
from doorstep.showing import Face
from doorstep.views import printing
from doorstep.views.spots import has_spots
from doorstep.views.whats_on_choices import choices
from doorstep.views.whats_on_days import months

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide

LISTED_KINDS = (Kind.EVENT, Kind.GROUP, Kind.PLACE, Kind.GREEN_SPACE, Kind.STORY)
PLAIN_TEXT = frozenset({Kind.STORY, Kind.PAGE})

LICENCES = "map/licences.txt"


def map_paths(guide: Guide) -> list[str]:
    """Return the path of the map page, where there is anything to show on it."""
    return [at.MAP] if has_spots(guide) else []


def area_pictures(guide: Guide) -> list[str]:
    """Return the paths of the drawn street map, for a screen and for paper."""
    return [at.AREA_PICTURE, at.AREA_ON_PAPER] if has_spots(guide) and guide.area_map else []


def licence_paths(guide: Guide) -> list[str]:
    """Return where the licences are of what the map is made with."""
    return [LICENCES] if has_spots(guide) else []


def facts_pages(guide: Guide) -> list[Entry]:
    """Return entries whose own page is made of facts."""
    known = guide.catalogue.seen_on(Face.OWN_PAGE)
    return [entry for entry in known if entry.kind not in PLAIN_TEXT]


def text_pages(guide: Guide) -> list[Entry]:
    """Return entries whose own page is text to read."""
    known = guide.catalogue.seen_on(Face.OWN_PAGE)
    return [entry for entry in known if entry.kind in PLAIN_TEXT]


def about_paths(guide: Guide) -> list[str]:
    """Return where plain pages are listed, unless the guide has a page of its own there."""
    return [] if _has_page(guide, "about") else [at.ABOUT]


def handover_paths(guide: Guide) -> list[str]:
    """Return where the next maintainer reads, unless the guide has a page of its own there."""
    return [] if _has_page(guide, "handover") else [at.HANDOVER]


def _has_page(guide: Guide, slug: str) -> bool:
    own = guide.catalogue.by_slug.get(slug)
    return own is not None and own.kind is Kind.PAGE


def numbered(guide: Guide) -> list[Entry]:
    """Return every entry with a number."""
    return list(guide.catalogue.by_number.values())


def mesh_pictures(guide: Guide) -> list[str]:
    """Return the path of the picture of who is connected with whom, if anybody is."""
    return [at.MESH_PICTURE] if mesh_of(guide).clusters else []


def whats_on_paths(guide: Guide) -> list[str]:
    """Return the path of every page of What's on."""
    return [
        *(one.path for one in LISTS),
        *(at.month_path(first) for first in months(guide.today)),
        *(at.choice_path(choice.slug) for choice in choices(guide)),
    ]


def choice_sheets(guide: Guide) -> list[tuple[str, bool]]:
    """Return what the week sheets of choices are about, and whether each is of the next week."""
    return [(slug, is_next) for slug in subjects(guide) for is_next in (False, True)]


def posters(guide: Guide) -> list[Entry]:
    """Return entries that have a poster now."""
    known = guide.catalogue.seen_on(Face.SHEETS)
    return [entry for entry in known if printing.has_poster(guide, entry)]


def without_poster(guide: Guide) -> list[Entry]:
    """Return entries with an address for a poster, and none now."""
    known = guide.catalogue.seen_on(Face.ITS_OWN)
    kept = (entry for entry in known if printing.may_have_poster(guide, entry))
    return [entry for entry in kept if not printing.has_poster(guide, entry)]


def door_sheets(guide: Guide) -> list[Entry]:
    """Return buildings and green spaces that have a door sheet now."""
    known = guide.catalogue.seen_on(Face.SHEETS)
    return [entry for entry in known if printing.has_door_sheet(guide, entry)]


def without_door_sheet(guide: Guide) -> list[Entry]:
    """Return buildings and green spaces that have none now."""
    known = guide.catalogue.seen_on(Face.ITS_OWN)
    kept = (entry for entry in known if printing.may_have_door_sheet(guide, entry))
    return [entry for entry in kept if not printing.has_door_sheet(guide, entry)]


def shown_photos(guide: Guide) -> list[str]:
    """Return the photos of entries whose own page shows them."""
    places = set()
    for entry in guide.catalogue.seen_on(Face.FACTS):
        if entry.image:
            with suppress(PhotoNotRead):
                places.add(photo_place(entry.image.file).as_posix())
    return sorted(places)


def editor_paths(guide: Guide) -> list[str]:
    """Return where the editor is told of, or nothing: it needs a wish and files on GitHub."""
    config = guide.config
    return [at.ADMIN] if config.editing.browser_editor and repository_of(config) else []
