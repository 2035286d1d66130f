"""The editor in the browser -> its pages and its settings, where the guide turns it on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.browser_editor.settings import settings_of
from doorstep.outputs.output import Output, Press
from doorstep.outputs.pages import page
from doorstep.tracing import NEVER_THE_SAME, note
from doorstep.views.browser_editor import admin_view, editor_view

if TYPE_CHECKING:
    from collections.abc import Iterator


def editor_files(press: Press, path: str) -> Iterator[Output]:
    """Yield the page about the editor, the page it runs on, and what it needs to know."""
    guide = press.guide
    note(NEVER_THE_SAME)  # it also depends on the names of all files
    yield from page(press, "admin.html", path, admin_view(guide))
    yield from page(press, "editor.html", at.EDITOR, editor_view(guide))
    settings = settings_of(guide.config, guide.catalogue, guide.content)
    text = json.dumps(settings, ensure_ascii=False, separators=(",", ":"))
    yield Output(at.EDITOR_SETTINGS, text.encode())
