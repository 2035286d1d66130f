"""Two copies of a guide's files -> the message of what changes between them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.answers.message import Message
from doorstep.checking import check_site
from doorstep.comparisons.changes import changes_for_readers
from doorstep.comparisons.settings import settings_changed
from doorstep.loading import read_config
from doorstep.reports import in_order
from doorstep.site import guide_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from doorstep.checking import Checked
    from doorstep.config import SiteConfig
    from doorstep.guide import Guide
    from doorstep.problems import Problem


class Copy(Struct, frozen=True):
    """One copy of a guide's files."""

    site: Path
    """Its settings."""
    content: Path
    """The folder of its entries."""


def message_about(
    before: Copy, after: Copy, day: Callable[[SiteConfig], date], jobs: int
) -> Message:
    """Return what changes for readers between two copies, and what is to be mended in the later.

    Both are read on the same day, so that nothing differs but what was written.
    """
    config, problems = read_config(after.site)
    if config is None:
        return Message.about(in_order(problems))
    today = day(config)
    now = check_site(config, after.content, today, jobs)
    was_config, _ = read_config(before.site)
    if was_config is None:
        return Message.about(now.problems)
    was = check_site(was_config, before.content, today, jobs)
    return _compared(was, now, _news(before, after, was, now), today)


def _compared(was: Checked, now: Checked, problems: list[Problem], today: date) -> Message:
    before, after = _guide(was, today), _guide(now, today)
    waiting = _waiting(now)
    return Message.of(
        changes_for_readers(before, after, waiting),
        settings_changed(before.config, after.config),
        problems,
        len(waiting & before.catalogue.by_slug.keys()),
    )


def _guide(checked: Checked, today: date) -> Guide:
    # Nothing is drawn: style sheets and scripts are not asked for.
    return guide_of(checked, today, assets={}, sizes=defaultdict(int))


def _waiting(checked: Checked) -> set[str]:
    """Return the slugs of entries that are there, and left out until they are mended."""
    published = {entry.slug for entry in checked.entries}
    written = {entry.slug for entry in checked.draft.entries}
    return (written | checked.draft.left_out.keys()) - published


def _news(before: Copy, after: Copy, was: Checked, now: Checked) -> list[Problem]:
    """Return the problems of files that differ, and those that the change makes elsewhere."""
    known = {_told(problem) for problem in was.problems}
    return [
        problem
        for problem in now.problems
        if _told(problem) not in known or _differs(before, after, problem.file)
    ]


def _told(problem: Problem) -> tuple[str, str, str]:
    return problem.file, problem.rule, problem.message


def _differs(before: Copy, after: Copy, file: str) -> bool:
    """Say whether a file is another one in the later copy, as far as it can be read."""
    inside = file.partition("/")[2]
    was, now = before.content / inside, after.content / inside
    try:
        return was.read_bytes() != now.read_bytes()
    except OSError:
        return now.is_file()
