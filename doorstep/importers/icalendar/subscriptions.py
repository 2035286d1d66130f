"""The calendars that site.yaml names -> their last good copies, and the entries made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from doorstep.calendars import GroupCalendar
from doorstep.importers.fetching import fetch
from doorstep.importers.icalendar.calendars_read import CalendarRead
from doorstep.importers.icalendar.copies import clean_copy
from doorstep.importers.icalendar.event_drafts import Wishes
from doorstep.importers.icalendar.run import CalendarImport, Target, plan_calendar_import
from doorstep.importers.outcomes import EVENTS, ImportReport
from doorstep.importers.run import write_files
from doorstep.importers.settling import PlannedFile
from doorstep.internet.asking import CannotFetch
from doorstep.internet.network import THE_INTERNET, Network
from doorstep.kinds import Kind
from doorstep.problems import Level, Problem

FOLDER = "calendars"
"""Beside site.yaml: where the last good copy of each calendar is kept."""


class _Fetched(Struct, frozen=True):
    """What there is to import of a calendar, and what has to be said about how it came."""

    read: CalendarRead | None
    copy: PlannedFile | None = None
    """The new copy to keep, when it is a good one."""
    remark: str = ""


def import_subscriptions(
    calendars: Iterable[GroupCalendar],
    copies: Path,
    target: Target,
    *,
    dry_run: bool,
    network: Network = THE_INTERNET,
) -> Iterator[ImportReport]:
    """Fetch and import each calendar, and yield a report of each.

    One that cannot be fetched keeps its last good copy, and stops no other.
    """
    for calendar in calendars:
        fetched = _fetched(calendar, copies, target, network)
        planned = _planned(calendar, fetched, target)
        if not dry_run:
            write_files((fetched.copy,) if fetched.copy else (), copies)
            write_files(planned.files, target.into)
        yield planned.report


def _planned(calendar: GroupCalendar, fetched: _Fetched, target: Target) -> CalendarImport:
    remarks = _remarks(calendar, fetched.remark)
    if fetched.read is None:
        return CalendarImport(ImportReport(calendar.id, problems=remarks, unit=EVENTS))
    planned = plan_calendar_import(fetched.read, calendar.id, wishes_of(calendar), target)
    problems = (*remarks, *planned.report.problems)
    return replace(planned, report=replace(planned.report, problems=problems))


def wishes_of(calendar: GroupCalendar) -> Wishes:
    """Return what site.yaml says of every event of a calendar."""
    return Wishes(
        kind=Kind(calendar.kind),
        organiser=calendar.organiser or "",
        where=calendar.where or "",
        topics=calendar.topics,
        keeps_contacts=calendar.keep_contacts,
    )


def _fetched(calendar: GroupCalendar, copies: Path, target: Target, network: Network) -> _Fetched:
    """Return the calendar as it is now, or as it was last when that is better."""
    file = f"{calendar.id}.ics"
    before = _copied(copies / file)
    kept = target.read(before, f"{FOLDER}/{file}") if before else None
    try:
        read = target.read(fetch(calendar.url, network), file)
    except CannotFetch as reason:
        return _Fetched(kept, remark=f"This calendar was not fetched. {reason}")
    if read.file is None:
        said = " ".join(f"{one.message} {one.fix}" for one in read.problems)
        return _Fetched(kept, remark=f"What was fetched is no good. {said}")
    if kept and kept.shown_lines and not read.shown_lines:
        return _Fetched(
            kept, remark="All its events have vanished. Ask the group if that is right."
        )
    copy = clean_copy(read, keeps_contacts=calendar.keep_contacts)
    return _Fetched(read, PlannedFile(file, copy.decode()) if copy not in (b"", before) else None)


def _copied(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _remarks(calendar: GroupCalendar, remark: str) -> tuple[Problem, ...]:
    if not remark:
        return ()
    fix = f"Until then the last good copy counts, {FOLDER}/{calendar.id}.ics, if there is one."
    return (Problem(calendar.id, 1, 1, Level.WARNING, "calendars", remark, fix),)
