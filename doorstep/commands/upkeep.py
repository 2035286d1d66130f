"""The upkeep commands, which workflows run by the clock -> one thing kept up to date on GitHub."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from doorstep.options import A_PATH, Options, guide_options

if TYPE_CHECKING:
    from doorstep.config import SiteConfig
    from doorstep.guide import Guide

# What a command needs is imported when it runs, so that --help answers at once.


@click.group()
def upkeep() -> None:
    """Keep a guide on GitHub going: its round, reminders, links and schedules.

    These are for the workflows. They ask GitHub with the token in GH_TOKEN.

    \b
    Example:
      python build.py upkeep round
    """


@upkeep.command("round")
@guide_options
def keep_round(options: Options) -> None:
    """Keep the one issue of the monthly round up to date.

    \b
    Example:
      python build.py upkeep round
    """
    from doorstep.forge import GitHub
    from doorstep.upkeep import round_issue
    from doorstep.upkeep.rounds import round_of

    config = options.settings()
    number = round_issue.keep_round(GitHub.of_this_run(), round_of(_guide(options, config)))
    if number is None:
        click.echo("The round of this month is done: somebody closed its issue.")
    else:
        click.echo(f"The round is in issue {number}.")


@upkeep.command()
@guide_options
def reminders(options: Options) -> None:
    """Remind, once, of what people sent and nobody looked at for three days.

    \b
    Example:
      python build.py upkeep reminders
    """
    from doorstep.forge import GitHub
    from doorstep.upkeep.reminders import remind

    reminded = remind(GitHub.of_this_run(), options.settings(), datetime.now(UTC))
    click.echo(f"Reminded of {len(reminded)}.")


@upkeep.command()
@guide_options
@click.option("--into", type=A_PATH, required=True, help="Where to write which lead nowhere.")
def visit(options: Options, into: Path) -> None:
    """Visit every link to another site, one at a time, and write down which lead nowhere.

    \b
    Example:
      python build.py upkeep visit --into links.json
    """
    from doorstep.upkeep.link_notes import as_file, dead_links
    from doorstep.upkeep.links import in_turn, links_of
    from doorstep.upkeep.visits import Visitor

    config = options.settings()
    guide = _guide(options, config)
    found = Visitor(config.url).visited(in_turn(links_of(guide), guide.today.month))
    dead = dead_links(found)
    into.write_text(as_file(dead), encoding="utf-8")
    click.echo(f"Visited {len(found)} addresses. {len(dead)} need a look.")


@upkeep.command()
@click.option("--from", "file", type=A_PATH, required=True, help="What `upkeep visit` wrote.")
def links(file: Path) -> None:
    """Note on the round which links to other sites lead nowhere.

    \b
    Example:
      python build.py upkeep links --from links.json
    """
    from doorstep.forge import GitHub
    from doorstep.upkeep.link_notes import from_file, keep_links

    number = keep_links(GitHub.of_this_run(), from_file(file.read_text(encoding="utf-8")))
    if number is None:
        click.echo("There is no issue of a round to note them on.")
    else:
        click.echo(f"The links are noted in issue {number}.")


@upkeep.command()
@click.option(
    "--workflows", type=A_PATH, default=".github/workflows", show_default=True,
    help="The folder of the workflows.",
)  # fmt: skip
def schedules(workflows: Path) -> None:
    """Ask GitHub to go on running what runs by the clock.

    \b
    Example:
      python build.py upkeep schedules
    """
    from doorstep.forge import GitHub
    from doorstep.upkeep.schedules_alive import keep_alive

    kept = keep_alive(GitHub.of_this_run(), workflows)
    click.echo(f"These go on by the clock: {', '.join(kept) or 'none'}.")


def _guide(options: Options, config: SiteConfig) -> Guide:
    from doorstep.site import guide_of

    return guide_of(options.checked(config), options.day(config), assets={}, sizes={})
