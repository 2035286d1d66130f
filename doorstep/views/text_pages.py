"""Plain pages, stories, how to add something, and the page for addresses that are not here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.kinds import Kind
from doorstep.showing import State
from doorstep.views import runs
from doorstep.views.cards import cards_of
from doorstep.views.choices import topic_links
from doorstep.views.entry_pages import above, kind_names
from doorstep.views.framing import PageFacts, frame_of, help_line_lines
from doorstep.views.home_page import emergency_fact
from doorstep.views.pages import AddView, NotFoundView, TextView
from doorstep.views.parts import CardList, Fact, Link, LinkList
from doorstep.views.pictures import picture_of
from doorstep.views.questions import before_you_tell, questions
from doorstep.views.search_views import Missing
from doorstep.views.standing import checked_lines, notice_of
from doorstep.views.wording import title_of

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide

STAY_SAFE = "stay-safe"
"""The slug of the page for people at risk, which has the quick way out and the national lines."""


def text_view(guide: Guide, entry: Entry) -> TextView:
    """Return a plain page or a story; of a story that was taken down, only that it was."""
    say, showing = guide.words.say, guide.catalogue.showing(entry)
    shows = showing.state is not State.TAKEN_DOWN
    urgent = emergency_fact(guide) if entry.slug == STAY_SAFE else None
    related = guide.catalogue.works_with(entry) if shows and showing.is_public else ()
    return TextView(
        frame=frame_of(guide, _page_facts(guide, entry)),
        heading=title_of(guide, entry),
        summary=entry.summary if shows else "",
        picture=picture_of(guide, entry) if shows else None,
        body=guide.body_of(entry).html if shows else "",
        facts_label=say("The main facts"),
        facts=(urgent,) if urgent and urgent.lines else (),
        footnotes=_footnotes(guide, entry) if shows else (),
        related=(CardList(say("Who this is about"), cards_of(guide, related)),) if related else (),
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
        is_safe_space=entry.sensitive or entry.slug == STAY_SAFE,
        is_found=showing.is_public,
        scripts=("past.js",) if guide.catalogue.works_with(entry) else (),
    )


def _footnotes(guide: Guide, entry: Entry) -> tuple[str, ...]:
    if entry.kind is Kind.STORY:
        return (guide.words.say("Told with consent. The forum keeps the record on paper."),)
    return tuple(checked_lines(guide, entry)) if entry.checked else ()


def add_view(guide: Guide) -> AddView:
    """Return how to add something or put it right, for people without any account."""
    say, line = guide.words.say, guide.config.help_line
    heading = say("Add or change something")
    page = PageFacts(path=at.ADD, heading=heading, scripts=("missing.js",))
    return AddView(
        frame=frame_of(guide, page),
        heading=page.heading,
        intro=say("Tell a person. We write it down and read it back to you."),
        ways=(
            Fact(say("Phone or text"), help_line_lines(guide)),
            *_forum_way(guide),
            _paper_way(guide),
        ),
        missing=_missing(guide),
        ask_heading=say("What we will ask"),
        questions=tuple(question.text for question in questions(guide)),
        wrong_heading=say("When something is wrong"),
        wrong=(
            say("Say the number of the entry, such as 127, or its name."),
            say("Say what is right. We phone the group before we change it."),
        ),
        privacy_heading=say("Before you tell us"),
        privacy=(
            *before_you_tell(guide),
            say("For a safe space, phone {name} and say no more than that.", name=line.name),
        ),
    )


def _missing(guide: Guide) -> Missing:
    """Return what is said to whoever comes from a search that found nothing."""
    say, config = guide.words.say, guide.config
    line, ways = config.help_line, []
    if line.text:
        to = f"{runs.text_message(line.text).href}?body="
        ways.append(Link(say("Text this to {number}", number=line.text), to))
    if config.repository:
        to = f"{config.repository.rstrip('/')}/issues/new?title="
        ways.append(Link(say("Write it online, where everyone can see it"), to))
    return Missing(
        heading=say("Tell us this is missing"),
        say=say("Phone {number} and say:", number=line.phone),
        sentence=say("I looked for “{words}” in the guide and did not find it.", words="{words}"),
        ways=tuple(ways),
        unsent=say("Nothing is sent until you send it yourself."),
    )


def _forum_way(guide: Guide) -> tuple[Fact, ...]:
    forum = guide.config.forum
    if not forum.meets:
        return ()
    place = guide.catalogue.public_named(forum.where)
    lines = [(runs.words(f"{forum.name}: {forum.meets}"),)]
    if place:
        lines.append(
            (runs.link(place.title, guide.permalinks.href(at.entry_path(place.kind, place.slug))),)
        )
    return (Fact(guide.words.say("Come to the forum"), tuple(lines)),)


def _paper_way(guide: Guide) -> Fact:
    """Return the way for people who would rather write by hand."""
    say, to = guide.words.say, guide.permalinks.href(at.TELL_US_FORM)
    return Fact(say("On paper"), ((runs.link(say("Print our form and fill it in"), to),),))


def not_found_view(guide: Guide) -> NotFoundView:
    """Return the page for addresses that are not here."""
    say, names, href = guide.words.say, kind_names(guide), guide.permalinks.href
    page = PageFacts(path=at.NOT_FOUND, heading=say("Page not found"), is_found=False)
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
