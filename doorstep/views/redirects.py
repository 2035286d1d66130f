"""An old or a short address -> the page that leads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.permalinks import entry_path
from doorstep.views.framing import SECURITY
from doorstep.views.pages import RedirectView
from doorstep.views.parts import Link
from doorstep.views.wording import title_of

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide


def redirect_view(guide: Guide, entry: Entry) -> RedirectView:
    """Return the page that leads to an entry from another address."""
    path = entry_path(entry.kind, entry.slug)
    href, is_public = guide.permalinks.href(path), guide.catalogue.showing(entry).is_public
    title = title_of(guide, entry)
    return RedirectView(
        lang=guide.words.lang,
        dir=guide.words.direction,
        title=f"{title} – {guide.config.name}",
        href=href,
        canonical=guide.permalinks.absolute(path) if is_public else "",
        referrer="strict-origin-when-cross-origin" if is_public else "no-referrer",
        security=SECURITY,
        stylesheets=(guide.permalinks.href(guide.assets["guide.css"]),),
        icon=guide.permalinks.href(guide.assets["icon.svg"]),
        heading=title,
        link=Link(guide.words.say("Go to {title}", title=title), href),
    )
