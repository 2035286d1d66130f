"""The command that gives numbers to entries that went live without one: number."""

from __future__ import annotations

import click

from doorstep.options import Options, guide_options


@click.command()
@guide_options
def number(options: Options) -> None:
    """Give each entry without a number the next free one, for life.

    Entries from a form get theirs when they go live; this is for what was written by hand.

    \b
    Example:
      python build.py number
    """
    from doorstep.importers.numbering import give_numbers
    from doorstep.new_entries import next_number

    draft = options.checked(options.settings()).draft
    for given in give_numbers(draft, next_number(draft)):
        click.echo(f"No. {given.number}: {given.title}")
