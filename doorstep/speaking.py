"""Where a command says things -> a place that never stops the work, whatever becomes of it."""

from __future__ import annotations

import io
import os
import sys
from errno import EPIPE
from typing import Any, TextIO


class Outlet(io.FileIO):
    """A file that takes what it can: a full disk or a reader that left is noted, not raised."""

    stopped: OSError | None = None
    """Why not all that was said has come through."""

    def write(self, said: Any, /) -> int:
        """Write bytes, or drop them once it has stopped taking them."""
        if self.stopped is None:
            try:
                return super().write(said) or 0
            except OSError as reason:
                self.stopped = reason
        return memoryview(said).nbytes


def begin() -> list[Outlet]:
    """Put outlets in the place of standard output and standard error, and return them."""
    _fill_gaps()
    outlets = [Outlet(number, "wb", closefd=False) for number in (1, 2)]
    sys.stdout, sys.stderr = map(_like, outlets, (sys.stdout, sys.stderr))
    return outlets


def unheard(outlets: list[Outlet]) -> OSError | None:
    """Return why something could not be said, unless the reader had heard enough and left."""
    sys.stdout.flush()
    sys.stderr.flush()
    reasons = (outlet.stopped for outlet in outlets)
    return next((one for one in reasons if one and one.errno != EPIPE), None)


def _fill_gaps() -> None:
    """Give a closed input or output to nobody, or else the next file that is opened gets it."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _like(outlet: Outlet, stream: TextIO | None) -> TextIO:
    """Return text going into an outlet; letters that it has no place for become question marks."""
    return io.TextIOWrapper(
        io.BufferedWriter(outlet),
        encoding=stream.encoding if stream else "utf-8",
        errors="replace",
        line_buffering=True,
    )
