"""Two folders -> each under the other's name, in one step where the computer has such a step."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = RENAME_SWAP = 2  # Linux and macOS have a name each
NO_SUCH_STEP = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change names; return false, with nothing done, where that is unknown."""
    try:
        outcome = _call(os.fsencode(one), os.fsencode(other))
    except AttributeError:  # a C library from before 2018
        return False
    reason = ctypes.get_errno()
    if outcome and reason not in NO_SUCH_STEP:
        raise OSError(reason, os.strerror(reason), str(other))
    return not outcome


def _call(one: bytes, other: bytes) -> int:
    if sys.platform == "win32":
        raise AttributeError("Windows swaps no folders")
    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        return int(libc.renamex_np(one, other, ctypes.c_uint(RENAME_SWAP)))
    here = ctypes.c_int(AT_FDCWD)
    return int(libc.renameat2(here, one, here, other, ctypes.c_uint(RENAME_EXCHANGE)))
