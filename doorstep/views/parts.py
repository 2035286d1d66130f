"""What partials may read: links, tags, cards, facts, all in the reader's own words."""

from __future__ import annotations

from msgspec import Struct


class Link(Struct, frozen=True):
    """A link that says where it goes."""

    text: str
    """The words of the link."""
    href: str
    """The address, ready for an attribute."""
    note: str = ""
    """Words after the link, such as a count; "" for none."""
    is_current: bool = False
    """Whether this is the page one is on (then it is marked so)."""
    is_name: bool = False
    """Whether the words are a name, which nobody translates."""
    ends: str = ""
    """The instant from which the words are true no more (RFC 3339), or ""."""
    over: str = ""
    """The words that a script puts in their place then."""


class Run(Struct, frozen=True):
    """A stretch of a line: plain words, or a link."""

    text: str
    """The words."""
    href: str = ""
    """Where they lead, or "" for plain words."""
    style: str = "words"
    """words, phone (a number to dial), link, name (never translated), or aside (quieter)."""
    lang: str = ""
    """The language of the words where it is not the page's (BCP 47)."""
    moment: str = ""
    """The date and time the words say, as machines write it (HTML, the time element), or ""."""
    ends: str = ""
    """The instant from which that is over (RFC 3339), or ""."""
    over: str = ""
    """What a script says in its place when it is over and no date is left."""


class Tag(Struct, frozen=True):
    """One of the few fixed words about an entry: Free, Step-free, Not checked lately."""

    text: str
    """The words."""
    tone: str
    """plain, or alert for what may spoil a journey."""
    ends: str = ""
    """The instant from which it is true no more (RFC 3339), when a script hides it; or ""."""


class Number(Struct, frozen=True):
    """An entry's number for life, seen as "No. 127" and heard as "Number 127"."""

    seen: str
    """What is seen, with a space that does not break."""
    heard: str
    """What a screen reader says."""


class Passing(Struct, frozen=True):
    """A line that is true for a while."""

    text: str
    """The words."""
    ends: str
    """The instant from which they are true no more (RFC 3339), when a script hides them."""
    over: str = ""
    """What a script then says in their place, or ""."""


class Card(Struct, frozen=True):
    """An entry in a list."""

    title: str
    """Its title, the words of the link; "Closed:" and the like come first."""
    href: str
    """Its page."""
    number: Number | None = None
    """Its number, when it has one."""
    summary: str = ""
    """What it is, in one sentence."""
    lines: tuple[str, ...] = ()
    """When and where, a line each."""
    tags: tuple[Tag, ...] = ()
    """At most three."""
    is_name: bool = False
    """Whether the title is a name, which nobody translates."""
    passing: tuple[Passing, ...] = ()
    """What is off and when it is next, before the other lines."""
    off_until: str = ""
    """The instant from which "Cancelled:" is true no more (RFC 3339), or ""."""
    usual_title: str = ""
    """The title without that word."""
    has_star: bool = False
    """Whether a script may put it on a shortlist, by its number."""


class Stars(Struct, frozen=True, kw_only=True):
    """What a script needs to put entries on a shortlist."""

    shortlist: str
    """The address of the page that prints it."""
    number: str = ""
    """The entry's own number on its page; "" in a list, whose rows each have one."""
    choose: str = ""
    """The words of the button that shows the stars of a list."""
    add: str
    """The words of a star."""
    added: str
    """The words of a star whose entry is on the shortlist."""
    add_named: str
    """What a star is called for those who do not see its row, {title} and {number} left open."""
    added_named: str
    """The same when its entry is on the shortlist."""
    link: str
    """The words of the link to the shortlist, with {number} for how many are on it."""


class CardList(Struct, frozen=True):
    """Cards under a heading."""

    heading: str
    """The heading, or "" when the page's own is enough."""
    cards: tuple[Card, ...]
    """The entries, in order."""
    id: str = ""
    """The fragment that leads here, or ""."""
    note: str = ""
    """A sentence under the heading."""


class LinkList(Struct, frozen=True):
    """Links under a heading."""

    heading: str
    """The heading, or "" when the page's own is enough."""
    links: tuple[Link, ...]
    """The links, in order."""


class Fact(Struct, frozen=True):
    """One row of the facts: a label, and what is known, a line each."""

    label: str
    """The label, such as Where."""
    lines: tuple[tuple[Run, ...], ...]
    """What is known; every line is made of runs, which carry their own spaces."""


class Picture(Struct, frozen=True):
    """A photo in the sizes it is published in."""

    src: str
    """The address of the middle size."""
    srcset: str
    """Every size with its width, for the browser to choose from."""
    webp: str
    """The same as WebP, which is smaller and which old phones do not show; "" for a drawing."""
    width: int
    """Pixels of the middle size, so that nothing jumps."""
    height: int
    """Pixels of the middle size."""
    alt: str
    """What the picture shows."""


class Notice(Struct, frozen=True):
    """Something to know before anything else; there is at most one on a page."""

    heading: str
    """What it is about."""
    lines: tuple[tuple[Run, ...], ...]
    """What it says."""


class Invitation(Struct, frozen=True):
    """An invitation to act, at the end of a page: a question, a sentence, a link."""

    heading: str
    """The question, such as Is something missing?"""
    text: str
    """What one can do about it."""
    link: Link
    """Where to do it."""


class Door(Struct, frozen=True):
    """One of the two equal ways in: get help, give help."""

    heading: str
    """Get help, or Give help."""
    href: str
    """Its page."""
    summary: str
    """What is behind it, in one sentence, or "" where nothing is yet."""
    links: tuple[Link, ...]
    """What people come for most, with counts."""
    all: Link
    """The link to everything behind this door."""


class CheckedBox(Struct, frozen=True):
    """When the facts were checked, and what to do when they are wrong."""

    lines: tuple[str, ...]
    """Checked 3 February 2026, by phone. Check due 4 May 2026."""
    wrong: tuple[Run, ...]
    """Tell us it is wrong: the way that takes no account."""
    editing: LinkList | None
    """The ways to say it is right, or to change it, that take one; none for a safe space."""
