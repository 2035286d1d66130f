"""Calendars as bytes -> what other programs find in them, and what the diary has of those days."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import recurring_ical_events
from icalendar import Calendar

from doorstep.occurrences import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence

HERE = Path(__file__).parent
ICAL_JS = HERE.parent / ".cache/ical.js/node_modules/ical.js/dist/ical.js"
"""What scripts/ical-js brings."""

ONE_DAY = timedelta(days=1)


class Happening(NamedTuple):
    """One happening: of whole days the days, of times the instants.

    What has no end ends when it starts, or with its day (RFC 5545, 3.6.1).
    """

    slug: str
    start: str
    end: str
    is_cancelled: bool


def in_diary(guide: Guide, entries: Iterable[Entry]) -> list[Happening]:
    """Return all that starts in the diary's window, but for dates that were moved away."""
    return sorted(
        _happening(one)
        for entry in entries
        for one in guide.diary.of(entry)
        if one.state is not State.MOVED and one.start.date() >= guide.diary.window.first
    )


def _happening(one: Occurrence) -> Happening:
    end = one.end or (one.start if one.is_timed else one.start + ONE_DAY)
    start, over = (_told(at if one.is_timed else at.date()) for at in (one.start, end))
    return Happening(one.slug, start, over, one.state is State.CANCELLED)


def _told(moment: date) -> str:
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def reread(content: bytes, guide: Guide) -> list[Happening]:
    """Return what recurring-ical-events finds in a calendar that starts in the diary's window."""
    window = guide.diary.window
    calendar = recurring_ical_events.of(Calendar.from_ical(content))
    # It gives what began before and goes on as well.
    return sorted(
        _found(event)
        for event in calendar.between(window.first, window.last + ONE_DAY)
        if event.start.isoformat() >= window.first.isoformat()
    )


def _found(event: Any) -> Happening:
    is_cancelled = event.get("STATUS") == "CANCELLED"
    return Happening(_slug(event["UID"]), _told(event.start), _told(event.end), is_cancelled)


def _slug(uid: str) -> str:
    return uid.partition("@")[0].partition(".")[0]


def has_ical_js() -> bool:
    """Say whether there is Node, and ical.js for it."""
    return shutil.which("node") is not None and ICAL_JS.exists()


def reread_with_ical_js(contents: Sequence[bytes], guide: Guide) -> list[list[Happening]]:
    """Return what ical.js finds in each of these calendars that starts in the diary's window."""
    window = guide.diary.window
    asked = {
        "calendars": [content.decode() for content in contents],
        "first": window.first.isoformat(),
        "last": window.last.isoformat(),
        # What was moved to before its day is found by its day.
        "beyond": (window.last + 400 * ONE_DAY).isoformat(),
    }
    node = ["node", str(HERE / "reread.mjs"), str(ICAL_JS)]
    told = subprocess.run(node, input=json.dumps(asked).encode(), capture_output=True, check=False)
    assert told.returncode == 0, told.stderr.decode()
    found: list[list[list[Any]]] = json.loads(told.stdout)
    return [
        sorted(Happening(_slug(uid), *rest) for uid, *rest in happenings) for happenings in found
    ]
