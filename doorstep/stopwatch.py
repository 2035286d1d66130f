"""Work and a number of seconds -> the work, or TooSlow when it keeps the computer busy for longer.

Only time that the computer spends on the work counts: on a busy machine the same work takes longer
on the clock, and a guide must come out the same. Where a system has no such watch, or outside the
main thread, nothing is watched; limits on the length of everything keep reading quick without it.
"""

from __future__ import annotations

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


@contextmanager
def stopwatch(seconds: float) -> Iterator[None]:
    """Stop what goes on inside with TooSlow when it has kept the computer busy for so long."""
    if not _can_watch():
        yield
        return
    is_running = True

    def stop(_number: int, _frame: FrameType | None) -> None:
        # A signal may be late: what is done by then shall not be undone.
        if is_running:
            raise TooSlow

    before = signal.signal(signal.SIGPROF, stop)
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
        yield
    finally:
        is_running = False
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _can_watch() -> bool:
    is_main = threading.current_thread() is threading.main_thread()
    return is_main and hasattr(signal, "setitimer")
