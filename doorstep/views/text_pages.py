"""Plain pages, stories, and the page for addresses that are not here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.entries import Page
from doorstep.kinds import Kind
from doorstep.showing import Face, State
from doorstep.views.cards import cards_of
from doorstep.views.changing import ways_to_change
from doorstep.views.choices import topic_links
from doorstep.views.entry_pages import above, kind_names
from doorstep.views.framing import PageFacts, frame_of
from doorstep.views.home_page import emergency_fact
from doorstep.views.kept_pages import STAY_SAFE
from doorstep.views.pages import NotFoundView, TextView
from doorstep.views.parts import CardList, Link, LinkList
from doorstep.views.pictures import picture_of
from doorstep.views.standing import checked_lines, notice_of
from doorstep.views.wording import title_of

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide


def text_view(guide: Guide, entry: Entry) -> TextView:
    """Return a plain page or a story; of a story that was taken down, only that it was."""
    say, showing = guide.words.say, guide.catalogue.showing(entry)
    shows = showing.state is not State.TAKEN_DOWN
    urgent = emergency_fact(guide) if entry.slug == STAY_SAFE else None
    related = guide.catalogue.works_with(entry) if showing.is_public else ()
    return TextView(
        frame=frame_of(guide, _page_facts(guide, entry)),
        heading=title_of(guide, entry),
        summary=entry.summary if shows else "",
        picture=picture_of(guide, entry) if showing.has_facts else None,
        body=guide.body_of(entry).html if shows else "",
        facts_label=say("The main facts"),
        facts=(urgent,) if urgent and urgent.lines else (),
        footnotes=_footnotes(guide, entry) if shows else (),
        related=(CardList(say("Who this is about"), cards_of(guide, related)),) if related else (),
        editing=None if entry.slug == STAY_SAFE else ways_to_change(guide, entry),
    )


def _page_facts(guide: Guide, entry: Entry) -> PageFacts:
    showing = guide.catalogue.showing(entry)
    shows = showing.state is not State.TAKEN_DOWN
    return PageFacts(
        path=at.entry_path(entry.kind, entry.slug),
        heading=title_of(guide, entry),
        description=entry.summary if shows else "",
        above=above(guide, entry),
        notice=notice_of(guide, entry) if shows else None,
        is_safe_space=showing.is_safe_space or _has_way_out(entry),
        is_found=showing.shows(Face.MACHINES),
        is_kept=showing.shows(Face.PHONES),
        scripts=("past.js",) if guide.catalogue.works_with(entry) else (),
    )


def _has_way_out(entry: Entry) -> bool:
    """Say whether a plain page is for people at risk: about abuse, say, or how to stay safe."""
    return entry.slug == STAY_SAFE or (isinstance(entry, Page) and entry.way_out)


def _footnotes(guide: Guide, entry: Entry) -> tuple[str, ...]:
    if entry.kind is Kind.STORY:
        return (guide.words.say("Told with consent. The forum keeps the record on paper."),)
    return tuple(checked_lines(guide, entry)) if entry.checked else ()


def not_found_view(guide: Guide) -> NotFoundView:
    """Return the page for addresses that are not here."""
    say, names, href = guide.words.say, kind_names(guide), guide.permalinks.href
    page = PageFacts(
        path=at.NOT_FOUND, heading=say("Page not found"), is_found=False, is_kept=False
    )
    kinds = [
        kind
        for kind in (Kind.EVENT, Kind.GROUP, Kind.PLACE, Kind.GREEN_SPACE)
        if guide.catalogue.of_kind(kind)
    ]
    lists = [
        LinkList(
            say("Look in a list"),
            (
                *(Link(names[kind], href(at.kind_path(kind))) for kind in kinds),
                Link(say("Help"), href(at.HELP)),
                Link(say("A to Z"), href(at.A_TO_Z)),
            ),
        ),
        LinkList(say("Or by topic"), topic_links(guide, guide.catalogue.listed)),
    ]
    return NotFoundView(
        frame=frame_of(guide, page),
        heading=page.heading,
        lines=(
            say("If you typed the address, check it."),
            say("If it is from a leaflet, look for the number or the name in the box above."),
            say("Or phone us: we will find it for you."),
        ),
        lists=tuple(links for links in lists if links.links),
    )
