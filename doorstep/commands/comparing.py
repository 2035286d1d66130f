"""The changes and pictures commands: what was typed -> what a change does to the guide."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from doorstep.options import A_PATH, OUR_FAULT, Options, guide_options

# What a command needs is imported when it runs, so that --help answers at once.


@click.command()
@guide_options
@click.option("--before", type=A_PATH, required=True, help="A folder with the guide as it was.")
@click.option("--report", type=A_PATH, help="Write it to this file as well, as JSON.")
def changes(options: Options, before: Path, report: Path | None) -> None:
    """Say what changes for readers since another copy of the guide's files.

    The other folder has its own site.yaml and content/.

    \b
    Example:
      python build.py changes --before ../guide-as-it-was
      python build.py changes --before was --report message.json
    """
    from doorstep.answers.comment import found_in
    from doorstep.answers.looking import Copy, message_about
    from doorstep.answers.message import as_json

    was = Copy(before / "site.yaml", before / "content")
    now = Copy(options.site, options.content)
    message = message_about(was, now, options.day, options.processes)
    if report:
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(as_json(message), encoding="utf-8")
    click.echo(found_in(message))


@click.command()
@click.option("--report", type=A_PATH, required=True, help="What “changes” wrote.")
@click.option("--out", type=A_PATH, default="_site", show_default=True, help="The built site.")
@click.option("--into", type=A_PATH, required=True, help="The folder for the pictures.")
def pictures(report: Path, out: Path, into: Path) -> None:
    """Take a picture of each page that changes, as it looks on a phone.

    \b
    Example:
      python build.py pictures --report message.json --out _site --into pictures
    """
    from doorstep.answers.message import read_message
    from doorstep.portraits.taking import NoPortrait, find_browser, take_portraits

    browser = find_browser()
    if not browser:
        click.echo("There is no Chrome or Chromium on this computer to take pictures.", err=True)
        sys.exit(OUR_FAULT)
    told = read_message(report.read_bytes()).entry_changes
    paths = [change.path for change in told if change.path and not change.follows]
    try:
        taken = take_portraits(out, paths, into, browser)
    except NoPortrait as reason:
        click.echo(str(reason), err=True)
        sys.exit(OUR_FAULT)
    click.echo("\n".join(map(str, taken)))
