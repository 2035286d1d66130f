"""The command that writes GitHub's forms anew: forms."""

from __future__ import annotations

from pathlib import Path

import click

from doorstep.options import A_PATH, Options, guide_options

FOLDER = Path(".github/ISSUE_TEMPLATE")


@click.command()
@guide_options
@click.option("--into", type=A_PATH, default=FOLDER, show_default=True, help="Where they are kept.")
def forms(options: Options, into: Path) -> None:
    """Write the forms by which people with a GitHub account add and change entries.

    They are made from the kinds of entry and from the topics and areas of site.yaml.

    \b
    Example:
      python build.py forms
    """
    from doorstep.forms.issue_forms import issue_form_files

    into.mkdir(parents=True, exist_ok=True)
    files = issue_form_files(options.settings())
    for old in set(into.glob("*.yml")) - {into / name for name in files}:
        old.unlink()
    for name, text in files.items():
        (into / name).write_text(text, encoding="utf-8", newline="\n")
    options.say(f"There are {len(files)} forms in {into}.")
