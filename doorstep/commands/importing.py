"""The import command: what was typed -> entries made of a list, a calendar or a sent form."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from doorstep.kinds import Kind
from doorstep.options import A_PATH, NOTHING_TO_MEND, PROBLEMS_FOUND, Options, guide_options

if TYPE_CHECKING:
    from doorstep.importers.issue_form.events import Sent
    from doorstep.importers.requests import Request

# What a command needs is imported when it runs, so that --help answers at once.

KINDS = [kind.value for kind in Kind]
LISTS = ("csv", "geojson", "ics")
FORM = "issue"


@click.command("import")
@guide_options
@click.argument("list_format", metavar="FORMAT", type=click.Choice([*LISTS, FORM]))
@click.argument("file", required=False)
@click.option("--kind", type=click.Choice(KINDS), help="What the rows or events become.")
@click.option("--map", "map_file", type=A_PATH, help="Which column is which field (csv, geojson).")
@click.option("--into", type=A_PATH, help="The entries' folder, if it is not --content.")
@click.option("--keep-contacts", is_flag=True, help="Publish phones and e-mails of events (ics).")
@click.option("--slug", default="", help="What an earlier run called a new entry (issue).")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
def import_list(
    options: Options,
    *,
    list_format: str,
    file: str | None,
    kind: str | None,
    map_file: Path | None,
    into: Path | None,
    keep_contacts: bool,
    slug: str,
    dry_run: bool,
) -> None:
    """Turn a list or a calendar kept elsewhere into entries; later, only what changed there.

    FORMAT is csv, geojson, ics or issue. A calendar (ics) is a file or an address; without either,
    all calendars that site.yaml names are fetched. A form that somebody sent on GitHub (issue) is
    the file that GitHub writes of it; it adds or changes one entry.

    \b
    Example:
      python build.py import csv parks.csv --map parks.yaml --into content
      python build.py import ics https://calendar.example.org/library.ics --dry-run
      python build.py import ics
      python build.py import issue event.json --dry-run
    """
    if list_format == FORM:
        sys.exit(_typed_in(options, file or "", into or options.content, slug, dry_run))
    from doorstep.importers.requests import Request

    request = Request(
        format=list_format,
        source=file or "",
        map_file=map_file,
        into=into or options.content,
        copies=options.site.parent,
        kind=Kind(kind) if kind else None,
        keeps_contacts=keep_contacts,
        is_dry_run=dry_run,
    )
    sys.exit(_told(options, request))


def _told(options: Options, request: Request) -> int:
    from doorstep.importers.requests import WrongRequest, answers
    from doorstep.loading import context_for
    from doorstep.reports import as_text

    config = options.settings()
    reports = []
    try:
        for report in answers(request, config, context_for(config, options.day(config))):
            if report.problems:
                click.echo(as_text(report.problems))
            click.echo("\n".join(report.lines))
            reports.append(report)
    except WrongRequest as reason:
        raise click.UsageError(str(reason)) from None
    if not reports:
        options.say("The settings name no calendars.")
    needs_a_person = any(report.needs_a_person for report in reports)
    return PROBLEMS_FOUND if needs_a_person else NOTHING_TO_MEND


def _typed_in(options: Options, file: str, content: Path, slug: str, dry_run: bool) -> int:
    from doorstep.importers.issue_form.desks import Desk
    from doorstep.importers.issue_form.proposing import propose
    from doorstep.importers.issue_form.reports import needs_a_person, report_of
    from doorstep.importers.issue_form.writing import write_entry
    from doorstep.reports import as_text
    from doorstep.slugs import is_slug

    if slug and not is_slug(slug):
        raise click.BadParameter(f"{slug} is not the name of an entry.", param_hint="--slug")
    config = options.settings()
    proposal = propose(_sent(file), Desk(config, content, options.day(config)), slug)
    if proposal.text is not None and not dry_run:
        write_entry(content, proposal.path, proposal.text)
    if proposal.problems:
        click.echo(as_text(proposal.problems))
    click.echo("\n".join(report_of(proposal, config.help_line.name_and_number)))
    return PROBLEMS_FOUND if needs_a_person(proposal) else NOTHING_TO_MEND


def _sent(file: str) -> Sent:
    from doorstep.importers.issue_form.events import NotAnEvent, read_event

    if not file:
        raise click.UsageError("Say which file: import issue FILE")
    try:
        return read_event(Path(file).read_text(encoding="utf-8"))
    except NotAnEvent as reason:
        raise click.UsageError(str(reason)) from None
    except (OSError, UnicodeDecodeError):
        raise click.UsageError(f"The computer would not open “{file}” as text.") from None
