"""What layouts may read: one small value for each layout."""

from __future__ import annotations

from msgspec import Struct

from doorstep.views.calendar_parts import CalendarWay, FeedList
from doorstep.views.frame import Frame
from doorstep.views.map_views import MapLink
from doorstep.views.parts import (
    CardList,
    CheckedBox,
    Door,
    Fact,
    Invitation,
    Link,
    LinkList,
    Number,
    Picture,
    Run,
    Stars,
    Tag,
)
from doorstep.views.whats_on_parts import DateList, Day, OldPage, Timetable


class HomeView(Struct, frozen=True):
    """layouts/home.html: the first page."""

    frame: Frame
    """What stands around the page."""
    heading: str
    """The name of the guide."""
    tagline: str
    """What it is for, or ""."""
    today: Day
    """The first things of today."""
    today_is_empty: tuple[Run, ...]
    """That nothing is on today, and what is next; or ()."""
    old: OldPage
    """What a script says of today when the page has grown old."""
    whats_on: tuple[Link, ...]
    """See all of today, this weekend, every week."""
    whats_on_label: str
    """What those links are called."""
    doors: tuple[Door, ...]
    """Get help and Give help, the same size."""
    lists: tuple[LinkList, ...]
    """Topics, kinds of entry, parts of the neighbourhood, landmarks."""
    latest: CardList
    """What was checked last."""
    invitation: Invitation
    """To say what is missing."""


class EntryView(Struct, frozen=True):
    """layouts/entry.html: one entry of any kind, in the order people learn once."""

    frame: Frame
    """What stands around the page."""
    number: Number | None
    """Its number."""
    heading: str
    """Its title; "Closed:" and the like come first."""
    off_until: str
    """The instant from which "Cancelled:" is true no more (RFC 3339), or ""."""
    usual_heading: str
    """Its title without that word."""
    tags: tuple[Tag, ...]
    """Words about its state, and Free, Step-free, Just turn up."""
    summary: str
    """What it is, in one sentence, or ""."""
    facts_label: str
    """What the facts are called, for screen readers."""
    facts: tuple[Fact, ...]
    """When, where, come along, contact, cost, getting in, speaks, for, you can help."""
    checked: CheckedBox
    """The two dates beside the facts."""
    map: MapLink | None
    """The way to its place on the map; none for a safe space."""
    dates: DateList | None
    """The next dates of what comes round."""
    calendar_label: str
    """What the ways to have the dates in a calendar are called, or ""."""
    calendar: tuple[Link, ...]
    """Ways to have the dates in a calendar; none for a safe space."""
    timetable: Timetable | None
    """What comes round in this building, by day of the week."""
    picture: Picture | None
    """A photo."""
    body: str
    """Everything longer: safe HTML, or ""."""
    share_label: str
    """What the sharing links are called, or ""."""
    share: tuple[Link, ...]
    """Ways to pass it on; none for a safe space."""
    related: tuple[CardList, ...]
    """Who runs it, what happens here, who works with whom, what else like this is near."""
    is_name: bool = False
    """Whether the heading is a name, which nobody translates."""
    copy_label: str = ""
    """The words of the button that copies the address (share.js adds it), or "" for no button."""
    copied: str = ""
    """What is said when it has been copied."""
    stars: Stars | None = None
    """What puts it on a shortlist; none for a safe space."""


class ListView(Struct, frozen=True):
    """layouts/list.html: entries, and the ways to narrow or widen the list."""

    frame: Frame
    """What stands around the page."""
    heading: str
    """What is listed."""
    intro: str
    """A sentence on what is here, or ""."""
    count: str
    """How many things are listed, in words, or ""."""
    stars: Stars | None
    """What puts them on a shortlist."""
    jump_label: str
    """What the links within the page are called."""
    jumps: tuple[Link, ...]
    """Links to sections of the page, such as letters; () for short lists."""
    sections: tuple[CardList, ...]
    """The entries."""
    empty: str
    """What to say and where to go when nothing is listed, or ""."""
    soon_heading: str
    """What is on soon, or "" where that is not said."""
    soon: tuple[Day, ...]
    """What is on soon near here, by day."""
    soon_old: OldPage | None
    """What a script says of that when the page has grown old."""
    others: tuple[LinkList, ...]
    """Other lists."""
    invitation: Invitation
    """To say what is missing."""


class ChoicesView(Struct, frozen=True):
    """layouts/choices.html: lists to choose from, such as all topics."""

    frame: Frame
    """What stands around the page."""
    heading: str
    """What can be chosen."""
    intro: str
    """A sentence, or ""."""
    lists: tuple[LinkList, ...]
    """The choices."""
    invitation: Invitation
    """To say what is missing."""


class CalendarView(Struct, frozen=True):
    """layouts/calendar.html: how to have what is on in a calendar."""

    frame: Frame
    """What stands around the page."""
    heading: str
    """Add to your calendar."""
    intro: str
    """One sentence."""
    late_heading: str
    """That calendars can be late."""
    late: tuple[str, ...]
    """How late, and what to do."""
    ways: tuple[CalendarWay, ...]
    """On this phone, in Google Calendar, one date."""
    choose_heading: str
    """What the lists are called."""
    choose: tuple[str, ...]
    """What to do with a name and with an address."""
    lists: tuple[FeedList, ...]
    """Every calendar there is something in."""


class HelpView(Struct, frozen=True):
    """layouts/help.html: the two doors, side by side."""

    frame: Frame
    """What stands around the page."""
    heading: str
    """Help."""
    intro: str
    """What both doors are for."""
    doors: tuple[Door, ...]
    """Get help and Give help, the same size."""
    emergency: Fact
    """Whom to ring when it cannot wait."""


class TextView(Struct, frozen=True):
    """layouts/text.html: a plain page or a story."""

    frame: Frame
    """What stands around the page."""
    heading: str
    """Its title."""
    summary: str
    """One sentence, or ""."""
    picture: Picture | None
    """A photo."""
    body: str
    """Safe HTML."""
    facts_label: str
    """What the facts are called, for screen readers."""
    facts: tuple[Fact, ...]
    """Such as the national lines on the page about staying safe; often ()."""
    footnotes: tuple[str, ...]
    """When it was checked, that the story is told with consent."""
    related: tuple[CardList, ...]
    """The groups a story is about; other pages."""
    contents: tuple[Link, ...] = ()
    """Links to the headings of a long page."""
    contents_label: str = ""
    """What those links are called."""
    editing: LinkList | None = None
    """The ways to change it that take an account; none for what people at risk read."""


class NotFoundView(Struct, frozen=True):
    """layouts/not_found.html: for addresses that are not here (GOV.UK: page not found)."""

    frame: Frame
    """What stands around the page."""
    heading: str
    """Page not found."""
    lines: tuple[str, ...]
    """What may have happened, in plain words."""
    lists: tuple[LinkList, ...]
    """The main lists."""


class RedirectView(Struct, frozen=True):
    """layouts/redirect.html: an old or a short address, and where it leads."""

    lang: str
    """The language (BCP 47)."""
    dir: str
    """ltr or rtl."""
    title: str
    """The title of the page it leads to."""
    href: str
    """The address it leads to."""
    canonical: str
    """The same, whole; "" when it should not be told."""
    referrer: str
    """The referrer policy."""
    security: str
    """The Content-Security-Policy."""
    style: str
    """The few rules of its look, which the policy lets through."""
    icon: str
    """Address of the icon, without which browsers ask for one that is not there."""
    heading: str
    """That this page has moved."""
    link: Link
    """The way there, for browsers that do not go by themselves."""
