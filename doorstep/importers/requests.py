"""What was asked of the import command -> reports of what was imported, or what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from doorstep.config import SiteConfig
from doorstep.do_not_list import FILE, read_do_not_list
from doorstep.fields import ReadingContext
from doorstep.importers.icalendar.event_drafts import Wishes
from doorstep.importers.icalendar.run import Target, plan_from
from doorstep.importers.icalendar.subscriptions import FOLDER, import_subscriptions
from doorstep.importers.outcomes import ImportReport
from doorstep.importers.run import Format, ImportJob, plan_import, run_import, write_files
from doorstep.kinds import Kind

CALENDAR = "ics"
"""The format of calendars; all others are lists, with a mapping file."""


class WrongRequest(ValueError):  # noqa: N818 - a name that reads as a sentence
    """Says what is missing in a command, or does not go together."""


class Request(Struct, frozen=True, kw_only=True):
    """What somebody asks to have imported."""

    format: str
    source: str
    """A file, or the address of a calendar; "" for the calendars of site.yaml."""
    map_file: Path | None
    into: Path
    """The content folder."""
    copies: Path
    """The folder of site.yaml, beside which calendars are kept."""
    kind: Kind | None
    keeps_contacts: bool
    is_dry_run: bool


def answers(
    request: Request, config: SiteConfig, context: ReadingContext
) -> Iterator[ImportReport]:
    """Import what is asked for, and yield a report of each list or calendar.

    While nobody can tell who asked not to be listed, nothing is imported.
    """
    listed = read_do_not_list(request.into)
    if not listed.is_whole:
        yield ImportReport(FILE, problems=listed.problems)
        return
    if request.format != CALENDAR:
        yield _list(request, context)
        return
    if request.map_file:
        raise WrongRequest("A calendar has no columns, so --map does not go with ics.")
    target = Target(into=request.into, context=context, zone=config.time_zone)
    if request.source:
        yield _calendar(request, target)
    else:
        yield from _subscriptions(request, config, target)


def _list(request: Request, context: ReadingContext) -> ImportReport:
    if not request.source or not request.map_file:
        raise WrongRequest(
            f"Say which file, and which columns: import {request.format} FILE --map MAP"
        )
    job = ImportJob(
        format=Format(request.format),
        file=Path(request.source),
        map_file=request.map_file,
        into=request.into,
        context=context,
        kind=request.kind,
    )
    return plan_import(job)[0] if request.is_dry_run else run_import(job)


def _calendar(request: Request, target: Target) -> ImportReport:
    kind = request.kind or Kind.EVENT
    if kind not in (Kind.EVENT, Kind.GROUP):
        raise WrongRequest("The events of a calendar become --kind event or --kind group.")
    wishes = Wishes(kind=kind, keeps_contacts=request.keeps_contacts)
    planned = plan_from(request.source, wishes, target)
    if not request.is_dry_run:
        write_files(planned.files, target.into)
    return planned.report


def _subscriptions(request: Request, config: SiteConfig, target: Target) -> Iterator[ImportReport]:
    if request.kind or request.keeps_contacts:
        raise WrongRequest("For the calendars of site.yaml, site.yaml says --kind and the like.")
    return import_subscriptions(
        config.calendars, request.copies / FOLDER, target, dry_run=request.is_dry_run
    )
