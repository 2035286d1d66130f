"""What a computer answers when it will not do something -> why, in plain words."""

from __future__ import annotations

import errno
import re

WHY = {
    errno.EAGAIN: "too much is going on at once on this computer",
    errno.ENOSPC: "there is no room left on the disk",
    errno.EDQUOT: "there is no room left for you on the disk",
    errno.EFBIG: "there is no room on the disk for a file of that size",
    errno.EROFS: "that disk can be read but not written to",
    errno.EACCES: "this computer does not let you do that there",
    errno.EPERM: "this computer does not let you do that there",
    errno.EMFILE: "too many files are open at once on this computer",
    errno.ENFILE: "too many files are open at once on this computer",
    errno.ENAMETOOLONG: "a name is longer than that disk can hold",
    errno.ENOENT: "there is no such file or folder",
    errno.ENOTDIR: "part of that address is a file, not a folder",
    errno.EISDIR: "that is a folder, not a file",
    errno.EEXIST: "part of that address is not a folder",
    errno.ELOOP: "links there lead round in a circle",
    errno.EBUSY: "the folder of the site is in use or is a disk of its own",
    errno.EXDEV: "the folder of the site is a disk of its own",
    errno.ENOMEM: "it ran out of memory",
    errno.EIO: "the disk or the other end does not answer as it should",
}
"""Error numbers of POSIX, where a person can do something about them."""

OUT_OF_MEMORY = re.compile(
    r"failed to map segment|Cannot allocate memory|can't start new thread"
    # Python's own, where what is written in C had no memory left to say so with (SystemError).
    r"|error return without exception set|returned NULL without setting an exception"
)
"""How libraries say it that have no number for it."""


def why(refusal: OSError) -> str:
    """Return the reason for a refusal, as the end of a sentence."""
    return WHY.get(refusal.errno or 0, "the computer stopped it")


def is_want_of_memory(reason: Exception) -> bool:
    """Say whether something went wrong for want of memory, however it was put."""
    if isinstance(reason, MemoryError):
        return True
    return OUT_OF_MEMORY.search(str(reason)) is not None
