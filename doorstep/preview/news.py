"""The report of each build -> the latest news, for every open page that waits for it."""

from __future__ import annotations

import secrets
import threading

from msgspec import Struct


class Report(Struct, frozen=True):
    """What came of one build, worded for a person."""

    problems: tuple[str, ...]
    """One block of text for each thing to mend."""

    summary: str
    """The whole build in one line."""

    is_published: bool
    """Whether there is a new site to look at."""


class Bulletin(Struct, frozen=True):
    """The latest report, and the name of the site that is being shown."""

    number: int
    edition: str
    report: Report


class News:
    """The latest bulletin; told by one thread, awaited by many."""

    def __init__(self) -> None:
        # Pages outlive the server: without a name of its own, the third site of this
        # server would pass for the third of the one before.
        self._run = secrets.token_hex(4)
        self._change = threading.Condition()
        self._latest = Bulletin(0, f"{self._run}-0", Report((), "", is_published=False))
        self._is_over = False

    @property
    def latest(self) -> Bulletin:
        """What is known now."""
        return self._latest

    @property
    def is_over(self) -> bool:
        """Whether no more news will come."""
        return self._is_over

    def tell(self, report: Report) -> None:
        """Let every page that waits know what came of a build."""
        with self._change:
            number, edition = self._latest.number + 1, self._latest.edition
            if report.is_published:
                edition = f"{self._run}-{number}"
            self._latest = Bulletin(number, edition, report)
            self._change.notify_all()

    def end(self) -> None:
        """Let every page that waits know that nothing more will come."""
        with self._change:
            self._is_over = True
            self._change.notify_all()

    def wait(self, known: int, seconds: float) -> Bulletin:
        """Return the latest bulletin: a newer one than `known`, unless none came in time."""
        with self._change:
            self._change.wait_for(lambda: self._is_over or self._latest.number > known, seconds)
            return self._latest
