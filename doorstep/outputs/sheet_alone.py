"""The check-up sheet -> one file that carries all it shows, to open and print where no site is."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.layouts import environment, render
from doorstep.permalinks import Permalinks
from doorstep.sheets.check_up import check_up_view

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from doorstep.guide import Guide
    from doorstep.outputs.output import Output
    from doorstep.views.frame import Frame

SECURITY = "default-src 'none'; style-src data:; img-src data:; base-uri 'none'"
"""Nothing but what the file itself carries (Content Security Policy Level 3)."""


class WholeAddresses(Permalinks, frozen=True):
    """Addresses that lead to the published guide from wherever a file lies."""

    def href(self, path: str) -> str:
        """Return the whole address of a path."""
        return self.absolute(path)


def check_up_alone(guide: Guide, assets: Mapping[str, Output], layouts_dir: Path) -> bytes:
    """Return the page of the check-up sheet, its style sheets inside it."""
    guide = replace(guide, permalinks=WholeAddresses(guide.permalinks.url))
    view = check_up_view(guide)
    view = replace(view, frame=_carrying(view.frame, guide, assets))
    return render(environment(layouts_dir), "sheets/check_up.html", view)


def _carrying(frame: Frame, guide: Guide, assets: Mapping[str, Output]) -> Frame:
    """Return a frame whose style sheets and icon stand in the page itself."""
    contents = {guide.permalinks.absolute(one.path): one.content for one in assets.values()}
    return replace(
        frame,
        security=SECURITY,
        worker="",
        manifest="",
        stylesheets=tuple(_carried("text/css", contents[one]) for one in frame.stylesheets),
        icon=_carried("image/svg+xml", contents[frame.icon]),
        scripts=(),
    )


def _carried(kind: str, content: bytes) -> str:
    """Return an address that is the content itself (RFC 2397)."""
    return f"data:{kind};base64,{b64encode(content).decode()}"
