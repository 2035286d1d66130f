"""The name of a lock file -> a turn of one's own: one process at a time, no file left behind."""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

from doorstep.stopping import undisturbed

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BETWEEN_TRIES = 0.05


class StillTaken(BlockingIOError):  # noqa: N818 - a name that reads as a sentence
    """Another process has the lock, and keeps it."""


@contextmanager
def turn(lock: Path, *, patience: float) -> Iterator[None]:
    """Wait until nobody else has the lock; raise StillTaken after `patience` seconds."""
    deadline = time.monotonic() + patience
    with ExitStack() as kept:
        while not _is_taken(lock, kept):
            if time.monotonic() > deadline:
                raise StillTaken(errno.EWOULDBLOCK, "still held by another", str(lock))
            time.sleep(BETWEEN_TRIES)
        yield


def _is_taken(lock: Path, kept: ExitStack) -> bool:
    """Take the lock if nobody has it, to be let go when `kept` is."""
    with undisturbed() as keep_signals_waiting:
        keep_signals_waiting()
        handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
        if not _is_ours(handle, lock):
            os.close(handle)
            return False
        _held.add(handle)
        kept.callback(_let_go, handle, lock)
        return True


def _let_go(handle: int, lock: Path) -> None:
    _held.discard(handle)
    # Removed while still held, so that nobody's new lock is removed in its place.
    with suppress(OSError):  # Windows keeps a file that is open
        lock.unlink()
    os.close(handle)


def _is_ours(handle: int, lock: Path) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # Whoever had it before has removed it: a lock without its name keeps nobody out.
        return os.path.samestat(os.fstat(handle), lock.stat())
    except (BlockingIOError, PermissionError, FileNotFoundError):
        return False


_held: set[int] = set()


def _let_go_after_fork() -> None:
    """Leave the lock with its owner: a worker that outlives a killed owner must not keep it."""
    while _held:
        os.close(_held.pop())


if sys.platform != "win32":
    os.register_at_fork(after_in_child=_let_go_after_fork)
