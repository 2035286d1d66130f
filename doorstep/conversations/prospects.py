"""A commit beside the guide as it is -> what would change for readers, and what would be wrong."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.checking import check_site
from doorstep.comparisons.changes import changes_for_readers
from doorstep.problems import Level
from doorstep.site import guide_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from doorstep.checking import Checked
    from doorstep.comparisons.changes import EntryChange
    from doorstep.config import SiteConfig
    from doorstep.problems import Problem

CONTENT = "content"
"""The folder of the entries in the repository."""


class Prospect(Struct, frozen=True):
    """The guide as it would be."""

    checked: Checked
    changes: tuple[EntryChange, ...]
    """What changes for readers."""
    stops: tuple[Problem, ...]
    """What would be wrong that is not wrong already."""

    @property
    def pages(self) -> list[str]:
        """The paths of pages that are written anew."""
        return [change.path for change in self.changes if change.path and not change.follows]


def guide_in(folder: Path, config: SiteConfig, today: date, jobs: int) -> Checked:
    """Return the guide whose files are in a folder, read and checked whole."""
    return check_site(config, folder / CONTENT, today, jobs)


def prospect(was: Checked, now: Checked, today: date) -> Prospect:
    """Return what changes between the guide as it is and as it would be.

    Both were read on the same day, so that nothing differs but what was written.
    """
    known = {_told(problem) for problem in was.errors}
    stops = tuple(problem for problem in now.errors if _told(problem) not in known)
    before, after = (guide_of(one, today, assets={}, sizes=defaultdict(int)) for one in (was, now))
    return Prospect(now, changes_for_readers(before, after, _waiting(now)), stops)


def _told(problem: Problem) -> tuple[str, str, str, Level]:
    return problem.file, problem.rule, problem.message, problem.level


def _waiting(checked: Checked) -> set[str]:
    """Return the slugs of entries that are there, and left out until they are mended."""
    published = {entry.slug for entry in checked.entries}
    written = {entry.slug for entry in checked.draft.entries}
    return (written | checked.draft.left_out.keys()) - published
