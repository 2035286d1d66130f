#!/usr/bin/env python3
"""The command line of Doorstep: options in, report out."""

from __future__ import annotations

import sys
import traceback
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doorstep.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorstep.config import SiteConfig
    from doorstep.preview import Report
    from doorstep.site import Checked

HERE = Path(__file__).resolve().parent
LAYOUTS = HERE / "layouts"

DAY = click.DateTime(["%Y-%m-%d"])
JOBS = click.IntRange(1, 64)
ADD_TO = click.Path(path_type=Path)

NOTHING_TO_MEND, PROBLEMS_FOUND, WRONG_USE, OUR_FAULT = range(4)


class BuildUnlessSaid(click.Group):
    """A group whose command is "build" when none is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put "build" before options that come without a command."""
        if not args or (args[0].startswith("-") and args[0] not in ("--help", "--version")):
            args = ["build", *args]
        return super().parse_args(ctx, args)


@click.group(cls=BuildUnlessSaid, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Doorstep makes a neighbourhood's guide: what's on, and who can help.

    Without a command it builds the site.

    \b
    Example:
      python build.py --out _site
      python build.py check
    """


def _path_option(name: str, default: str, words: str) -> Callable[..., Any]:
    path = click.Path(path_type=Path)
    return click.option(name, type=path, default=default, help=words, show_default=True)


def guide_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that every command on a guide has, with the same names and meanings."""
    options = (
        _path_option("--site", "site.yaml", "The settings."),
        _path_option("--content", "content", "The folder of the entries."),
        click.option("--today", type=DAY, help="Build as if it were this day (YYYY-MM-DD)."),
        click.option(
            "--jobs", type=JOBS, help="Processes to share the work; all cores unless said."
        ),
        click.option("--quiet", is_flag=True, help="Say only what has to be mended."),
        click.option("--verbose", is_flag=True, help="Say more of what goes on."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def out_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of commands that write a site."""
    words = "Where it will be published, instead of what the settings say."
    url = click.option("--url", help=words)
    for option in (url, _path_option("--out", "_site", "Where the site goes.")):
        command = option(command)
    return command


def talk(quiet: bool, message: str) -> None:
    """Say something to a person, apart from the results."""
    if not quiet:
        click.echo(message, err=True)


def _settings(site: Path, today: datetime | None, url: str | None) -> tuple[SiteConfig, date]:
    """Return the settings and the day, or show what to mend in them and leave."""
    from doorstep.loading import read_config
    from doorstep.reports import as_text, in_order

    config, problems = read_config(site, url=url)
    if config is None:
        click.echo(as_text(in_order(problems)), nl=False)
        sys.exit(PROBLEMS_FOUND)
    return config, today.date() if today else datetime.now(config.time_zone).date()


def _checked(config: SiteConfig, content: Path, today: date, jobs: int | None) -> Checked:
    from doorstep.site import check_site
    from doorstep.workers import cores

    return check_site(config, content, today, jobs or cores())


@cli.command()
@guide_options
@out_options
@click.option("--strict", is_flag=True, help="Build nothing when anything keeps an entry out.")
@click.option("--summary", type=ADD_TO, help="Add what was left out to this file, as Markdown.")
def build(
    site: Path, content: Path, today: datetime | None, jobs: int | None, quiet: bool, verbose: bool,
    out: Path, url: str | None, strict: bool, summary: Path | None,
) -> None:  # fmt: skip
    """Build the site; entries with a problem are left out and named.

    \b
    Example:
      python build.py build --out _site --url https://name.github.io/guide/
    """
    from doorstep.site import publish
    from doorstep.workers import cores

    config, day = _settings(site, today, url)
    talk(not verbose, f"Reading {content} as on {day} …")
    checked = _checked(config, content, day, jobs)
    _tell(checked, quiet, summary)
    if (strict and checked.errors) or checked.loses_too_much:
        click.echo(_kept_words(checked, strict))
        sys.exit(PROBLEMS_FOUND)
    count = publish(checked, day, LAYOUTS, out, jobs or cores())
    click.echo(_done_words(checked, count, out))


def _tell(checked: Checked, quiet: bool, summary: Path | None) -> None:
    from doorstep.problems import Level
    from doorstep.reports import as_markdown, as_text

    told = [problem for problem in checked.problems if not quiet or problem.level is Level.ERROR]
    if told:
        click.echo(as_text(told))
    if summary:
        with summary.open("a", encoding="utf-8") as file:
            file.write(as_markdown(checked.problems))


def _kept_words(checked: Checked, strict: bool) -> str:
    entries = "1 entry needs" if checked.lost == 1 else f"{checked.lost} entries need"
    words = f"Nothing on the website has changed. {entries} a word from you before it can go live."
    if checked.loses_too_much and not strict:
        words += " So many at once may be one slip in a place that all of them share."
    return words


def _done_words(checked: Checked, count: int, out: Path) -> str:
    entries = "1 entry" if len(checked.entries) == 1 else f"{len(checked.entries)} entries"
    left_out = f" Left out: {checked.lost}." if checked.lost else ""
    return f"The guide is in {out}/: {entries}, {count} files.{left_out}"


@cli.command()
@guide_options
@click.option(
    "--format",
    "report_format",
    type=click.Choice(["text", "github", "markdown", "json"]),
    default="text",
    help="How to say it.",
    show_default=True,
)
def check(
    site: Path, content: Path, today: datetime | None, jobs: int | None, quiet: bool, verbose: bool,
    report_format: str,
) -> None:  # fmt: skip
    """Say what is wrong in the content, without building anything.

    \b
    Example:
      python build.py check --format text
    """
    from doorstep.reports import REPORTS

    config, day = _settings(site, today, None)
    checked = _checked(config, content, day, jobs)
    talk(not verbose, f"Read {len(checked.draft.entries)} entries as on {day}.")
    if not quiet or checked.errors:
        click.echo(REPORTS[report_format](checked.problems), nl=False)
    sys.exit(PROBLEMS_FOUND if checked.errors else NOTHING_TO_MEND)


@cli.command()
@guide_options
@out_options
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    help="Where to listen on this computer.",
    show_default=True,
)
def serve(
    site: Path, content: Path, today: datetime | None, jobs: int | None, quiet: bool, verbose: bool,
    out: Path, url: str | None, port: int,
) -> None:  # fmt: skip
    """Show the guide on this computer, and show it anew at every change.

    \b
    Example:
      python build.py serve --port 8000
    """
    from doorstep.permalinks import Permalinks
    from doorstep.preview import serve as show

    config, _ = _settings(site, today, url)
    talk(not verbose, f"Watching {site}, {content} and {LAYOUTS} …")

    def rebuild() -> Report:
        return _preview(site, content, today, jobs, out, url)

    show(
        build=rebuild,
        watch=[site, content, LAYOUTS],
        out=out,
        base_path=Permalinks.under(config.url).root,
        port=port,
        announce=lambda line: talk(quiet, line),
    )


def _preview(
    site: Path, content: Path, today: datetime | None, jobs: int | None, out: Path, url: str | None
) -> Report:
    from doorstep.loading import read_config
    from doorstep.preview import Report
    from doorstep.reports import as_paragraph
    from doorstep.site import publish
    from doorstep.workers import cores

    config, problems = read_config(site, url=url)
    if config is None:
        words = tuple(as_paragraph(problem) for problem in problems)
        return Report(words, "The settings need a word from you.", is_published=False)
    day = today.date() if today else datetime.now(config.time_zone).date()
    checked = _checked(config, content, day, jobs)
    words = tuple(as_paragraph(problem) for problem in checked.errors)
    count = publish(checked, day, LAYOUTS, out, jobs or cores())
    return Report(words, _done_words(checked, count, out), is_published=True)


@cli.command()
@guide_options
@click.argument("kind", type=click.Choice([str(kind) for kind in Kind]))
@click.argument("title")
def new(
    site: Path, content: Path, today: datetime | None, jobs: int | None, quiet: bool, verbose: bool,
    kind: str, title: str,
) -> None:  # fmt: skip
    """Write the file of a new entry, with the next free number, to fill in.

    \b
    Example:
      python build.py new group "Tea and talk"
    """
    from doorstep.new_entries import NotNew, write_new_entry

    config, day = _settings(site, today, None)
    checked = _checked(config, content, day, jobs)
    talk(not verbose, f"Read {len(checked.draft.entries)} entries as on {day}.")
    try:
        path = write_new_entry(checked.draft, Kind(kind), title, day)
    except NotNew as reason:
        click.echo(str(reason))
        sys.exit(PROBLEMS_FOUND)
    click.echo(path)
    talk(quiet, "Fill it in, then say: python build.py check")


def main() -> int:
    """Run a command; say what went wrong on this computer in one sentence."""
    from doorstep.files import CannotPublish

    try:
        cli(standalone_mode=True)
    except CannotPublish as reason:
        click.echo(str(reason), err=True)
    except OSError as reason:
        click.echo(f"This computer would not do it: {reason.strerror or reason}.", err=True)
    except Exception:  # the edge: whatever is left is our own mistake
        traceback.print_exc()
        click.echo("This is our own mistake. Nothing on the website has changed.", err=True)
    return OUR_FAULT


if __name__ == "__main__":
    sys.exit(main())
