"""What makes a site -> a fingerprint: the program, its layouts, Python and what is installed."""

from __future__ import annotations

import os
import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE = Path(__file__).resolve().parent.parent


def fingerprint(*told: bytes | str) -> bytes:
    """Return 16 bytes that tell these apart from any others, each by itself."""
    digest = blake2b(digest_size=16)
    for one in told:
        data = one if isinstance(one, bytes) else one.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.digest()


@cache
def program() -> bytes:
    """Return the fingerprint of all that runs when a site is made."""
    return fingerprint(sys.version, *_installed(), files_in(_HERE))


def files_in(folder: Path) -> bytes:
    """Return the fingerprint of all sources below a folder: their names and what they hold."""
    paths = sorted(_files_below(str(folder)))
    return fingerprint(*(part for path in paths for part in (path, Path(path).read_bytes())))


def _installed() -> list[str]:
    """Return the name and version of everything that is installed."""
    homes = (home for home in sys.path if home.endswith(("site-packages", "dist-packages")))
    names = (name for home in homes if os.path.isdir(home) for name in os.listdir(home))  # noqa: PTH112, PTH208 - nine times as fast
    return sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))


def _files_below(folder: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        for one in found:
            if not one.is_dir():
                yield one.path
            elif one.name != "__pycache__":
                yield from _files_below(one.path)
