"""A guide in the present folder -> a site of those pages that every maker is asked for."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from doorstep import permalinks as at
from doorstep.checking import check_site
from doorstep.loading import kept_entries, read_config
from doorstep.outputs import RENDERERS, everything_to_draw
from doorstep.outputs.discovery import sitemap
from doorstep.outputs.feeds import feed
from doorstep.outputs.pages import SINGLE_PAGES, area_page, entry_page, single_page, topic_page
from doorstep.reuse import memory_of
from doorstep.site import publish
from doorstep.workers import cores

if TYPE_CHECKING:
    from doorstep.guide import Guide

LAYOUTS = Path(__file__).resolve().parent.parent / "layouts"
WHOLE = (entry_page, topic_page, area_page, sitemap, feed)
SINGLE = (at.HOME, at.A_TO_Z)


def main(today: date, out: Path) -> None:
    """Read, check and publish the guide."""
    config, _ = read_config(Path("site.yaml"))
    if config is None:
        raise SystemExit("There is no guide in this folder.")
    content = Path("content")
    cache = kept_entries(config, content, today)
    checked = check_site(config, content, today, cores(), cache=cache)
    remember = memory_of(out, checked.draft, LAYOUTS)
    publish(checked, today, LAYOUTS, out, cores(), remember=remember, to_draw=few_to_draw)


def few_to_draw(guide: Guide) -> list[tuple[int, Any]]:
    """Return what there is to draw of pages of entries, lists, A to Z, home, sitemap and feed."""
    return [(place, item) for place, item in everything_to_draw(guide) if _is_asked(place, item)]


def _is_asked(place: int, item: Any) -> bool:
    draw: Any = RENDERERS[place].draw
    return draw in WHOLE or (draw is single_page and SINGLE_PAGES[item][1] in SINGLE)


if __name__ == "__main__":
    main(date.fromisoformat(sys.argv[1]), Path(sys.argv[2]))
