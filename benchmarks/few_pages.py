"""A guide in the present folder -> a site of those pages that every maker is asked for."""

from __future__ import annotations

import gc
import sys

if __name__ == "__main__":
    gc.set_threshold(100_000)  # as build.py does, for the same reason

from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from doorstep import permalinks as at
from doorstep.checking import check_site
from doorstep.loading import kept_entries, read_config
from doorstep.outputs import RENDERERS
from doorstep.outputs.late import Late
from doorstep.outputs.singles import Single
from doorstep.reuse import memory_of
from doorstep.site import publish
from doorstep.workers import cores

LAYOUTS = Path(__file__).resolve().parent.parent / "layouts"
WHOLE: tuple[Late[Any], ...] = tuple(
    Late(f"doorstep.outputs.{name}")
    for name in (
        *("entry_pages:facts_page", "text_pages:text_page", "lists:topic_page"),
        *("lists:area_page", "discovery:sitemap", "feeds:feed"),
    )
)
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
    publish(checked, today, LAYOUTS, out, cores(), remember=remember, is_asked=is_asked)


def is_asked(place: int, item: Any) -> bool:
    """Say whether this is a page of an entry, a list, A to Z, home, the sitemap or the feed."""
    if isinstance(item, Single):
        return item.path in SINGLE
    return RENDERERS[place].draw in WHOLE


if __name__ == "__main__":
    main(date.fromisoformat(sys.argv[1]), Path(sys.argv[2]))
    gc.freeze()  # as there
