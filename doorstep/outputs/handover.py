"""The page for whoever looks after the guide next, where the guide has none of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.outputs.output import Output, Press
from doorstep.outputs.pages import page
from doorstep.views.handover import handover_view

if TYPE_CHECKING:
    from collections.abc import Iterator


def handover(press: Press, path: str) -> Iterator[Output]:
    """Yield the page."""
    yield from page(press, "handover.html", path, handover_view(press.guide))
