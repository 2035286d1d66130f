"""What partials may read: links, tags, cards, facts, all in the reader's own words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
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


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line: plain words, or a link."""

    text: str
    """The words."""
    href: str = ""
    """Where they lead, or "" for plain words."""
    style: str = "words"
    """words, phone (a number to dial), link, name (never translated), or aside (quieter)."""
    lang: str = ""
    """The language of the words where it is not the page's (BCP 47)."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One of the few fixed words about an entry: Free, Step-free, Not checked lately."""

    text: str
    """The words."""
    tone: str
    """plain, or alert for what may spoil a journey."""


@dataclass(frozen=True, slots=True)
class Number:
    """An entry's number for life, seen as "No. 127" and heard as "Number 127"."""

    seen: str
    """What is seen, with a space that does not break."""
    heard: str
    """What a screen reader says."""


@dataclass(frozen=True, slots=True)
class Card:
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


@dataclass(frozen=True, slots=True)
class CardList:
    """Cards under a heading."""

    heading: str
    """The heading, or "" when the page's own is enough."""
    cards: tuple[Card, ...]
    """The entries, in order."""
    id: str = ""
    """The fragment that leads here, or ""."""
    note: str = ""
    """A sentence under the heading."""


@dataclass(frozen=True, slots=True)
class LinkList:
    """Links under a heading."""

    heading: str
    """The heading, or "" when the page's own is enough."""
    links: tuple[Link, ...]
    """The links, in order."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the facts: a label, and what is known, a line each."""

    label: str
    """The label, such as Where."""
    lines: tuple[tuple[Run, ...], ...]
    """What is known; every line is made of runs, which carry their own spaces."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo in the sizes it is published in."""

    src: str
    """The address of the middle size."""
    srcset: str
    """Every size with its width, for the browser to choose from."""
    width: int
    """Pixels of the middle size, so that nothing jumps."""
    height: int
    """Pixels of the middle size."""
    alt: str
    """What the picture shows."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know before anything else; there is at most one on a page."""

    heading: str
    """What it is about."""
    lines: tuple[tuple[Run, ...], ...]
    """What it says."""


@dataclass(frozen=True, slots=True)
class Exit:
    """The quick way out of a page for people at risk (GOV.UK: exit this page)."""

    text: str
    """Exit this page."""
    href: str
    """A page that could be anyone's."""
    hint: str
    """Or press Shift 3 times."""
    spoken: tuple[str, ...]
    """What is announced after one press, after two, on leaving, and when it lapses."""


@dataclass(frozen=True, slots=True)
class HelpLineBox:
    """Whom to phone; in the same place on every page (WCAG 2.2, 3.2.6)."""

    heading: str
    """What the box is."""
    lines: tuple[tuple[Run, ...], ...]
    """Phone, text, when somebody answers."""
    tell_us: Link
    """Where to say that something is wrong."""


@dataclass(frozen=True, slots=True)
class Script:
    """A script of ours, and what it may read."""

    src: str
    """Its address."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page."""

    lang: str
    """The language (BCP 47)."""
    dir: str
    """ltr or rtl."""
    title: str
    """The document's title: "heading – name of the guide"."""
    description: str
    """One sentence for search engines and previews, or ""."""
    canonical: str
    """The whole address of the page, or "" where there is none to give."""
    robots: str
    """noindex, or "" for pages that may be found."""
    referrer: str
    """The referrer policy."""
    security: str
    """The Content-Security-Policy."""
    stylesheets: tuple[str, ...]
    """Addresses of the style sheets."""
    icon: str
    """Address of the icon."""
    feed: Link | None
    """The Atom feed of what is new."""
    scripts: tuple[Script, ...]
    """Scripts of ours; every page works without them."""
    structured_data: str
    """JSON-LD (schema.org), already safe inside a script element, or ""."""
    skip: Link
    """The first stop of the keyboard; it leads to #main."""
    home: Link
    """The guide's name, leading home."""
    menu_label: str
    """What the menu is called."""
    menu: tuple[Link, ...]
    """The menu."""
    breadcrumbs_label: str
    """What the breadcrumbs are called."""
    breadcrumbs: tuple[Link, ...]
    """From home to the page above this one."""
    example: str
    """That this guide is an example, or ""."""
    built_on: str
    """The day the page was built (YYYY-MM-DD)."""
    stale_words: str
    """What the page says of itself when it is more than three days old."""
    notice: Notice | None
    """Something to know first."""
    exit: Exit | None
    """The quick way out, on pages for people at risk only."""
    help_line: HelpLineBox
    """Whom to phone."""
    footer_label: str
    """What the links at the foot are called."""
    footer: tuple[Link, ...]
    """About, privacy and the like."""
    colophon: tuple[str, ...]
    """How many were checked this month; the day of the build."""
