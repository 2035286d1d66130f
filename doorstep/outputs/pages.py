"""A view -> the page that is drawn of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.layouts import render
from doorstep.outputs.output import Output, Press
from doorstep.permalinks import output_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.outputs.singles import Single


def page(press: Press, layout: str, path: str, view: object) -> Iterator[Output]:
    """Yield a page: a view, drawn with its layout."""
    yield Output(output_path(path), render(press.layouts, layout, view))


def single_page(press: Press, one: Single) -> Iterator[Output]:
    """Yield one of the pages there is once."""
    yield from page(press, one.layout, one.path, one.view(press.guide))
