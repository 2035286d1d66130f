"""A guide and what is particular to a page -> the frame that stands around it."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from doorstep import permalinks as at
from doorstep.views.frame import Frame, Script
from doorstep.views.parts import Link, Notice
from doorstep.views.usual_frame import (
    address_of,
    help_by_phone,
    quiet_footer,
    usual_frame,
    way_out,
)

if TYPE_CHECKING:
    from doorstep.guide import Guide

TEXT_SPACING = (
    "*{line-height:1.5 !important;letter-spacing:.12em !important;word-spacing:.16em !important} "
    "p{margin-bottom:2em !important}"
)
"""Wide text spacing (WCAG 2.2, 1.4.12), as those who test a page lay it over the page.

It is the one inline style that is let through: without it, a strict policy would keep the spacing
out, and every test of it would find nothing.
"""


def fingerprint(inline: str) -> str:
    """Return the hash by which a policy knows an inline style or script (CSP Level 3, 2.3.1)."""
    return f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'"


SECURITY = (
    f"default-src 'none'; script-src 'self'; style-src 'self' {fingerprint(TEXT_SPACING)}; "
    "img-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)
"""Nothing from any other host, nothing inline (Content Security Policy Level 3).

A list by day adds the hash of its one script, a page that leads on that of its few styles.
"""

STREET_PICTURES = "https://tile.openstreetmap.org"
"""The one host pictures may come from, where the guide wishes it and the reader asks for them."""


class PageFacts(Struct, frozen=True, kw_only=True):
    """What is particular to a page."""

    path: str
    """Its path under the guide's root."""
    heading: str
    """Its h1, which its title begins with."""
    description: str = ""
    """One sentence for search engines."""
    above: tuple[Link, ...] = ()
    """The pages above it, home left out."""
    notice: Notice | None = None
    """Something to know first."""
    is_safe_space: bool = False
    """Whether it is for people at risk."""
    is_found: bool = True
    """Whether search engines may show it."""
    is_kept: bool = True
    """Whether a phone may keep it, to read without signal."""
    structured_data: str = ""
    """JSON-LD, safe inside a script element."""
    scripts: tuple[str, ...] = ()
    """Names of scripts, besides those every page has."""
    has_early_script: bool = False
    """Whether the guide's early script stands inside it."""
    stylesheets: tuple[str, ...] = ()
    """Names of style sheets, besides the one every page has."""
    may_show_pictures: bool = False
    """Whether a reader may ask for OpenStreetMap's pictures of the streets here."""


def frame_of(guide: Guide, page: PageFacts) -> Frame:
    """Return what stands around a page."""
    usual, quiet = usual_frame(guide), page.is_safe_space
    return replace(
        usual,
        worker=worker_of(guide) if page.is_kept else "",
        title=_title(guide, page),
        description=_description(guide, page),
        canonical=guide.permalinks.absolute(page.path) if page.is_found else "",
        robots="" if page.is_found else "noindex",
        referrer="no-referrer" if quiet else usual.referrer,
        security=_security(guide, page),
        stylesheets=(*usual.stylesheets, *(address_of(guide, name) for name in page.stylesheets)),
        manifest=usual.manifest if page.path == at.HOME else "",
        feed=None if quiet else usual.feed,
        scripts=_scripts(guide, page),
        structured_data=page.structured_data,
        home=replace(usual.home, is_current=True) if page.path == at.HOME else usual.home,
        menu=_marked(guide, usual.menu, page.path),
        search=None if page.path == at.SEARCH else usual.search,
        breadcrumbs=(usual.breadcrumbs[0], *page.above) if page.path != at.HOME else (),
        notice=page.notice,
        exit=way_out(guide) if quiet else None,
        help_line=help_by_phone(guide) if quiet else usual.help_line,
        footer=_marked(guide, quiet_footer(guide) if quiet else usual.footer, page.path),
        # The first page says higher up how many entries were checked.
        colophon=usual.colophon[-1:] if page.path == at.HOME else usual.colophon,
    )


def worker_of(guide: Guide) -> str:
    """Return the address of what keeps pages on a phone, or "" where the guide keeps none."""
    return guide.permalinks.href(at.SERVICE_WORKER) if guide.config.offline else ""


def _security(guide: Guide, page: PageFacts) -> str:
    policy = SECURITY
    if page.may_show_pictures:
        policy = policy.replace("img-src 'self'", f"img-src 'self' {STREET_PICTURES}")
    if page.has_early_script:
        known = fingerprint(guide.early_script)
        policy = policy.replace("script-src 'self'", f"script-src 'self' {known}")
    return policy


def _title(guide: Guide, page: PageFacts) -> str:
    if page.path == at.HOME:
        return guide.config.name
    return f"{page.heading} – {guide.config.name}"


def _description(guide: Guide, page: PageFacts) -> str:
    """Return one sentence for search engines and previews; nothing where none may be shown."""
    if page.is_safe_space and not page.is_found:
        return ""
    return page.description or ". ".join(filter(None, (_title(guide, page), guide.config.tagline)))


def _scripts(guide: Guide, page: PageFacts) -> tuple[Script, ...]:
    leaving = ("exit.js",) if page.is_safe_space else ()
    keeping = ("keeping.js",) if page.is_kept and guide.config.offline else ()
    names = ("stale.js", "search-box.js", *leaving, *page.scripts, *keeping)
    return tuple(map(Script, dict.fromkeys(address_of(guide, name) for name in names)))


def _marked(guide: Guide, links: tuple[Link, ...], path: str) -> tuple[Link, ...]:
    """Return links of which the one to this very page says so; most pages have the same ones."""
    here = guide.permalinks.href(path)
    if all(link.href != here for link in links):
        return links
    return tuple(replace(link, is_current=link.href == here) for link in links)
