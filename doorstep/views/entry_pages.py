"""An entry -> everything its page says."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from doorstep.entries import Help, Side
from doorstep.kinds import Kind
from doorstep.permalinks import HELP_GET, HELP_GIVE, entry_path, kind_path
from doorstep.showing import Face
from doorstep.views.calendar_links import calendar_links
from doorstep.views.dates_of_entries import dates_of
from doorstep.views.facts import facts_of
from doorstep.views.framing import PageFacts, frame_of
from doorstep.views.map_links import map_link_of
from doorstep.views.map_scripts import LINK
from doorstep.views.pages import EntryView
from doorstep.views.parts import Link
from doorstep.views.pictures import picture_of
from doorstep.views.printing import print_links
from doorstep.views.relations import related_to
from doorstep.views.sharing import share_links
from doorstep.views.spots import may_show_pictures
from doorstep.views.standing import checked_box, notice_of
from doorstep.views.stars import SCRIPTS as STARS
from doorstep.views.stars import star_of, star_on_page
from doorstep.views.structured_data import structured_data
from doorstep.views.whats_on_timetable import here_every_week
from doorstep.views.wording import NAMES, number_of, off_until, tags_of, title_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.views.map_views import MapLink
    from doorstep.words import Words


def entry_view(guide: Guide, entry: Entry) -> EntryView:
    """Return an entry's page; of what is over, only that it is over."""
    say, showing = guide.words.say, guide.catalogue.showing(entry)
    share = (*share_links(guide, entry), *print_links(guide, entry))
    calendar, shows = calendar_links(guide, entry), showing.has_facts
    on_map = map_link_of(guide, entry)
    return EntryView(
        frame=frame_of(guide, _page_facts(guide, entry, on_map)),
        number=number_of(guide, entry),
        heading=title_of(guide, entry),
        off_until=off_until(guide, entry),
        usual_heading=entry.title,
        tags=tags_of(guide, entry),
        summary=entry.summary if shows else "",
        facts_label=say("The main facts"),
        facts=facts_of(guide, entry) if shows else (),
        checked=checked_box(guide, entry),
        map=on_map,
        dates=dates_of(guide, entry) if shows else None,
        calendar_label=say("Add to calendar") if calendar else "",
        calendar=calendar,
        timetable=here_every_week(guide, entry) if shows else None,
        picture=picture_of(guide, entry) if shows else None,
        body=guide.body_of(entry).html if shows else "",
        share_label=say("Tell somebody") if share else "",
        share=share,
        related=related_to(guide, entry),
        is_name=entry.kind in NAMES,
        copy_label=say("Copy link") if share else "",
        copied=say("Copied") if share else "",
        stars=star_on_page(guide, entry),
    )


def _page_facts(guide: Guide, entry: Entry, on_map: MapLink | None) -> PageFacts:
    showing = guide.catalogue.showing(entry)
    stars = STARS if star_of(guide, entry) else ()
    scripts = ("past.js", "share.js", *stars, *(LINK if on_map else ()))
    return PageFacts(
        path=entry_path(entry.kind, entry.slug),
        heading=title_of(guide, entry),
        description=entry.summary if showing.is_public else "",
        above=above(guide, entry),
        notice=notice_of(guide, entry),
        is_safe_space=showing.is_safe_space,
        is_found=showing.shows(Face.MACHINES),
        is_kept=showing.shows(Face.PHONES),
        structured_data=structured_data(guide, entry),
        scripts=scripts if showing.is_public else (),
        may_show_pictures=on_map is not None and may_show_pictures(guide),
    )


def above(guide: Guide, entry: Entry) -> tuple[Link, ...]:
    """Return the list an entry's page stands under."""
    say, href = guide.words.say, guide.permalinks.href
    if isinstance(entry, Help):
        gives = entry.side is Side.GIVE
        text, path = (say("Give help"), HELP_GIVE) if gives else (say("Get help"), HELP_GET)
        return (Link(text, href(path)),)
    if entry.kind is Kind.PAGE:
        return ()
    return (Link(kind_names(guide)[entry.kind], href(kind_path(entry.kind))),)


def kind_names(guide: Guide) -> Mapping[Kind, str]:
    """Return what each kind's list is called."""
    return _names(guide.words)


@lru_cache(4)
def _names(words: Words) -> Mapping[Kind, str]:
    say = words.say
    return {
        Kind.GROUP: say("Groups"),
        Kind.EVENT: say("Events"),
        Kind.GREEN_SPACE: say("Green spaces"),
        Kind.PLACE: say("Places"),
        Kind.HELP: say("Help"),
        Kind.STORY: say("Stories"),
        Kind.PAGE: say("About this guide"),
    }
