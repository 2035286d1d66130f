"""A guide being written -> a guide in the browser, made again and shown anew at every change."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from doorstep.preview.answers import Shown
from doorstep.preview.latest import Latest, Look, Making
from doorstep.preview.news import News, Report
from doorstep.preview.server import CannotServe, serving
from doorstep.preview.watching import changes
from doorstep.stopping import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

__all__ = ["CannotServe", "Look", "Making", "Report", "serve"]


def serve(
    *,
    look: Callable[[], Look],
    watch: Sequence[Path],
    out: Path,
    base_path: str,
    port: int,
    announce: Callable[[str], None],
) -> None:
    """Show the guide on this computer, and show it anew after each change.

    `base_path` starts and ends with a slash. Returns when the person presses Ctrl-C.
    """
    news = News()

    def tell(report: Report) -> None:
        news.tell(report)
        announce(report.summary)

    latest = Latest(announce, tell)
    shown = Shown(out, base_path, latest.content)
    stops = (KeyboardInterrupt, Stopped)
    with suppress(*stops), serving(shown, port, news) as address, _ending(latest):
        announce(f"Your guide is at {address} (to stop: Ctrl-C)")
        for _ in changes(watch, out):
            latest.renew(look)


@contextmanager
def _ending(latest: Latest) -> Iterator[None]:
    try:
        yield
    finally:
        latest.end()
