"""The do-not-list commands: what is known of a group -> whether it asked not to be listed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import reduce, wraps
from typing import TYPE_CHECKING, Any

import click

from doorstep.options import NOTHING_TO_MEND, PROBLEMS_FOUND, Options, guide_options

if TYPE_CHECKING:
    from doorstep.do_not_list import DoNotList, Group, Trait

# What a command needs is imported when it runs, so that --help answers at once.

Command = Callable[..., None]


@click.group("do-not-list")
def do_not_list() -> None:
    """Keep the list of groups that asked not to be in the guide.

    The list says nothing of who they are: see docs/do-not-list.md.

    \b
    Example:
      python build.py do-not-list check --title "Tea and talk"
    """


_KNOWN_BY = (
    click.option("--title", multiple=True, help="A name it goes by."),
    click.option("--phone", multiple=True, help="A number that is only its own."),
    click.option("--email", multiple=True, help="An e-mail address of its own."),
    click.option("--website", multiple=True, help="A web page of its own."),
    click.option(
        "--source", type=(str, str), multiple=True, metavar="FROM ID",
        help="What an imported entry says below source: from and id.",
    ),
)  # fmt: skip


def _known_by(command: Command) -> Command:
    """Hand a command the traits that were typed."""

    @wraps(command)
    def with_traits(options: Options, **typed: Any) -> None:
        from doorstep.do_not_list.traits import NotATrait, traits_told

        names = ("title", "phone", "email", "website", "source")
        told = {f"{name}s": typed.pop(name) for name in names}
        try:
            traits = traits_told(**told)
        except NotATrait as reason:
            raise click.UsageError(str(reason)) from None
        if not traits:
            raise click.UsageError("Say what the group is known by, such as --title NAME.")
        command(options, traits, **typed)

    return reduce(lambda made, option: option(made), reversed(_KNOWN_BY), with_traits)


@do_not_list.command()
@guide_options
@_known_by
@click.option("--asked", default="", help="How it asked and who heard it, without its name.")
def add(options: Options, traits: frozenset[Trait], asked: str) -> None:
    """Put a group on the list, by all that it is known by.

    \b
    Example:
      python build.py do-not-list add --title "Tea and talk" --asked "by phone, Amina"
    """
    from doorstep.do_not_list.keeping import NotKept, with_group, write_list
    from doorstep.reports import as_text

    listed = _whole_list(options)
    config = options.settings()
    try:
        after = with_group(listed, traits, options.day(config), asked)
        click.echo(f"{write_list(options.content, after)} has it now: {_told(after.groups[-1])}.")
    except NotKept as reason:
        click.echo(str(reason))
        sys.exit(PROBLEMS_FOUND)
    problems = options.checked(config).problems
    if there := [problem for problem in problems if problem.rule == "asked-not-to-be-listed"]:
        click.echo(as_text(there))
        options.say("Delete what the guide says of it, and what leads there.")


@do_not_list.command("check")
@guide_options
@_known_by
def check_listed(options: Options, traits: frozenset[Trait]) -> None:
    """Say whether a group is on the list, and since when; it ends with 1 if so.

    \b
    Example:
      python build.py do-not-list check --title "Tea and talk"
    """
    groups = _whole_list(options).groups_with(traits)
    for group in groups:
        click.echo(f"It is on the list: {_told(group)}.")
    if not groups:
        click.echo("It is not on the list.")
    sys.exit(PROBLEMS_FOUND if groups else NOTHING_TO_MEND)


@do_not_list.command()
@guide_options
@_known_by
def remove(options: Options, traits: frozenset[Trait]) -> None:
    """Take a group off the list, which has changed its mind.

    \b
    Example:
      python build.py do-not-list remove --title "Tea and talk"
    """
    from doorstep.do_not_list.keeping import without_groups, write_list

    listed = _whole_list(options)
    groups = listed.groups_with(traits)
    if not groups:
        click.echo("It is not on the list, so nothing has changed.")
        sys.exit(PROBLEMS_FOUND)
    path = write_list(options.content, without_groups(listed, groups))
    for group in groups:
        click.echo(f"{path} no longer has it: {_told(group)}.")


def _whole_list(options: Options) -> DoNotList:
    """Return the list, or show what to mend in it and leave."""
    from doorstep.do_not_list import read_do_not_list
    from doorstep.reports import as_text

    listed = read_do_not_list(options.content)
    if not listed.is_whole:
        click.echo(as_text(listed.problems))
        sys.exit(PROBLEMS_FOUND)
    return listed


def _told(group: Group) -> str:
    sorts = list(dict.fromkeys(mark.sort for mark in group.marks))
    asked = f", {group.asked}" if group.asked else ""
    return f"{', '.join(sorts)} (since {group.on}{asked})"
