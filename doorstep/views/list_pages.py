"""Kinds, topics, areas, landmarks and letters -> the pages that list entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep import permalinks as at
from doorstep.catalogue import title_key
from doorstep.entries import Side
from doorstep.kinds import Kind
from doorstep.views.cards import cards_of, nearby_card
from doorstep.views.choices import area_links, landmark_links, topic_links
from doorstep.views.entry_pages import kind_names
from doorstep.views.framing import PageFacts, frame_of
from doorstep.views.help_topics import by_first_topic
from doorstep.views.invitations import missing_invitation
from doorstep.views.map_links import nearness_links
from doorstep.views.pages import ListView
from doorstep.views.parts import CardList, Link, LinkList
from doorstep.views.stars import SCRIPTS as STARS
from doorstep.views.stars import stars_in_list
from doorstep.views.whats_on_choices import coming
from doorstep.views.whats_on_days import this_week
from doorstep.views.whats_on_facets import area_facet, topic_facet
from doorstep.views.whats_on_lists import old_page
from doorstep.views.whats_on_paper import paper_links, sheet_of_landmark
from doorstep.views.whats_on_soon import soon_near

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.config import Area, Landmark, Topic
    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.views.whats_on_parts import Day

BANDS = (5, 10)
"""Minutes' walk from a landmark; ten there and ten back make a 20-minute neighbourhood."""

LONG = 20
"""From so many cards on, a list has links to its sections."""


def list_view(
    guide: Guide,
    page: PageFacts,
    sections: Iterable[CardList],
    *,
    intro: str = "",
    others: Iterable[LinkList] = (),
    soon: tuple[Day, ...] = (),
) -> ListView:
    """Return a page that lists entries; it says so when there are none."""
    words = guide.words
    filled = tuple(section for section in sections if section.cards)
    number = sum(len(section.cards) for section in filled)
    named = [section for section in filled if section.heading and section.id]
    jumps = tuple(Link(section.heading, f"#{section.id}") for section in named)
    has_stars = any(card.has_star for section in filled for card in section.cards)
    page = replace(
        page,
        scripts=(*(() if soon else ("past.js",)), *(STARS if has_stars else ())),
        has_early_script=bool(soon),
    )
    return ListView(
        frame=frame_of(guide, page),
        heading=page.heading,
        intro=intro,
        count=words.count("{number} thing", "{number} things", number) if number else "",
        stars=stars_in_list(guide) if has_stars else None,
        jump_label=words.say("On this page"),
        jumps=jumps if len(jumps) > 1 and number >= LONG else (),
        sections=filled,
        empty="" if number else words.say("Nothing is listed here yet."),
        soon_heading=words.say("On near here this week") if soon else "",
        soon=soon,
        soon_old=old_page(guide, this_week(guide.today).last) if soon else None,
        others=tuple(links for links in others if links.links),
        invitation=missing_invitation(guide),
    )


def kind_view(guide: Guide, kind: Kind) -> ListView:
    """Return the list of a kind, by letter when it is long."""
    name = kind_names(guide)[kind]
    entries = guide.catalogue.of_kind(kind)
    sections = by_letter(guide, entries) if len(entries) >= LONG else [_whole(guide, entries)]
    others = [_topics_of(guide, entries), _areas_of(guide)]
    page = PageFacts(path=at.kind_path(kind), heading=name)
    return list_view(guide, page, sections, intro=_kind_intro(guide, kind), others=others)


def _kind_intro(guide: Guide, kind: Kind) -> str:
    say = guide.words.say
    return {
        Kind.GROUP: say("Groups and services that meet around here."),
        Kind.EVENT: say("Things that happen, once or again and again."),
        Kind.GREEN_SPACE: say("Parks, gardens, woods and paths to be in."),
        Kind.PLACE: say("Buildings where things happen."),
        Kind.STORY: say("Neighbours tell what it was like. Each story is told with consent."),
    }.get(kind, "")


def a_to_z_view(guide: Guide) -> ListView:
    """Return every entry by the letter it begins with."""
    entries = [entry for entry in guide.catalogue.listed if entry.kind is not Kind.PAGE]
    say = guide.words.say
    page = PageFacts(path=at.A_TO_Z, heading=say("A to Z"))
    return list_view(
        guide, page, by_letter(guide, entries), intro=say("Everything in this guide, by name.")
    )


def by_letter(guide: Guide, entries: Iterable[Entry]) -> list[CardList]:
    """Return entries under the letter they begin with; figures and the rest come first."""
    groups: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: (title_key(entry.title), entry.slug)):
        groups.setdefault(_letter(entry.title), []).append(entry)
    return [
        CardList(letter or guide.words.say("0 to 9"), cards_of(guide, group), id=_letter_id(letter))
        for letter, group in sorted(groups.items())
    ]


def _letter(title: str) -> str:
    first = title_key(title)[:1].upper()
    return first if first.isalpha() else ""


def _letter_id(letter: str) -> str:
    name = letter.lower() if letter.isascii() else f"u{ord(letter[0]):x}"
    return f"letter-{name}" if letter else "letter-0"


def topic_view(guide: Guide, topic: Topic) -> ListView:
    """Return what is listed on a topic: help to get and to give side by side with the rest."""
    entries = guide.catalogue.on_topic(topic.id)
    page = PageFacts(
        path=at.topic_path(topic.id),
        heading=topic.label,
        above=(_up(guide, guide.words.say("Topics"), at.TOPICS),),
    )
    return list_view(
        guide,
        page,
        _by_kind(guide, entries),
        others=[_on_soon(guide, topic_facet(topic.id)), _other_topics(guide, topic)],
    )


def area_view(guide: Guide, area: Area) -> ListView:
    """Return what is in a part of the neighbourhood."""
    entries = guide.catalogue.in_area(area.id)
    say = guide.words.say
    page = PageFacts(
        path=at.area_path(area.id), heading=area.label, above=(_up(guide, say("Areas"), at.AREAS),)
    )
    return list_view(
        guide,
        page,
        _by_kind(guide, entries),
        others=[
            _on_soon(guide, area_facet(area.id)),
            LinkList(say("Other areas"), area_links(guide, without=area.id)),
        ],
    )


def near_view(guide: Guide, landmark: Landmark) -> ListView:
    """Return what is 5 and 10 minutes from a landmark, in walking order."""
    say, near = guide.words.say, guide.catalogue.near(landmark.position, BANDS[-1])
    sections, nearer = [], 0
    for band in BANDS:
        cards = [
            nearby_card(guide, nearby, landmark.name)
            for nearby in near
            if nearer < nearby.minutes <= band
        ]
        heading = say(
            "Up to {minutes} minutes’ walk, {slow} if you go slowly", minutes=band, slow=2 * band
        )
        sections.append(CardList(heading, tuple(cards), id=f"minutes-{band}"))
        nearer = band
    page = PageFacts(
        path=at.near_path(landmark.id),
        heading=say("Near {landmark}", landmark=landmark.name),
        above=(_up(guide, say("Near me"), at.NEAR),),
    )
    others = [
        nearness_links(guide),
        paper_links(guide, sheet_of_landmark(landmark)),
        LinkList(say("Near somewhere else"), landmark_links(guide, without=landmark.id)),
    ]
    soon = soon_near(guide, landmark, BANDS[-1])
    return list_view(guide, page, sections, others=others, soon=soon)


def about_view(guide: Guide) -> ListView:
    """Return the plain pages, for a guide that has none called about."""
    page = PageFacts(path=at.ABOUT, heading=guide.words.say("About this guide"))
    return list_view(guide, page, [_whole(guide, guide.catalogue.of_kind(Kind.PAGE))])


def help_side_view(guide: Guide, side: Side) -> ListView:
    """Return the help on one side by topic, with the other side's beside it."""
    say = guide.words.say
    names = {Side.GET: (say("Get help"), at.HELP_GET), Side.GIVE: (say("Give help"), at.HELP_GIVE)}
    other = Side.GIVE if side is Side.GET else Side.GET
    heading, path = names[side]
    page = PageFacts(path=path, heading=heading, above=(_up(guide, say("Help"), at.HELP),))
    others = [
        LinkList(
            _other_side_heading(guide, other), topic_links(guide, guide.catalogue.help_on(other))
        ),
        LinkList(say("Help"), (Link(names[other][0], guide.permalinks.href(names[other][1])),)),
    ]
    topics = by_first_topic(guide, guide.catalogue.help_on(side))
    sections = [
        CardList(topic.label, cards_of(guide, topic.entries), id=topic.id) for topic in topics
    ]
    return list_view(guide, page, sections, intro=_help_intro(guide, side), others=others)


def _help_intro(guide: Guide, side: Side) -> str:
    say = guide.words.say
    if side is Side.GET:
        return say("People and places that help. It is fine to ask for a small thing.")
    return say("Neighbours and groups who are looking for somebody like you.")


def _other_side_heading(guide: Guide, other: Side) -> str:
    say = guide.words.say
    return say("Looking for a hand with") if other is Side.GIVE else say("Help there is with")


def _by_kind(guide: Guide, entries: Iterable[Entry]) -> list[CardList]:
    names = kind_names(guide)
    order = (Kind.EVENT, Kind.GROUP, Kind.HELP, Kind.PLACE, Kind.GREEN_SPACE, Kind.STORY, Kind.PAGE)
    listed = list(entries)
    return [
        CardList(
            names[kind], cards_of(guide, [e for e in listed if e.kind is kind]), id=kind.folder
        )
        for kind in order
    ]


def _whole(guide: Guide, entries: Iterable[Entry]) -> CardList:
    return CardList("", cards_of(guide, entries))


def _up(guide: Guide, text: str, path: str) -> Link:
    return Link(text, guide.permalinks.href(path))


def _on_soon(guide: Guide, choice: str) -> LinkList:
    """Return the way to what is on of the same sort."""
    say, found = guide.words.say, coming(guide).get(choice)
    href = guide.permalinks.href(at.choice_path(choice))
    links = (Link(say("In the next 4 weeks"), href, str(found.number)),) if found else ()
    return LinkList(say("What’s on"), links)


def _topics_of(guide: Guide, entries: Iterable[Entry]) -> LinkList:
    return LinkList(guide.words.say("By topic"), topic_links(guide, entries))


def _other_topics(guide: Guide, topic: Topic) -> LinkList:
    links = topic_links(guide, guide.catalogue.listed, without=topic.id)
    return LinkList(guide.words.say("Other topics"), links)


def _areas_of(guide: Guide) -> LinkList:
    return LinkList(guide.words.say("By area"), area_links(guide))
