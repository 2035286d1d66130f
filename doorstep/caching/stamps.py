"""A file -> what the file system says of it, by which it is known again without being read."""

from __future__ import annotations

import os
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

UNSETTLED = 2_000_000_000
"""Nanoseconds in which a file may change again and look the same: clocks of disks are coarse."""

_STAMP = struct.Struct(">QqqQ")


def stamp(path: Path | str) -> bytes:
    """Return what the file system says of a file: its size, its times and its place."""
    try:
        status = os.stat(path)  # noqa: PTH116 - a Path makes one more step for each file
    except OSError:
        return b""
    return _STAMP.pack(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def is_settled(seen: bytes, taken: int) -> bool:
    """Say whether a file that looks as it did at a time cannot have changed since.

    The time is in nanoseconds since 1970.
    """
    times: tuple[int, ...] = _STAMP.unpack(seen)[1:3]
    return max(times) + UNSETTLED < taken
