"""site.yaml and content/ -> every entry that can be published, and everything that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.caching import FORGETFUL
from doorstep.checks import run_checks
from doorstep.checks.numbers_once import owners_of_numbers
from doorstep.loading import load_draft
from doorstep.private_details.withholding import withheld
from doorstep.problems import Level, Problem
from doorstep.reports import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from doorstep.caching import FileCache
    from doorstep.config import SiteConfig
    from doorstep.drafts import Draft
    from doorstep.entries import Entry
    from doorstep.loading import Loaded

MOST_LOST = 1 / 5
"""A build that would drop more than this share of the entries …"""

FEW_LOST = 5
"""… and at least so many, is a slip in one place: it leaves the published site as it is."""


class Checked(Struct, frozen=True):
    """A guide that was read and checked whole."""

    draft: Draft
    """Every entry that could be read."""
    entries: tuple[Entry, ...]
    """Those that can be published."""
    problems: tuple[Problem, ...]
    """What is wrong, in the order to tell it."""

    @property
    def lost(self) -> int:
        """How many entries are left out."""
        return self.draft.lost + len(self.draft.entries) - len(self.entries)

    @property
    def loses_too_much(self) -> bool:
        """Whether so much is left out that the published site had better stay."""
        if any(problem.rule == "no-content" for problem in self.errors):
            return True
        written = self.lost + len(self.entries)
        return self.lost >= FEW_LOST and self.lost > written * MOST_LOST

    def would_empty(self, out: Path) -> bool:
        """Say whether this would put nothing in the place of a site that is there already."""
        return not self.entries and (out / "index.html").exists()

    @property
    def errors(self) -> list[Problem]:
        """What keeps entries from being published."""
        return [problem for problem in self.problems if problem.level is Level.ERROR]

    @property
    def kept_words(self) -> str:
        """What to say when the published site stays as it is."""
        entries = "1 entry needs" if self.lost == 1 else f"{self.lost} entries need"
        needs = entries if self.lost else "Something beside the entries needs"
        words = (
            f"Nothing on the website has changed. {needs} a word from you before it can go live."
        )
        slip = " So many at once may be one slip in a place that all of them share."
        return words + slip if self.loses_too_much else words

    def done_words(self, count: int, out: Path) -> str:
        """What to say when the site is made: where it is, how much it holds, what it leaves out."""
        return f"The guide is in {out}: {self._held}, {count:,} files.{self._left_out}"

    @property
    def shown_words(self) -> str:
        """What to say when pages are shown of which no site is made yet."""
        return f"Shown as it is now: {self._held}.{self._left_out}"

    @property
    def _held(self) -> str:
        number = len(self.entries)
        return "1 entry" if number == 1 else f"{number:,} entries"

    @property
    def _left_out(self) -> str:
        return f" Left out: {self.lost}." if self.lost else ""


def check_site(
    config: SiteConfig,
    content: Path,
    today: date,
    jobs: int,
    *,
    cache: FileCache[Loaded] = FORGETFUL,
) -> Checked:
    """Read every entry and say everything that is wrong with them."""
    return check_draft(*load_draft(config, content, today, jobs, cache=cache))


def check_draft(draft: Draft, unreadable: Sequence[Problem]) -> Checked:
    """Say everything that is wrong with entries that were read; `unreadable` is said already."""
    wrong = draft.discreetly(run_checks(draft))
    problems = tuple(in_order(withheld([*unreadable, *wrong], draft.today)))
    return Checked(draft, tuple(_publishable(draft, wrong)), problems)


def _publishable(draft: Draft, problems: Iterable[Problem]) -> Iterator[Entry]:
    """Yield entries that no check stops, each with a number only where the number is its own."""
    stopped, owners = draft.stopped_by(problems), owners_of_numbers(draft)
    for entry in draft.entries:
        if entry.origin in stopped:
            continue
        is_its_own = entry.number is None or owners[entry.number] is entry
        yield entry if is_its_own else entry.model_copy(update={"number": None})
