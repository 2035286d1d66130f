"""A guide -> its first page, and the page of the two doors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.entries import Side
from doorstep.kinds import Kind
from doorstep.views import runs
from doorstep.views.cards import cards_of
from doorstep.views.choices import area_links, landmark_links, topic_links
from doorstep.views.entry_pages import kind_names
from doorstep.views.framing import PageFacts, frame_of
from doorstep.views.help_topics import by_first_topic
from doorstep.views.invitations import missing_invitation
from doorstep.views.pages import HelpView, HomeView
from doorstep.views.parts import CardList, Door, Fact, Link, LinkList
from doorstep.views.sheet_names import name_of
from doorstep.views.usual_frame import checked_words
from doorstep.views.whats_on_soon import first_of_today, nothing_on, old_first_page, today_links

if TYPE_CHECKING:
    from doorstep.guide import Guide
    from doorstep.help_lines import EmergencyLine

LATEST = 6
"""Cards of what was checked last."""

DOOR_LINKS = 6
"""Topics on a door; the page behind it has them all."""


def home_view(guide: Guide) -> HomeView:
    """Return the first page."""
    say = guide.words.say
    today = first_of_today(guide)
    page = PageFacts(
        path=at.HOME,
        heading=guide.config.name,
        description=guide.config.tagline,
        has_early_script=True,
    )
    return HomeView(
        frame=frame_of(guide, page),
        heading=guide.config.name,
        tagline=guide.config.tagline,
        today=today,
        today_is_empty=() if today.happenings else nothing_on(guide),
        old=old_first_page(guide),
        whats_on=today_links(guide),
        whats_on_label=say("Lists of what’s on"),
        doors=doors(guide),
        lists=tuple(links for links in _ways_in(guide) if links.links),
        latest=CardList(
            say("Checked most lately"),
            cards_of(guide, guide.latest_checked[:LATEST]),
            note=checked_words(guide),
        ),
        invitation=missing_invitation(guide),
    )


def _ways_in(guide: Guide) -> tuple[LinkList, ...]:
    say = guide.words.say
    return (
        LinkList(say("What are you looking for?"), topic_links(guide, guide.catalogue.listed)),
        LinkList(say("Everything there is"), _kind_links(guide)),
        LinkList(say("Near"), landmark_links(guide)),
        LinkList(say("By area"), area_links(guide)),
        LinkList(say("On paper"), _paper_links(guide)),
    )


def _paper_links(guide: Guide) -> tuple[Link, ...]:
    """Return the ways to paper: for a noticeboard, for a doormat, and all the others."""
    sheets = [name_of(guide, path) for path in (at.WEEK_SHEET, at.LEAFLET)]
    named = [Link(sheet.heading, guide.permalinks.href(sheet.path)) for sheet in sheets]
    return (*named, Link(guide.words.say("All sheets to print"), guide.permalinks.href(at.PRINT)))


def _kind_links(guide: Guide) -> tuple[Link, ...]:
    names, catalogue = kind_names(guide), guide.catalogue
    kinds = (Kind.EVENT, Kind.GROUP, Kind.PLACE, Kind.GREEN_SPACE, Kind.STORY)
    links = [
        Link(
            names[kind],
            guide.permalinks.href(at.kind_path(kind)),
            str(len(catalogue.of_kind(kind))),
        )
        for kind in kinds
        if catalogue.of_kind(kind)
    ]
    if catalogue.listed:
        links.append(Link(guide.words.say("A to Z"), guide.permalinks.href(at.A_TO_Z)))
    return tuple(links)


def doors(guide: Guide) -> tuple[Door, ...]:
    """Return Get help and Give help: the same size, each with what people come for most."""
    say = guide.words.say
    return (
        _door(guide, Side.GET, say("Get help"), say("Somebody near you can help with this.")),
        _door(
            guide,
            Side.GIVE,
            say("Give help"),
            say("An hour, a skill or a lift: somebody needs it."),
        ),
    )


def _door(guide: Guide, side: Side, heading: str, summary: str) -> Door:
    href = guide.permalinks.href(at.HELP_GET if side is Side.GET else at.HELP_GIVE)
    entries = guide.catalogue.help_on(side)
    topics = sorted(by_first_topic(guide, entries), key=lambda topic: -len(topic.entries))[
        :DOOR_LINKS
    ]
    # Where nothing is listed yet, nobody is told that somebody can help.
    summary = summary if entries else ""
    links = tuple(
        Link(topic.label, f"{href}#{topic.id}", str(len(topic.entries))) for topic in topics
    )
    return Door(heading, href, summary, links, Link(_all_of(guide, len(entries)), href))


def _all_of(guide: Guide, number: int) -> str:
    """Return what leads to everything behind a door; of a guide that has just begun, to nothing."""
    if not number:
        return guide.words.say("Nothing is listed here yet.")
    return guide.words.count("See {number} way", "See all {number} ways", number)


def help_view(guide: Guide) -> HelpView:
    """Return the page of the two doors, side by side."""
    say = guide.words.say
    return HelpView(
        frame=frame_of(guide, PageFacts(path=at.HELP, heading=say("Help"))),
        heading=say("Help"),
        intro=say("Most of the help in a life comes from neighbours. It goes both ways."),
        doors=doors(guide),
        emergency=emergency_fact(guide),
    )


def emergency_fact(guide: Guide) -> Fact:
    """Return whom to ring when it cannot wait."""
    lines = tuple(_emergency_line(guide, line) for line in guide.config.emergency)
    return Fact(guide.words.say("If it cannot wait"), lines)


def _emergency_line(guide: Guide, line: EmergencyLine) -> runs.Line:
    ways = [runs.phone(line.phone)] if line.phone else []
    if line.text:
        ways += [runs.words(guide.words.say("text")), runs.text_message(line.text)]
    called = (
        runs.joined([runs.name(line.name), *ways], ": ")
        if len(ways) == 1
        else (runs.name(line.name), runs.words(": "), *runs.joined(ways, " "))
    )
    return (*called, runs.words(f". {line.say}")) if line.say else called
