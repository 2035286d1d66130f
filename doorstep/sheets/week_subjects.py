"""Topics, areas, landmarks and audiences -> what there is a week sheet about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep import permalinks as at
from doorstep.tracing import kept
from doorstep.views.parts import Link, LinkList
from doorstep.views.sheet_names import SheetName, name_of
from doorstep.views.whats_on_choices import choices
from doorstep.views.whats_on_facets import area_facet, audience_facet, topic_facet
from doorstep.views.whats_on_paper import sheet_of_landmark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.config import Landmark
    from doorstep.guide import Guide


class Subject(Struct, frozen=True):
    """What a week sheet is about: everything, one choice of What's on, or what is near."""

    slug: str
    """Its name in addresses; "" for everything."""
    label: str
    """What people call it."""
    title: str
    """What stands at the top of the paper."""
    more: str
    """The path of the page that has all of it."""
    facet: str = ""
    """The facet of what it is about, or ""."""
    landmark: Landmark | None = None
    """The place that it is near, or None."""


class SubjectGroup(Struct, frozen=True):
    """Subjects of one sort."""

    heading: str
    """By topic, By area, Near or For."""
    subjects: tuple[Subject, ...]
    """The subjects."""


def everything(guide: Guide) -> Subject:
    """Return the subject of the plain week sheet."""
    say = guide.words.say
    title = say("What’s on: {guide}", guide=guide.config.name)
    return Subject("", say("Everything"), title, at.WHATS_ON)


@kept(4)
def subject_groups(guide: Guide) -> tuple[SubjectGroup, ...]:
    """Return every other subject, by its sort; an address once printed is there for good."""
    say, config = guide.words.say, guide.config
    topics = (topic_facet(topic.id) for topic in config.topics)
    areas = (area_facet(area.id) for area in config.areas)
    audiences = (audience_facet(audience) for audience in guide.audiences)
    return (
        SubjectGroup(say("By topic"), _chosen(guide, topics)),
        SubjectGroup(say("By area"), _chosen(guide, areas)),
        SubjectGroup(say("Near"), tuple(_near(guide, landmark) for landmark in guide.landmarks)),
        SubjectGroup(say("For"), _chosen(guide, audiences)),
    )


def subjects(guide: Guide) -> dict[str, Subject]:
    """Return every subject but the plain one by its slug."""
    groups = subject_groups(guide)
    return {subject.slug: subject for group in groups for subject in group.subjects}


def sheet_name(guide: Guide, subject: Subject, *, is_next: bool) -> SheetName:
    """Return what the page of a sheet is called: Week sheet. What's on: Food."""
    plain = name_of(guide, at.NEXT_WEEK_SHEET if is_next else at.WEEK_SHEET)
    if not subject.slug:
        return plain
    heading = guide.words.say("{sheet}. {subject}", sheet=plain.heading, subject=subject.title)
    return SheetName(at.week_sheet_path(subject.slug, is_next=is_next), heading, plain.intro)


def other_weeks(guide: Guide, subject: Subject, *, is_next: bool) -> list[LinkList]:
    """Return the ways to the other week, to the month, and to every other subject."""
    say = guide.words.say
    weeks = ((say("This week"), False), (say("Next week"), True))
    same = [_link(guide, text, subject.slug, current=is_next, is_next=week) for text, week in weeks]
    if subject.slug:
        whole = (_link(guide, text, "", current=None, is_next=week) for text, week in weeks)
        return [LinkList(subject.title, tuple(same)), LinkList(say("Everything"), tuple(whole))]
    month = Link(say("A month on one page"), guide.permalinks.href(at.MONTH_SHEET))
    lists = [_links(guide, group, is_next=is_next) for group in subject_groups(guide)]
    return [LinkList(say("When"), (*same, month)), *lists]


def _links(guide: Guide, group: SubjectGroup, *, is_next: bool) -> LinkList:
    links = (
        _link(guide, one.label, one.slug, current=None, is_next=is_next) for one in group.subjects
    )
    return LinkList(group.heading, tuple(links))


def _link(guide: Guide, text: str, slug: str, *, current: bool | None, is_next: bool) -> Link:
    path = at.week_sheet_path(slug, is_next=is_next)
    return Link(text, guide.permalinks.href(path), is_current=current is is_next)


def _chosen(guide: Guide, facets: Iterable[str]) -> tuple[Subject, ...]:
    known = {choice.facet: choice for choice in choices(guide)}
    found = (known[facet] for facet in facets)
    return tuple(
        Subject(one.slug, one.label, one.heading, at.choice_path(one.slug), facet=one.facet)
        for one in found
    )


def _near(guide: Guide, landmark: Landmark) -> Subject:
    title = guide.words.say("What’s on near {landmark}", landmark=landmark.name)
    more = at.near_path(landmark.id)
    return Subject(sheet_of_landmark(landmark), landmark.name, title, more, landmark=landmark)
