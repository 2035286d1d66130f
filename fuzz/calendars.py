"""The bytes of a calendar -> entries that can be read, or a word on each event that cannot."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from doorstep.importers.icalendar.event_drafts import Wishes
from doorstep.importers.icalendar.run import Target, plan_calendar_import
from doorstep.kinds import KIND_IN, Kind
from doorstep.reading import read_entry
from doorstep.sources import read_bytes
from fuzz.laws import holds, told_well
from fuzz.reader import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.importers.settling import PlannedFile

_NOWHERE = Path("/nonexistent/content")
"""A guide without entries: nothing is read there and nothing is written."""

_TARGET = Target(into=_NOWHERE, context=CONTEXT, zone=ZoneInfo("Europe/London"))
_WISHES = Wishes(kind=Kind.EVENT)
_START = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:tea@example.org\r\n"
_END = b"END:VEVENT\r\nEND:VCALENDAR\r\n"


def attack(data: bytes) -> None:
    """Import the bytes as a calendar, and read every entry that comes of it."""
    read = _TARGET.read(data, "tea.ics")
    told_well(read.problems)
    planned = plan_calendar_import(read, read.name or "tea", _WISHES, _TARGET)
    told_well(planned.report.problems)
    for file in planned.files:
        _read(file)


def _read(file: PlannedFile) -> None:
    folder, _, name = file.path.rpartition("/")
    holds(folder in KIND_IN and not name.startswith("."), f"it stays in its folder: {file.path}")
    reading = read_bytes(file.text.encode(), f"content/{file.path}", KIND_IN[folder])
    holds(len(reading.sources) == 1, f"what is written can be read: {reading.problems}")
    for source in reading.sources:
        read_entry(source, CONTEXT)


def seeds() -> Iterator[bytes]:
    """Yield small calendars: the ways there are to say when, a change, a zone, what is private."""
    exceptions = b"EXDATE:20261225T103000\r\nRDATE:20261228T103000\r\n"
    whens = (
        b"DTSTART;TZID=Europe/London:20261124T103000\r\nDURATION:PT1H30M\r\n",
        b"DTSTART;VALUE=DATE:20261124\r\nDTEND;VALUE=DATE:20261126\r\n",
        b"DTSTART:20261124T103000Z\r\nRRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270301T000000Z\r\n",
        b"DTSTART:20261124T103000\r\nRRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=9\r\n" + exceptions,
    )
    words = b"SUMMARY:Tea\\, and talk\r\nLOCATION:The hall\r\nDESCRIPTION:Ring 020\r\n  7946\r\n"
    for when in whens:
        yield _START + words + when + _END
    yield _START + words + whens[2] + b"CLASS:PRIVATE\r\n" + _END
    change = b"END:VEVENT\r\nBEGIN:VEVENT\r\nUID:tea@example.org\r\nSTATUS:CANCELLED\r\n"
    yield (
        _START + words + whens[2] + change + b"RECURRENCE-ID:20261201T103000Z\r\n" + whens[2] + _END
    )
