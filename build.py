#!/usr/bin/env python3
"""The command line of Doorstep: options in, report out."""

from __future__ import annotations

import gc

from doorstep import stopping

if __name__ == "__main__":
    stopping.listen()  # before the rest is read, which takes a moment
    # Modules and entries are kept to the end, so looking for what nobody needs finds nothing.
    gc.set_threshold(100_000)

import os
import sys
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from doorstep import speaking
from doorstep.explaining import explained
from doorstep.options import (
    A_PATH,
    NOTHING_TO_MEND,
    OUR_FAULT,
    PROBLEMS_FOUND,
    Options,
    guide_options,
    site_options,
)
from doorstep.reasons import why

if TYPE_CHECKING:
    from doorstep.pdfs.making import PdfMaker
    from doorstep.problems import Problem

# What a command needs is imported when it runs, so that --help answers at once.

LAYOUTS = Path(__file__).resolve().parent / "layouts"
KINDS = ("group", "event", "green-space", "place", "help", "story", "page")

COMMANDS_IN = {
    "answering": ("answer", "shelf"),
    "area_mapping": ("area-map",),
    "check_up": ("check-up",),
    "comparing": ("changes", "pictures"),
    "conversing": ("conversation",),
    "form_writing": ("forms",),
    "guide_starting": ("new-guide",),
    "importing": ("import",),
    "not_listing": ("do-not-list",),
    "numbering": ("number",),
    "photo_cleaning": ("clean-photos",),
    "previewing": ("serve",),
    "upkeep": ("upkeep",),
}
"""The other commands, by the module in doorstep/commands/ that each is in."""


class BuildUnlessSaid(click.Group):
    """A group whose command is "build" when none is named; others are read when they are."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in order."""
        return sorted([*super().list_commands(ctx), *chain.from_iterable(COMMANDS_IN.values())])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, here or in a module of its own."""
        for module, names in COMMANDS_IN.items():
            if cmd_name in names:
                there = vars(import_module(f"doorstep.commands.{module}")).values()
                commands = (one for one in there if isinstance(one, click.Command))
                return next(one for one in commands if one.name == cmd_name)
        return super().get_command(ctx, cmd_name)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put "build" before options that come without a command."""
        if not args or (args[0].startswith("-") and args[0] not in ("-h", "--help")):
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


@cli.command()
@guide_options
@site_options
@click.option("--strict", is_flag=True, help="Build nothing when anything keeps an entry out.")
@click.option("--summary", type=A_PATH, help="Add what was left out to this file, as Markdown.")
@click.option("--pdf", is_flag=True, help="Make a PDF of every sheet as well.")
def build(
    options: Options, out: Path, url: str | None, strict: bool, summary: Path | None, pdf: bool
) -> None:
    """Build the site; entries with a problem are left out and named.

    \b
    Example:
      python build.py build --out _site --url https://name.github.io/guide/
      python build.py build --pdf
    """
    from doorstep.reports import as_markdown
    from doorstep.site import publish

    config = options.settings(url)
    options.say_more(f"Reading {options.content} as on {options.day(config)}.")
    checked = options.checked(config)
    _tell(options, checked.problems)
    if summary:
        with summary.open("a", encoding="utf-8", errors="replace") as file:
            file.write(as_markdown(checked.problems))
    if checked.would_empty(out):
        click.echo(
            f"Nothing on the website has changed. There are no entries in {options.content}."
        )
        sys.exit(PROBLEMS_FOUND)
    if (strict and checked.errors) or checked.loses_too_much:
        click.echo(checked.kept_words)
        sys.exit(PROBLEMS_FOUND)
    maker = _pdf_maker(options) if pdf else None
    told = (checked, options.day(config), LAYOUTS, out, options.processes)
    remember = options.memory(checked, LAYOUTS, out, pdf=maker is not None)
    site = publish(*told, pdf_maker=maker, remember=remember)
    click.echo(checked.done_words(site.count, out))


def _pdf_maker(options: Options) -> type[PdfMaker] | None:
    """Return what makes PDFs, or say what to install first: everything else can be built."""
    from doorstep.pdfs.readiness import what_is_missing

    if missing := what_is_missing():
        options.say(missing)
        return None
    from doorstep.pdfs.making import PdfMaker

    return PdfMaker


def _tell(options: Options, problems: tuple[Problem, ...]) -> None:
    from doorstep.problems import Level
    from doorstep.reports import as_text

    told = [problem for problem in problems if not options.quiet or problem.level is Level.ERROR]
    if told:
        click.echo(as_text(told))


@cli.command()
@guide_options
@click.option(
    "--format", "report_format", type=click.Choice(["text", "github", "markdown", "json"]),
    default="text", show_default=True, help="How to say it.",
)  # fmt: skip
def check(options: Options, report_format: str) -> None:
    """Say what is wrong in the content, without building anything.

    \b
    Example:
      python build.py check --format text
    """
    from doorstep.reports import REPORTS

    checked = options.checked(options.settings(report=report_format))
    options.say_more(f"Read {len(checked.draft.entries)} entries.")
    if not options.quiet or checked.errors:
        click.echo(REPORTS[report_format](checked.problems), nl=False)
    sys.exit(PROBLEMS_FOUND if checked.errors else NOTHING_TO_MEND)


@cli.command()
@guide_options
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("title")
def new(options: Options, kind: str, title: str) -> None:
    """Write the file of a new entry, with the next free number, to fill in.

    \b
    Example:
      python build.py new group "Tea and talk"
    """
    from doorstep.kinds import Kind
    from doorstep.new_entries import NotNew, write_new_entry

    config = options.settings()
    try:
        draft = options.checked(config).draft
        path = write_new_entry(draft, Kind(kind), title, options.day(config))
    except NotNew as reason:
        click.echo(str(reason))
        sys.exit(PROBLEMS_FOUND)
    click.echo(path)
    options.say("Fill it in, then say: python build.py check")


def main() -> int:
    """Run a command; say what went wrong on this computer in one sentence."""
    # Before a library starts as many threads as there are cores, with memory for each …
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # … and another looks through all that is installed for what would change how it works.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    outlets = speaking.begin()
    ended = _ended()
    stopping.stop_listening()
    if reason := speaking.unheard(outlets):
        click.echo(f"Not all that there was to say could be said: {why(reason)}.", err=True)
        return OUR_FAULT
    return ended


def _ended() -> int:
    """Run a command, and return what it ends with."""
    try:
        return int(cli.main(standalone_mode=False) or NOTHING_TO_MEND)
    except SystemExit as left:
        return int(left.code or NOTHING_TO_MEND)
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except click.Abort:  # somebody left the questions of a command
        return _stopped(PROBLEMS_FOUND)
    except stopping.Stopped as told:
        return _stopped(told.exit_code)
    except Exception as reason:  # the edge: all that is left is for us to explain
        if cause := stopping.behind(reason):
            return _stopped(cause.exit_code)
        click.echo(explained(reason), err=True)
        return OUR_FAULT


def _stopped(exit_code: int) -> int:
    click.echo(stopping.SAID, err=True)
    return exit_code


if __name__ == "__main__":
    exit_code = main()
    gc.freeze()  # all memory is given back at once: nothing has to be looked through for it
    sys.exit(exit_code)
