"""Topics, areas and landmarks -> links to their lists, with how much is there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.views.framing import PageFacts, frame_of
from doorstep.views.invitations import missing_invitation
from doorstep.views.map_links import nearness_links
from doorstep.views.pages import ChoicesView
from doorstep.views.parts import Link, LinkList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.entries import Entry
    from doorstep.guide import Guide


def topic_links(guide: Guide, entries: Iterable[Entry], *, without: str = "") -> tuple[Link, ...]:
    """Return a link to each topic these entries are on, with how many of them are."""
    counts = Counter(topic for entry in entries for topic in dict.fromkeys(entry.topics))
    return tuple(
        Link(topic.label, guide.permalinks.href(at.topic_path(topic.id)), str(counts[topic.id]))
        for topic in guide.config.topics
        if counts[topic.id] and topic.id != without
    )


def area_links(guide: Guide, *, without: str = "") -> tuple[Link, ...]:
    """Return a link to each part of the neighbourhood, with how much is there."""
    return tuple(
        Link(
            area.label,
            guide.permalinks.href(at.area_path(area.id)),
            str(len(guide.catalogue.in_area(area.id))),
        )
        for area in guide.config.areas
        if area.id != without
    )


def landmark_links(guide: Guide, *, without: str = "") -> tuple[Link, ...]:
    """Return a link to what is near each landmark."""
    return tuple(
        Link(landmark.name, guide.permalinks.href(at.near_path(landmark.id)))
        for landmark in guide.landmarks
        if landmark.id != without
    )


def topics_view(guide: Guide) -> ChoicesView:
    """Return all topics to choose from."""
    say = guide.words.say
    links = topic_links(guide, guide.catalogue.listed)
    return _choices(guide, PageFacts(path=at.TOPICS, heading=say("Topics")), links)


def areas_view(guide: Guide) -> ChoicesView:
    """Return all parts of the neighbourhood to choose from."""
    page = PageFacts(path=at.AREAS, heading=guide.words.say("Areas"))
    return _choices(guide, page, area_links(guide))


def landmarks_view(guide: Guide) -> ChoicesView:
    """Return all landmarks to choose from, so that nobody has to give their location."""
    say = guide.words.say
    page = PageFacts(path=at.NEAR, heading=say("Near me"))
    intro = say("Choose a place you know. We do not ask where you are.")
    return _choices(guide, page, landmark_links(guide), intro, nearness_links(guide))


def _choices(
    guide: Guide, page: PageFacts, links: tuple[Link, ...], intro: str = "", *more: LinkList
) -> ChoicesView:
    return ChoicesView(
        frame=frame_of(guide, page),
        heading=page.heading,
        intro=intro,
        lists=tuple(one for one in (LinkList("", links), *more) if one.links),
        invitation=missing_invitation(guide),
    )
