"""A signal to stop -> an ending in good order: whatever was begun is cleared away first."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

SIGNALS = frozenset(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""Ctrl-C, what a computer sends before it kills, and what a closed window sends."""

SAID = "Stopped, as it was told to. Nothing is left half done."
"""What a command says last."""


class Stopped(BaseException):
    """Somebody, or the computer, told this command to stop."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number

    @property
    def exit_code(self) -> int:
        """What shells know a command by that a signal ended."""
        return 128 + self.number


def behind(raised: BaseException) -> Stopped | None:
    """Return the signal that is the cause of something else that was raised.

    Python 3.11 makes a RuntimeError of whatever is raised while a class is being made.
    """
    cause: BaseException | None = raised
    while cause is not None:
        if isinstance(cause, Stopped):
            return cause
        cause = cause.__cause__
    return None


SOON = 0.01
"""Seconds after which a signal is raised again that was dropped."""


def listen() -> None:
    """Let a signal to stop be raised where the command is, once, instead of ending it at once."""
    owner = os.getpid()

    def stop(number: int, _frame: FrameType | None) -> None:
        if os.getpid() != owner:  # a worker has nothing of its own to clear away
            os._exit(128 + number)
        _hear(_take_no_notice)  # a second one would disturb the clearing away
        raise Stopped(number)

    _hear(stop)
    sys.excepthook, sys.unraisablehook = _end_unasked, _raise_again


def _hear(whom: Callable[[int, FrameType | None], None]) -> None:
    for each in SIGNALS:
        if signal.getsignal(each) is not signal.SIG_IGN:  # nohup, or a command in the background
            signal.signal(each, whom)


def _take_no_notice(_number: int, _frame: FrameType | None) -> None:
    """Let a signal pass. Were it ignored, Python would complain of one that had come by then."""


def stop_listening() -> None:
    """Let nothing disturb what is left to do: signals come too late from here on."""
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, 0)


@contextmanager
def undisturbed() -> Iterator[Callable[[], object]]:
    """Lend a way to keep signals waiting, from when it is called until the block is left."""
    if sys.platform == "win32":
        yield lambda: None
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    waiting = {*SIGNALS, signal.SIGALRM}  # one that was dropped comes again with an alarm
    try:
        yield lambda: signal.pthread_sigmask(signal.SIG_BLOCK, waiting)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_unasked(kind: type[BaseException], raised: BaseException, trace: Any) -> None:
    """End where nobody waits for it yet, as while a command is still being read."""
    if told := behind(raised):
        sys.stderr.write(f"{SAID}\n")
        os._exit(told.exit_code)
    sys.__excepthook__(kind, raised, trace)


def _raise_again(dropped: sys.UnraisableHookArgs) -> None:
    """Raise it a moment later where Python drops it: while it throws an object away, or forks."""
    told = dropped.exc_value
    if not isinstance(told, Stopped):
        sys.__unraisablehook__(dropped)
    elif sys.platform == "win32":
        _end_unasked(Stopped, told, None)
    else:
        signal.signal(signal.SIGALRM, lambda *_: _raise(Stopped(told.number)))
        signal.setitimer(signal.ITIMER_REAL, SOON)


def _raise(stopped: Stopped) -> None:
    raise stopped
