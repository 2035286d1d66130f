"""A guide -> the page for having no signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.views.framing import PageFacts, frame_of
from doorstep.views.home_page import emergency_fact
from doorstep.views.kept_pages import pages_for_all
from doorstep.views.offline_views import Forgetting, Kept, OfflineView
from doorstep.views.parts import Fact, Link, LinkList
from doorstep.views.usual_frame import help_line_lines

if TYPE_CHECKING:
    from doorstep.guide import Guide


def offline_view(guide: Guide) -> OfflineView:
    """Return the page; a script adds what is true of one phone alone."""
    say = guide.words.say
    keeps = guide.config.offline
    page = PageFacts(
        path=at.OFFLINE,
        heading=say("When there is no signal"),
        scripts=("offline-page.js",) if keeps else (),
        is_found=False,
    )
    return OfflineView(
        frame=frame_of(guide, page),
        heading=page.heading,
        intro=say("Most phones keep a few pages of this guide, and those you looked at.")
        if keeps
        else say("This guide keeps no pages on your phone."),
        kept=_kept(guide) if keeps else None,
        phone=Fact(say("Phone instead"), (*help_line_lines(guide), *emergency_fact(guide).lines)),
        phone_intro=say("A phone call needs no internet."),
    )


def _kept(guide: Guide) -> Kept:
    say, href = guide.words.say, guide.permalinks.href
    links = tuple(Link(name, href(path)) for path, name in pages_for_all(guide).items())
    return Kept(
        root=guide.permalinks.root,
        own=href(at.OFFLINE),
        missing=say("You have no signal now. This phone has not kept the page you asked for."),
        again=say("Try again"),
        for_all=LinkList(say("What you can read without signal"), links),
        visited_heading=say("Pages you looked at"),
        forgetting=_forgetting(guide),
    )


def _forgetting(guide: Guide) -> Forgetting:
    say = guide.words.say
    return Forgetting(
        heading=say("If others look at your phone"),
        lines=(
            say("They can open the pages it has kept. Pages of safe spaces are never kept."),
            say(
                "This button takes away those pages and your shortlist. It does not clear the "
                "history of your browser."
            ),
            say("The phone keeps pages again when you next open this guide."),
        ),
        button=say("Forget what this phone has kept"),
        forgotten=say("This phone has forgotten the pages and the shortlist."),
        shortlist=guide.permalinks.href(at.SHORTLIST),
    )
