"""Work and a number of seconds -> the work, or TooSlow when it keeps the computer busy for longer.

Only time that the computer spends on the work counts: on a busy machine the same work takes longer
on the clock, and a guide must come out the same. Where a system has no such watch, or outside the
main thread, nothing is watched; limits on the length of everything keep reading quick without it.
Nor does Python clear up meanwhile: what lies about is that of the whole guide, and to look through
it would be charged to the entry that happens to be read.
"""

from __future__ import annotations

import gc
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


AGAIN = 0.1
"""Seconds after which it is raised again, if it was dropped while an object was thrown away."""


class TooSlow(BaseException):
    """The time is over. No Exception, because a library may catch those as its own."""


class _Bell:
    """What rings when the time is over; a process has one."""

    is_minded = False
    """Whether the signal comes here."""
    may_ring = False

    def ring(self, _number: int, _frame: FrameType | None) -> None:
        """Stop what goes on, unless it is done: a signal may be late."""
        if self.may_ring:
            raise TooSlow


_bell = _Bell()


@contextmanager
def minded() -> Iterator[None]:
    """Get ready for many stopwatches at once: it takes longer than most of what they time."""
    if _bell.is_minded or not _can_watch():
        yield
        return
    before = signal.signal(signal.SIGPROF, _bell.ring)
    try:
        _bell.is_minded = True
        yield
    finally:
        _bell.is_minded = False
        signal.signal(signal.SIGPROF, before)


@contextmanager
def stopwatch(seconds: float) -> Iterator[None]:
    """Stop what goes on inside with TooSlow when it has kept the computer busy for so long."""
    if not _can_watch():
        yield
        return
    with minded():
        clears_up = gc.isenabled()
        try:
            gc.disable()
            _bell.may_ring = True
            signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
            yield
        finally:
            _bell.may_ring = False
            signal.setitimer(signal.ITIMER_PROF, 0)
            if clears_up:
                gc.enable()


def _can_watch() -> bool:
    is_main = threading.current_thread() is threading.main_thread()
    return is_main and hasattr(signal, "setitimer")
