"""The new-guide command: five answers, typed or given as options -> a guide of one's own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from doorstep.commands.form_writing import FOLDER, forms
from doorstep.options import A_PATH, PROBLEMS_FOUND, Options, guide_options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorstep.new_guide.answers import Answers
    from doorstep.new_guide.questions import Question

# What a command needs is imported when it runs, so that --help answers at once.


@click.command("new-guide")
@guide_options
@click.option("--name", envvar="GUIDE_NAME", help="What the guide is called.")
@click.option("--help-line", envvar="GUIDE_HELP_LINE", help="Who answers, the number, and when.")
@click.option("--where", envvar="GUIDE_WHERE", help="Its middle, as a map's address or degrees.")
@click.option("--kept-by", envvar="GUIDE_KEPT_BY", help="Who keeps it: a name, a colon, people.")
@click.option("--address", envvar="GUIDE_ADDRESS", help="Where it will be published.")
@click.option("--repository", envvar="GITHUB_REPOSITORY", help="Where its files are: OWNER/NAME.")
@click.option(
    "--summary", type=A_PATH, envvar="GITHUB_STEP_SUMMARY",
    help="Add what was done to this file, as Markdown.",
)  # fmt: skip
@click.option("--again", is_flag=True, help="Clear a guide that is not the example any more.")
def new_guide(
    options: Options,
    *,
    repository: str | None,
    summary: Path | None,
    again: bool,
    **typed: str | None,
) -> None:
    """Clear the example and start a guide of one's own, with the answers to five questions.

    Without options the questions are asked here, one at a time. Only content/, site.yaml and the
    forms that are made from it change.

    \b
    Example:
      python build.py new-guide
      python build.py new-guide --name "Elm Park guide" --where 53.7020,-3.3000 …
    """
    from doorstep.new_guide.questions import Unanswered
    from doorstep.new_guide.starting import NotStarted, refuse_what_is_nobodys_example

    try:
        if not again:
            refuse_what_is_nobodys_example(options.site, options.content)
        told = _start(options, _answers(options, repository, typed))
    except Unanswered as reasons:
        _refuse(reasons.told, summary)
    except NotStarted as reason:
        _refuse({"Start a guide": str(reason)}, summary)
    _add_to(summary, told)


def _answers(options: Options, repository: str | None, typed: Mapping[str, str | None]) -> Answers:
    """Return what the options say, or what a person answers when there are none."""
    from doorstep.new_guide.addresses import origin_of
    from doorstep.new_guide.questions import questions, read_answers

    kept = repository or origin_of(options.content.resolve().parent)
    if any(typed.values()):
        return read_answers({name: words or "" for name, words in typed.items()}, kept)
    answers = read_answers({one.name: _ask(one) for one in questions(kept)}, kept)
    _agree(answers)
    return answers


def _ask(question: Question) -> str:
    from doorstep.new_guide.wrong_answers import NotUnderstood

    click.echo(f"\n{question.asks}\n  Such as: {question.example}", err=True)
    while True:
        typed: str = click.prompt(question.label, default="", show_default=False, err=True)
        try:
            click.echo(f"  Read as: {question.said(question.answered(typed))}", err=True)
        except NotUnderstood as reason:
            click.echo(f"  {reason}", err=True)
        else:
            return typed


def _agree(answers: Answers) -> None:
    from doorstep.new_guide.questions import read_back

    click.echo("", err=True)
    for label, said in read_back(answers):
        click.echo(f"{label}: {said}", err=True)
    if not click.confirm("Is all of that right?", default=True, err=True):
        click.echo("Nothing has changed. Begin again when you are ready.")
        sys.exit(PROBLEMS_FOUND)


def _start(options: Options, answers: Answers) -> str:
    """Make the guide, say what was done, and return the same as Markdown."""
    from datetime import datetime

    from doorstep.new_guide.starting import start_guide
    from doorstep.new_guide.telling import as_markdown, as_text

    day = options.today or datetime.now().astimezone()
    started = start_guide(answers, options.site, options.content, day.date())
    _write_forms(options)
    click.echo(as_text(answers, started))
    return as_markdown(answers, started)


def _write_forms(options: Options) -> None:
    """Write GitHub's forms anew: those of the example give its forum's phone number."""
    folder = options.site.resolve().parent / FOLDER
    if folder.is_dir():
        context = click.get_current_context()
        context.invoke(forms, site=options.site, quiet=options.quiet, into=folder)


def _refuse(told: Mapping[str, str], summary: Path | None) -> NoReturn:
    from doorstep.new_guide.telling import refused_as_markdown

    for label, words in told.items():
        click.echo(f"{label}: {words}")
    _add_to(summary, refused_as_markdown(told))
    sys.exit(PROBLEMS_FOUND)


def _add_to(summary: Path | None, markdown: str) -> None:
    if summary:
        with summary.open("a", encoding="utf-8") as file:
            file.write(markdown)
