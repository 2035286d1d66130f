"""The command that takes out what is hidden in photos: clean-photos."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from doorstep.options import NOTHING_TO_MEND, PROBLEMS_FOUND, Options, guide_options

if TYPE_CHECKING:
    from doorstep.photos.cleaning import Cleaned


@click.command("clean-photos")
@guide_options
def clean_photos(options: Options) -> None:
    """Take out of the photos where they were taken, and all else that cannot be seen.

    What they show stays as it is, pixel for pixel. Older versions in the history keep it.

    \b
    Example:
      python build.py clean-photos
    """
    from doorstep.photos import cleaning

    done = list(cleaning.clean_photos(options.content))
    for photo in done:
        click.echo(f"{photo.path.relative_to(options.content).as_posix()}: {_said(photo)}.")
    if not done:
        options.say("There was nothing to take out.")
    sys.exit(PROBLEMS_FOUND if any(one.left_because for one in done) else NOTHING_TO_MEND)


def _said(photo: Cleaned) -> str:
    if photo.left_because:
        return f"left as it is, because {photo.left_because}"
    what = "where it was taken and all else" if photo.said_where else "all"
    return f"{what} that cannot be seen is out ({photo.taken_out:,} bytes)"
