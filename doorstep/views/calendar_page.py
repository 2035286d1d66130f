"""A guide's calendars -> the page that says how to have them on a phone or a computer."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from doorstep import permalinks as at
from doorstep.views.calendar_feeds import feeds_of
from doorstep.views.calendar_parts import CalendarWay, FeedList, FeedRow
from doorstep.views.framing import PageFacts, frame_of
from doorstep.views.pages import CalendarView
from doorstep.views.parts import Link

if TYPE_CHECKING:
    from doorstep.guide import Guide
    from doorstep.views.calendar_feeds import Feed

MOST = 60
"""Calendars in one list; beyond that, the page of the group or the place is the way to its own."""

# Google has never written this address down, so the steps stand beside it.
GOOGLE = "https://calendar.google.com/calendar/r?cid="


def calendar_view(guide: Guide) -> CalendarView:
    """Return how to add calendars, and every one there is something in."""
    say, feeds = guide.words.say, feeds_of(guide)
    lists = (
        _feed_list(guide, say("Everything"), (feeds.everything,)),
        _feed_list(guide, say("By topic"), feeds.topics),
        _feed_list(guide, say("By area"), feeds.areas),
        _feed_list(guide, say("By group"), feeds.groups),
        _feed_list(guide, say("By place"), feeds.places),
    )
    heading = say("Add to your calendar")
    return CalendarView(
        frame=frame_of(guide, PageFacts(path=at.CALENDAR, heading=heading)),
        heading=heading,
        intro=say("Have what is on in the calendar of your phone or computer."),
        late_heading=say("Calendars can be late"),
        late=(
            say("A calendar asks us for changes once or twice a day, and some never do."),
            say("So look at the page before you go, or phone. Cancelled dates are there first."),
        ),
        ways=(_on_this_phone(guide), _google(guide), _other_programs(guide), _one_date(guide)),
        choose_heading=say("Choose what to add"),
        choose=(
            say("On a phone, choose a name."),
            say("For other programs, hold or right-click “Address”, and copy it."),
        ),
        lists=tuple(feed_list for feed_list in lists if feed_list.rows),
    )


def _on_this_phone(guide: Guide) -> CalendarWay:
    say = guide.words.say
    return CalendarWay(
        heading=say("On this phone"),
        intro=say(
            "Your phone asks whether to subscribe. After that, new dates come by themselves."
        ),
        steps=(),
        link=Link(say("Add everything on this phone"), guide.permalinks.webcal(at.EVERYTHING)),
        address="",
    )


def _google(guide: Guide) -> CalendarWay:
    say, links = guide.words.say, guide.permalinks
    return CalendarWay(
        heading=say("In Google Calendar"),
        intro=say(
            "It can be a day or more behind. On Android phones, do this on a computer first."
        ),
        steps=(
            say("On a computer, open calendar.google.com."),
            say("Beside “Other calendars”, choose the plus sign, then “From URL”."),
            say("Paste the address of a calendar, such as this one, which has everything."),
            say("Choose “Add calendar”. Your phone then shows it too."),
        ),
        link=Link(
            say("Try to add everything to Google Calendar"),
            GOOGLE + quote(links.webcal(at.EVERYTHING), safe=""),
        ),
        address=links.absolute(at.EVERYTHING),
    )


def _other_programs(guide: Guide) -> CalendarWay:
    say = guide.words.say
    return CalendarWay(
        heading=say("In Outlook and others"),
        intro=say("Look for “Subscribe” or “Add from web”, and paste the same address."),
        steps=(),
        link=None,
        address="",
    )


def _one_date(guide: Guide) -> CalendarWay:
    say = guide.words.say
    return CalendarWay(
        heading=say("One date only"),
        intro=say("This date stays as it is in your calendar, even when we change it here."),
        steps=(
            say("Open the page of what you want to go to."),
            say("Choose “Download the next date”, and open the file."),
        ),
        link=Link(say("See what’s on"), guide.permalinks.href(at.WHATS_ON)),
        address="",
    )


def _feed_list(guide: Guide, heading: str, feeds: tuple[Feed, ...]) -> FeedList:
    filled = [feed for feed in feeds if feed.entries]
    note = guide.words.say("There are more: each has a calendar on its own page.")
    rows = tuple(_row(guide, feed) for feed in filled[:MOST])
    return FeedList(heading, rows, note if len(filled) > MOST else "")


def _row(guide: Guide, feed: Feed) -> FeedRow:
    say, links = guide.words.say, guide.permalinks
    return FeedRow(
        subscribe=Link(feed.name, links.webcal(feed.path)),
        address=Link(say("Address"), links.href(feed.path)),
        heard=say("Address: {name}", name=feed.name),
    )
