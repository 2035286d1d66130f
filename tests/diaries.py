"""A few entries and a day -> the guide that tests of What's on speak about."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from builders import TODAY, checked_of
from msgspec.structs import replace

from doorstep import site

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from doorstep.guide import Guide
    from doorstep.views.whats_on_views import WhatsOnView

CHECKED = "checked: 3/11/2026, by phone"
TEA = "groups/tea.md"
HALL = """
---
title: St Anne's Hall
where: {address: 28 High Street, lat: 53.7030, lon: -3.3010}
area: hill-top
access: {step_free: yes}
checked: 3/11/2026
---
"""


def entry(when: str, *more: str, title: str = "Tea and talk") -> str:
    """Return a file that says when something is, and these lines besides."""
    lines = (f"title: {title}", f"when: {when}", CHECKED, *more)
    return "\n".join(("---", *lines, "---", ""))


def guide_on(folder: Path, files: dict[str, str], today: date = TODAY, **settings: Any) -> Guide:
    """Return the guide these files make, as it stands on a day; nothing in it is to be mended."""
    checked = checked_of(folder, files, **settings)
    assert checked.errors == []
    made = site.guide_of(checked, TODAY, assets=defaultdict(str), sizes=defaultdict(int))
    return replace(made, today=today)


def rows(view: WhatsOnView) -> list[tuple[str, str]]:
    """Return what a page lists, each row with its day; what waits for a script is left out."""
    return [
        (day.date, row.title) for day in view.days if not day.is_later for row in day.happenings
    ]


def said(line: tuple[Any, ...]) -> str:
    """Return what the runs of a line say."""
    return "".join(run.text for run in line)
