"""A calendar, what is wished of it and the content folder -> the entries, and a report."""

from __future__ import annotations

import errno
import re
from datetime import tzinfo
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from doorstep.do_not_list import read_do_not_list
from doorstep.fields import ReadingContext
from doorstep.importers.existing import read_existing
from doorstep.importers.fetching import fetch
from doorstep.importers.icalendar.asked_not import without_those_who_asked
from doorstep.importers.icalendar.calendar_plans import plan_calendar
from doorstep.importers.icalendar.calendars_read import CalendarRead, read_calendar
from doorstep.importers.icalendar.event_drafts import Drafter, Wishes
from doorstep.importers.icalendar.letters import LARGEST
from doorstep.importers.icalendar.repeated import Outlook
from doorstep.importers.outcomes import EVENTS, ImportReport
from doorstep.importers.settling import PlannedFile, Settler
from doorstep.internet.asking import CannotFetch
from doorstep.internet.network import THE_INTERNET, Network
from doorstep.problems import Level, Problem

_ADDRESS = re.compile(r"(?:https?|webcals?)://", re.IGNORECASE)


class Target(Struct, frozen=True, kw_only=True):
    """Where the entries go, and what their fields need to know of the guide."""

    into: Path
    """The content folder."""
    context: ReadingContext
    zone: tzinfo
    """The guide's clock."""

    def read(self, raw: bytes, name: str) -> CalendarRead:
        """Return what a calendar file may say here; `name` is what reports call it."""
        read = read_calendar(raw, name, self.zone)
        listed = read_do_not_list(self.into)
        return without_those_who_asked(read, listed, self.context.phone_region)


class CalendarImport(Struct, frozen=True):
    """What an import of a calendar would do."""

    report: ImportReport
    files: tuple[PlannedFile, ...] = ()


def plan_from(
    source: str, wishes: Wishes, target: Target, network: Network = THE_INTERNET
) -> CalendarImport:
    """Return what importing a file or an address would say and write."""
    is_address = _ADDRESS.match(source) is not None
    name = urlsplit(source).netloc.rpartition("@")[2] if is_address else Path(source).name
    try:
        raw = fetch(source, network) if is_address else _read(Path(source))
    except CannotFetch as reason:
        return _nothing(name, f"This address was not fetched. {reason}")
    except OSError as reason:
        return _nothing(name, f"The computer would not open “{source}” ({reason.strerror}).")
    read = target.read(raw, name)
    plain = name if is_address else Path(source).stem
    return plan_calendar_import(read, read.name or plain, wishes, target)


def _read(path: Path) -> bytes:
    if path.exists() and not (path.is_file() or path.is_dir()):
        # A pipe that nobody writes to would be waited for without end.
        raise OSError(errno.EINVAL, "it is no file")
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _nothing(name: str, message: str) -> CalendarImport:
    problem = Problem(name, 1, 1, Level.ERROR, "calendars", message)
    return CalendarImport(ImportReport(name, problems=(problem,), unit=EVENTS))


def plan_calendar_import(
    read: CalendarRead, name: str, wishes: Wishes, target: Target
) -> CalendarImport:
    """Return what importing a calendar would say and write; `name` is what its entries keep."""
    if read.file is None or not read.file.event_count:
        return CalendarImport(ImportReport(name, problems=read.problems, unit=EVENTS))
    existing = read_existing(target.into, target.context.phone_region)
    drafter = Drafter(name, wishes, existing, target.context)
    settler = Settler(name, wishes.kind, existing, target.context)
    plan = plan_calendar(read, drafter, settler, Outlook(target.context.today, target.zone))
    report = ImportReport(name, plan.outcomes, read.problems, EVENTS)
    return CalendarImport(report, plan.files)
