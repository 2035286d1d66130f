"""A guide -> the page of what could be here: invitations by sort, then where the mesh is thin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.mesh.connections import mesh_of
from doorstep.mesh.gap import how_to_begin
from doorstep.mesh.gaps import gaps_by_sort
from doorstep.views.framing import PageFacts, frame_of
from doorstep.views.invitations import missing_invitation
from doorstep.views.mesh_lists import (
    MOST_CLUSTERS,
    MOST_ISLANDS,
    and_more,
    cluster_lists,
    few_of,
    island_links,
)
from doorstep.views.mesh_picture import mesh_picture
from doorstep.views.missing_views import MissingView, Opening, OpeningList
from doorstep.views.parts import Link, LinkList

if TYPE_CHECKING:
    from doorstep.guide import Guide
    from doorstep.mesh.gaps import Gap

MOST_OF_A_SORT = 4
"""Invitations under one heading: what is to be chosen from has to be taken in."""

MESH_ID, ISLANDS_ID = "mesh", "islands"


def missing_view(guide: Guide) -> MissingView:
    """Return what could be here, as invitations."""
    say, mesh = guide.words.say, mesh_of(guide)
    lists = tuple(_list(guide, gaps) for gaps in gaps_by_sort(guide))
    page = PageFacts(
        path=at.MISSING,
        heading=say("What is missing here"),
        above=(Link(say("Add or change something"), guide.permalinks.href(at.ADD)),),
    )
    begin_href, begin_words = how_to_begin(guide)
    return MissingView(
        frame=frame_of(guide, page),
        heading=page.heading,
        intro=say("Every gap is an invitation. Could you start something, join in, or tell us?"),
        begin=Link(begin_words, begin_href),
        contents_label=say("On this page"),
        contents=_contents(guide, lists),
        lists=lists,
        empty=_empty(guide, lists),
        mesh_heading=say("Who is connected with whom") if mesh.entries else "",
        mesh_intro=_connected(guide),
        picture=mesh_picture(guide),
        clusters=cluster_lists(guide),
        clusters_more=and_more(guide, len(mesh.clusters) - MOST_CLUSTERS),
        islands_heading=say("On its own so far") if mesh.islands else "",
        islands_intro=say("Do you know who they could meet? Bring them together, and tell us."),
        islands=LinkList("", island_links(guide)),
        islands_more=and_more(guide, len(mesh.islands) - MOST_ISLANDS),
        invitation=missing_invitation(guide),
    )


def _contents(guide: Guide, lists: tuple[OpeningList, ...]) -> tuple[Link, ...]:
    say, mesh = guide.words.say, mesh_of(guide)
    links = [Link(one.heading, f"#{one.id}") for one in lists]
    links += [Link(say("Who is connected with whom"), f"#{MESH_ID}")] if mesh.entries else []
    links += [Link(say("On its own so far"), f"#{ISLANDS_ID}")] if mesh.islands else []
    return tuple(links) if len(links) > 1 else ()


def _empty(guide: Guide, lists: tuple[OpeningList, ...]) -> str:
    say = guide.words.say
    if not mesh_of(guide).entries:
        return say("This guide is just beginning. What do you know of that is here?")
    return "" if lists else say("We know of no gap today. You may know of one.")


def _connected(guide: Guide) -> str:
    """Return how much of the guide is connected, and what counts as a connection."""
    say, mesh = guide.words.say, mesh_of(guide)
    every = len(mesh.entries)
    number = every - len(mesh.islands)
    if not number:
        return say("We know of no connection yet.")
    connected = (
        say("All {all} things in this guide are connected.", all=every)
        if number == every
        else say("{number} of {all} things in this guide are connected.", number=number, all=every)
    )
    means = say("They work together, share a place or are run by the same group.")
    return f"{connected} {means}"


def _list(guide: Guide, gaps: tuple[Gap, ...]) -> OpeningList:
    kind = gaps[0].kind
    told = few_of(gaps, MOST_OF_A_SORT)
    return OpeningList(
        heading=_heading(guide, kind),
        id=kind,
        openings=tuple(
            Opening(gap.sentence, gap.invitation, Link(gap.link, gap.href)) for gap in told
        ),
        more=and_more(guide, len(gaps) - len(told)),
    )


def _heading(guide: Guide, kind: str) -> str:
    say = guide.words.say
    return {
        "languages-here": say("Languages spoken here"),
        "topics-near": say("Within a short walk") if guide.landmarks else say("Topics"),
        "quiet-days": say("Quiet days and evenings"),
        "help-wanted": say("Waiting for somebody"),
        "one-helper": say("Room for a second pair of hands"),
        "one-contact": say("Could be shared by two"),
        "free": say("Could be free"),
        "step-free": say("Could be step-free"),
        "partners": say("Could meet others"),
        "threads": say("Held by one thread"),
    }[kind]
