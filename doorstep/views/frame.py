"""What base.html may read: what stands around every page."""

from __future__ import annotations

from msgspec import Struct

from doorstep.views.parts import Link, Notice, Run


class Exit(Struct, frozen=True):
    """The quick way out of a page for people at risk (GOV.UK: exit this page)."""

    text: str
    """Exit this page."""
    href: str
    """A page that could be anyone's."""
    hint: str
    """Or press Shift 3 times."""
    spoken: tuple[str, ...]
    """What is announced after one press, after two, on leaving, and when it lapses."""


class HelpLineBox(Struct, frozen=True):
    """Whom to phone; in the same place on every page (WCAG 2.2, 3.2.6)."""

    heading: str
    """What the box is."""
    lines: tuple[tuple[Run, ...], ...]
    """Phone, text, when somebody answers."""
    tell_us: Link | None
    """Where to say that something is wrong; a safe space is put right by phone alone."""


class SearchBox(Struct, frozen=True):
    """The box to type in what one is looking for."""

    label: str
    """What are you looking for?"""
    find: str
    """Find."""
    action: str
    """The address of the search page."""
    index: str
    """The address of what a script knows of every entry, fetched when the box is touched."""


class Script(Struct, frozen=True):
    """A script of ours, and what it may read."""

    src: str
    """Its address."""


class Frame(Struct, frozen=True):
    """What stands around every page."""

    lang: str
    """The language (BCP 47)."""
    dir: str
    """ltr or rtl."""
    worker: str
    """Address of what keeps the page on a phone; without it, "", no phone keeps the page."""
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
    manifest: str
    """Address of what puts the guide on a home screen, on its first page; elsewhere "".

    Each file costs a phone a journey of its own, and from the page of a safe space it would tell.
    """
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
    search: SearchBox | None
    """The box to search by; None on the search page, which has its own."""
    breadcrumbs_label: str
    """What the breadcrumbs are called."""
    breadcrumbs: tuple[Link, ...]
    """From home to the page above this one."""
    example: str
    """That this guide is an example, or ""."""
    built_on: str
    """The day the page was built (YYYY-MM-DD)."""
    offsets: str
    """What the clocks of the guide say (doorstep.clock_changes), to tell what day it is there."""
    stale_words: str
    """What the page says of itself when it is {number} days old, always more than three."""
    saved_words: str
    """What the page says of itself when a phone shows the copy that it kept."""
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
