"""A guide being written -> a guide in the browser, made again and shown anew at every change."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from doorstep.files import CannotPublish
from doorstep.preview.answers import Shown
from doorstep.preview.news import News, Report
from doorstep.preview.server import CannotServe, serving
from doorstep.preview.watching import changes
from doorstep.stopping import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

__all__ = ["CannotServe", "Report", "serve"]


def serve(
    *,
    build: Callable[[], Report],
    watch: Sequence[Path],
    out: Path,
    base_path: str,
    port: int,
    announce: Callable[[str], None],
) -> None:
    """Build the guide, show it on this computer, and build it again after each change.

    `base_path` starts and ends with a slash. Returns when the person presses Ctrl-C.
    """
    news = News()
    stops = (KeyboardInterrupt, Stopped)
    with suppress(*stops), serving(Shown(out, base_path), port, news) as address:
        announce(f"Your guide is at {address} (to stop: Ctrl-C)")
        for _ in changes(watch, out):
            report = _report(build)
            news.tell(report)
            announce(report.summary)


def _report(build: Callable[[], Report]) -> Report:
    try:
        return build()
    except CannotPublish as reason:
        return Report(problems=(str(reason),), summary=str(reason), is_published=False)
