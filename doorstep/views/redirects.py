"""An old or a short address -> the page that leads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.permalinks import WHATS_ON, entry_path
from doorstep.showing import Face
from doorstep.views.framing import SECURITY, fingerprint
from doorstep.views.pages import RedirectView
from doorstep.views.parts import Link
from doorstep.views.wording import standing_title_of

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide

STYLE = (
    "html{background:#fff;color:#201c17}"
    "body{font:1.1875rem/1.5 sans-serif;margin:1rem;animation:wait 1s step-end}"
    "@keyframes wait{from{opacity:0}}"
    "a{color:inherit;display:inline-block;padding:.6rem 0}"
    "@media(prefers-color-scheme:dark){html{background:#16191c;color:#f4efe6}}"
)
"""Whoever comes from a square on paper goes on at once: nothing else is fetched for this page.

Nor is it drawn for the moment that it is there: its words come to whoever is still here after a
second, and a slow phone has its time for the page that was asked for.

The colours are those of the style sheet (layouts/assets/css/1-settings.css).
"""


def redirect_view(guide: Guide, entry: Entry) -> RedirectView:
    """Return the page that leads to an entry from another address."""
    is_public = guide.catalogue.shows(entry, Face.MACHINES)
    view = _leading_to(guide, entry_path(entry.kind, entry.slug), standing_title_of(guide, entry))
    return view if is_public else replace(view, canonical="", referrer="no-referrer")


def past_month_view(guide: Guide) -> RedirectView:
    """Return the page that leads from a month that is over to what is on now."""
    return _leading_to(guide, WHATS_ON, guide.words.say("What’s on this week"))


def _leading_to(guide: Guide, path: str, title: str) -> RedirectView:
    href = guide.permalinks.href(path)
    return RedirectView(
        lang=guide.words.lang,
        dir=guide.words.direction,
        title=f"{title} – {guide.config.name}",
        href=href,
        canonical=guide.permalinks.absolute(path),
        referrer="strict-origin-when-cross-origin",
        security=SECURITY.replace("style-src 'self'", f"style-src {fingerprint(STYLE)}"),
        style=STYLE,
        icon=guide.permalinks.href(guide.assets["icon.svg"]),
        heading=title,
        link=Link(guide.words.say("Go to {title}", title=title), href),
    )
