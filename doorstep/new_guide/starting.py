"""Answers -> a new guide in the place of the example: made and checked beside it, then swapped."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.checking import check_site
from doorstep.git import git_told
from doorstep.loading import read_config
from doorstep.new_guide.starter_guide import SETTINGS, content_files, settings_text
from doorstep.problems import Level
from doorstep.swaps import exchange

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from doorstep.new_guide.answers import Answers
    from doorstep.problems import Problem

WORKING = ".doorstep-new-guide"
"""What the folder beside content/ is called, in which a new guide is made."""


class NotStarted(ValueError):  # noqa: N818 - a name that reads as a sentence
    """Says why everything was left as it is."""


class Started(Struct, frozen=True):
    """What was done."""

    cleared: int
    """Files of the example that were taken away."""
    written: tuple[str, ...]
    """Files that the guide begins with."""


def refuse_what_is_nobodys_example(site: Path, content: Path) -> None:
    """Raise NotStarted unless this is the example, with nothing in it that would be lost."""
    config, _ = read_config(site)
    if config is None or not config.example:
        raise NotStarted(f"This is a guide of your own already, not the example. {_AGAIN}")
    if own := _unkept(site, content):
        more = f" and {len(own) - 1} more" if len(own) > 1 else ""
        message = f"“{own[0]}”{more} would be lost: the guide's history does not have it as it is."
        raise NotStarted(f"{message} {_AGAIN}")


_AGAIN = "Nothing has changed. To clear it all the same, add --again."


def _unkept(site: Path, content: Path) -> list[str]:
    """Return what was written here and is nowhere else; nothing is known of it without Git."""
    asked = ("status", "--porcelain", "-z", "--untracked-files=all")
    files = str(content.resolve()), str(site.resolve())
    told = git_told(content.parent, *asked, "--", *files)
    return [line[3:] for line in told.split("\0") if line]


def start_guide(answers: Answers, site: Path, content: Path, today: date) -> Started:
    """Put the guide that the answers make in the place of the one that is here."""
    folder = content.resolve().parent / WORKING
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        written = _make(answers, folder)
        _refuse_with(_problems_of(folder, today))
        cleared = sum(path.is_file() for path in content.rglob("*"))
        _put_in_place(folder, site, content)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return Started(cleared, written)


def _make(answers: Answers, folder: Path) -> tuple[str, ...]:
    files = {f"content/{name}": text for name, text in content_files(answers)}
    files[SETTINGS] = settings_text(answers)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return tuple(sorted(files))


def _problems_of(folder: Path, today: date) -> Sequence[Problem]:
    config, problems = read_config(folder / SETTINGS)
    if config is None:
        return problems
    checked = check_site(config, folder / "content", today, jobs=1)
    return [*problems, *(one for one in checked.problems if one.level < Level.NOTE)]


def _refuse_with(problems: Sequence[Problem]) -> None:
    if problems:
        told = " ".join(f"{problem.message} {problem.fix}".strip() for problem in problems)
        raise NotStarted(f"Nothing has changed. The new guide would not be right: {told}")


def _put_in_place(folder: Path, site: Path, content: Path) -> None:
    """Let the new guide change places with the old one.

    The settings come last: killed before, the old ones still say that this is the example, and the
    same command begins again.
    """
    fresh, content = folder / "content", content.resolve()
    if not content.exists():
        fresh.rename(content)
    elif not exchange(fresh, content):
        content.rename(folder / "old")
        fresh.rename(content)
    (folder / SETTINGS).replace(site.resolve())
