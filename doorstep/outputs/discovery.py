"""Pages that may be found -> sitemap.xml (sitemaps.org 0.9) and robots.txt (RFC 9309)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from doorstep import permalinks as at
from doorstep.outputs.contents import LISTED_KINDS, map_paths, whats_on_paths
from doorstep.outputs.output import Output, Press
from doorstep.outputs.singles import SINGLE_PAGES
from doorstep.views.sheet_names import FOUND_SHEETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.guide import Guide


def sitemap(press: Press, path: str) -> Iterator[Output]:
    """Yield the addresses search engines may show; a safe space is not among them."""
    absolute = press.guide.permalinks.absolute
    rows = "".join(
        f"<url><loc>{escape(absolute(one))}</loc></url>\n" for one in found_paths(press.guide)
    )
    opening = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    text = f'<?xml version="1.0" encoding="utf-8"?>\n{opening}\n{rows}</urlset>\n'
    yield Output(path, text.encode())


def found_paths(guide: Guide) -> list[str]:
    """Return the paths of pages that may be found, sorted."""
    config = guide.config
    paths = {one.path for one in SINGLE_PAGES} - {at.NOT_FOUND, at.OFFLINE}
    paths |= {*whats_on_paths(guide), at.CALENDAR, *map_paths(guide), *FOUND_SHEETS}
    paths |= {at.kind_path(kind) for kind in LISTED_KINDS}
    paths |= {at.topic_path(topic.id) for topic in config.topics}
    paths |= {at.area_path(area.id) for area in config.areas}
    paths |= {at.near_path(landmark.id) for landmark in config.landmarks}
    paths |= {at.entry_path(entry.kind, entry.slug) for entry in guide.catalogue.public}
    return sorted(paths)


def robots(press: Press, path: str) -> Iterator[Output]:
    """Yield what tells search engines where the sitemap is; all that may be read is allowed."""
    address = press.guide.permalinks.absolute(at.SITEMAP)
    yield Output(path, f"User-agent: *\nAllow: /\n\nSitemap: {address}\n".encode())
