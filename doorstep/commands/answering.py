"""The answer and shelf commands, for workflows on GitHub: a run's event -> words and pictures."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import click

from doorstep.options import A_PATH, Options, guide_options

# What a command needs is imported when it runs, so that --help answers at once.

left_option = click.option(
    "--left", type=A_PATH, required=True, help="The folder with what the other run left behind."
)


@click.command()
@guide_options
@left_option
def answer(options: Options, left: Path) -> None:
    """Say on a change what it does, in one comment: for a workflow on GitHub.

    \b
    Example:
      python build.py answer --left answer
    """
    from doorstep.answers.answering import answer as say_it
    from doorstep.forge import GitHub

    say_it(_event(), left, GitHub.of_this_run(), options.settings())


@click.group()
def shelf() -> None:
    """Keep the pictures of changes that are open: for workflows on GitHub.

    \b
    Example:
      python build.py shelf put --left answer
      python build.py shelf take-off
    """


@shelf.command()
@left_option
def put(left: Path) -> None:
    """Keep the pictures of a change, and forget those of changes that are closed.

    \b
    Example:
      python build.py shelf put --left answer
    """
    from doorstep.answers.answering import keep_pictures
    from doorstep.forge import GitHub

    keep_pictures(_event(), left, GitHub.of_this_run(), _remote())


@shelf.command()
def take_off() -> None:
    """Forget the pictures of the change that was closed.

    \b
    Example:
      python build.py shelf take-off
    """
    from doorstep.portraits.shelf import take_off_shelf

    take_off_shelf(int(_event()["pull_request"]["number"]), _remote())


def _event() -> Any:
    """Return what GitHub says has happened."""
    return json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))


def _remote() -> str:
    return f"{os.environ['GITHUB_SERVER_URL']}/{os.environ['GITHUB_REPOSITORY']}.git"
