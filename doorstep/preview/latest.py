"""The latest edition of a guide -> its pages, drawn when looked at, until its site is made."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.asides import Aside, Outcome
from doorstep.explaining import explained
from doorstep.preview.news import Report
from doorstep.workers import can_fork

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from doorstep.editions import Edition
    from doorstep.outputs.work import Drawer
    from doorstep.site import Site


GRACE = 0.5
"""Seconds that a browser has for itself, to ask for its page and show it, before a site begins."""


class Making(Struct, frozen=True):
    """A site that could be made."""

    edition: Edition
    """What draws any of its files now."""
    make: Callable[[], Site]
    """Makes all of it."""
    made_words: Callable[[Site], str]
    """What to say when it is made."""


class Look(Struct, frozen=True):
    """What came of one look at what is written."""

    report: Report
    """What to say of it."""
    making: Making | None
    """The site to make of it; None where none can be made."""


class Latest:
    """The latest edition, renewed by one thread and looked at by many.

    A page that an older site had is drawn at once, by what drew it then. Whoever asks for
    anything else waits for the new site, which another process makes meanwhile.
    """

    def __init__(self, announce: Callable[[str], None], tell: Callable[[Report], None]) -> None:
        """Take whom to tell that a site is made, and whom why it could not be."""
        self._announce, self._tell = announce, tell
        self._change = threading.Condition()
        self._making: Making | None = None
        self._aside: Aside | None = None
        self._drawers: Mapping[str, Drawer] = {}
        self._is_rehearsed = False
        self._is_over = False

    def renew(self, look: Callable[[], Look]) -> None:
        """Look again, tell what came of it, and begin to make the site that there is to make."""
        with self._change:  # pages wait: nothing else is worked out while somebody looks
            found = look()
        if found.making is None:
            self._tell(found.report)
        elif can_fork():
            self._show(found.report, found.making)
        else:
            outcome = _outcome_of(found.making)
            self._tell(found.report)
            self._made(found.making, outcome)

    def content(self, path: str) -> bytes | None:
        """Return what a file of the latest edition holds; None where the site has it by now."""
        with self._change:
            if self._making is None:
                return None
            with suppress(Exception):  # whoever makes the site meets the same, and tells it
                drawn = self._making.edition.content(path, self._drawers.get(path))
                if drawn is not None:
                    return drawn
            self._change.wait_for(lambda: self._making is None or self._is_over)
        return None

    def end(self) -> None:
        """Let nobody wait any longer."""
        with self._change:
            self._is_over = True
            self._change.notify_all()
        self._give_up()

    def _show(self, report: Report, making: Making) -> None:
        with self._change:
            self._making = making
            self._tell(report)
        self._give_up()  # later: it clears away first
        with self._change:  # nothing is half drawn in the memory that the other process gets
            self._change.wait_for(lambda: self._is_over, GRACE)
            self._rehearse(making.edition)
            self._aside = Aside(making.make, lambda outcome: self._made(making, outcome))

    def _rehearse(self, edition: Edition) -> None:
        """Be ready for the first edit, while nothing can be shown but the site that is made now."""
        if not self._is_rehearsed:
            self._is_rehearsed = True
            with suppress(Exception):  # whoever makes the site meets the same, and tells it
                edition.rehearse()

    def _give_up(self) -> None:
        if self._aside:
            self._aside.give_up()
            self._aside = None

    def _made(self, making: Making, outcome: Outcome) -> None:
        fault = outcome.fault
        with self._change:
            if fault is None:
                self._drawers = outcome.result.drawers
            if self._making is making:
                self._making = None  # without a new site, there is the old one to see
                self._change.notify_all()
        if fault is None:
            self._announce(making.made_words(outcome.result))
        elif isinstance(fault, Exception):
            words = explained(fault)
            self._tell(Report(problems=(words,), summary=words, is_published=False))


def _outcome_of(making: Making) -> Outcome:
    try:
        return Outcome(0, making.make())
    except Exception as fault:  # it is told, and the preview goes on
        return Outcome(0, fault=fault)
