"""One job in a process of its own -> its outcome, told when it is there; it can be given up."""

from __future__ import annotations

import multiprocessing
import threading
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

from doorstep import stopping
from doorstep.stopping import Stopped
from doorstep.workers import Outcome, WorkerLost, sendable

__all__ = ["Aside", "Outcome"]

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

GRACE = 10.0
"""Seconds that a job has to clear away what it began."""


class Aside:
    """A job that is being done while whoever began it goes on with something else.

    It has the memory of whoever began it, as it was then. What it writes there nobody else sees.
    """

    def __init__(self, job: Callable[[], Any], tell: Callable[[Outcome], None]) -> None:
        """Begin the job; `tell` is called with what became of it, in a thread of its own."""
        fork = multiprocessing.get_context("fork")
        self._line, there = fork.Pipe(duplex=False)
        self._is_given_up = False
        with there:  # the job has its own end: when it is gone, nobody has
            self._process = fork.Process(target=_do, args=(job, there))
            self._process.start()
        self._listener = threading.Thread(target=self._listen, args=(tell,), name="aside")
        self._listener.start()

    def give_up(self) -> None:
        """End the job if it has not ended; nothing is told of it any more."""
        self._is_given_up = True
        self._process.terminate()
        self._process.join(GRACE)
        self._process.kill()
        self._process.join()
        self._listener.join()

    def _listen(self, tell: Callable[[Outcome], None]) -> None:
        with closing(self._line):
            try:
                outcome: Outcome = self._line.recv()
            except (EOFError, OSError):
                outcome = Outcome(0, fault=WorkerLost("It ended before its work did."))
        was_stopped = isinstance(outcome.fault, Stopped)  # with us, by Ctrl-C
        if not (self._is_given_up or was_stopped):
            tell(outcome)


def _do(job: Callable[[], Any], line: Connection) -> None:
    stopping.listen()  # it clears away what it began, as any command does
    try:
        outcome = Outcome(0, job())
    except BaseException as fault:  # the edge of a process: it is told where the work is wanted
        outcome = Outcome(0, fault=sendable(fault))
    stopping.stop_listening()
    with suppress(OSError):  # whoever began it may be gone
        line.send(outcome)
