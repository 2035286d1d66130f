"""The conversation commands, for a workflow on GitHub: an event -> answers, changes, a guide."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from doorstep.options import A_PATH, OUR_FAULT, Options, guide_options

if TYPE_CHECKING:
    from doorstep.conversations.events import Event
    from doorstep.conversations.offices import Office

# What a command needs is imported when it runs, so that --help answers at once.

LAYOUTS = Path(__file__).resolve().parents[2] / "layouts"

AN_EVENT = click.Path(path_type=Path, exists=True, dir_okay=False)

TOO_MUCH = "Somebody changes things all the time. Run this again once it is quiet."


@click.group()
def conversation() -> None:
    """Talk with people about the forms they send: for a workflow on GitHub.

    \b
    Example:
      python build.py conversation answer event.json --out result.txt
      python build.py conversation tell event.json
    """


@conversation.command()
@guide_options
@click.argument("event_file", type=AN_EVENT)
@click.option("--out", type=A_PATH, required=True, help="Add to this file what is to be done next.")
def answer(options: Options, event_file: Path, out: Path) -> None:
    """Answer a form, make a change of it, and put it live once somebody said yes.

    \b
    Example:
      python build.py conversation answer event.json --out result.txt
    """
    from doorstep.conversations.offices import MovedMeanwhile
    from doorstep.conversations.running import Outcome, converse

    event = _event(event_file)
    try:
        outcome = converse(event, _office(options)) if event else Outcome()
    except MovedMeanwhile:
        click.echo(TOO_MUCH, err=True)
        sys.exit(OUR_FAULT)
    with out.open("a", encoding="utf-8") as file:
        file.write(f"live={'yes' if outcome.is_live else 'no'}\n")


@conversation.command()
@guide_options
@click.argument("event_file", type=AN_EVENT)
def tell(options: Options, event_file: Path) -> None:
    """Say on a form that what it says is live, with the link, and close it.

    \b
    Example:
      python build.py conversation tell event.json
    """
    from doorstep.conversations.telling import tell_it_is_live

    if event := _event(event_file):
        tell_it_is_live(event, _office(options))


def _event(file: Path) -> Event | None:
    from doorstep.conversations.events import read_event

    return read_event(json.loads(file.read_text(encoding="utf-8")))


def _office(options: Options) -> Office:
    from doorstep.conversations.offices import Office
    from doorstep.forge import GitHub
    from doorstep.portraits.taking import find_browser

    config, forge = options.settings(), GitHub.of_this_run()
    address = f"{os.environ['GITHUB_SERVER_URL']}/{forge.repository}"
    return Office(
        forge=forge,
        config=config,
        today=options.day(config),
        repository=forge.repository,
        address=address,
        remote=f"{address}.git",
        layouts=LAYOUTS,
        browser=find_browser(),
        jobs=options.processes,
    )
