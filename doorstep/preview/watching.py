"""Files and folders -> a signal for each change that somebody saves in them."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from doorstep.files import WORKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

BETWEEN_LOOKS = 0.05
"""Seconds at least: with the wait for quiet, a change is noticed a tenth of one after saving."""

REST = 6
"""How many times as long as a look takes it rests before the next: large guides take longer."""

QUIET = 0.02
"""Seconds without a change after which a file counts as saved: editors save in pieces."""

LONGEST_UNREST = 1.0

Stamp = tuple[int, int, int]
Snapshot = dict[str, Stamp]


def changes(watch: Sequence[Path], out: Path) -> Iterator[None]:
    """Yield at once, and then after each change until the caller has heard enough."""
    seen = snapshot(watch, out)
    while True:
        yield
        seen = _settled(_changed(seen, watch, out), watch, out)


def _changed(seen: Snapshot, watch: Sequence[Path], out: Path) -> Snapshot:
    """Look until something is not as it was, and leave the computer to others between two looks."""
    while True:
        began = time.thread_time()
        if (now := snapshot(watch, out)) != seen:
            return now
        time.sleep(max(BETWEEN_LOOKS, REST * (time.thread_time() - began)))


def snapshot(watch: Iterable[Path], out: Path) -> Snapshot:
    """Return what tells apart every version of every watched file."""
    found: Snapshot = {}
    for path in watch:
        if path.is_dir():
            found.update(_files_in(str(path.resolve()), str(out.resolve())))
        else:
            with suppress(OSError):
                found[str(path)] = _stamp(path.stat())
    return found


def _settled(now: Snapshot, watch: Sequence[Path], out: Path) -> Snapshot:
    deadline = time.monotonic() + LONGEST_UNREST
    while time.monotonic() < deadline:
        time.sleep(QUIET)
        before, now = now, snapshot(watch, out)
        if before == now:
            break
    return now


def _files_in(folder: str, out: str) -> Iterator[tuple[str, Stamp]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:  # gone since it was seen
        return
    for entry in entries:
        if _is_of_no_interest(entry, out):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files_in(entry.path, out)
        else:
            with suppress(OSError):
                yield entry.path, _stamp(entry.stat())


def _is_of_no_interest(entry: os.DirEntry[str], out: str) -> bool:
    name, path = entry.name, entry.path
    is_an_editors = name.startswith((".", "#")) or name.endswith("~")
    is_made = name == "__pycache__" or path == out or path.startswith(out + WORKING)
    return is_an_editors or is_made


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_size, status.st_ino
