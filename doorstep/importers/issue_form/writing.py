"""A path below the content folder and a text -> that one file on disk, whole, and nothing else."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING

from doorstep.kinds import KIND_IN
from doorstep.slugs import is_slug

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENTRY = re.compile(r"([a-z-]+)/([a-z0-9-]+)\.(md|yaml|yml)")


class NotWritten(ValueError):  # noqa: N818 - a name that reads as a sentence
    """Says why a file was not written."""


def write_entry(content: Path, path: str, text: str) -> Path:
    """Write the file of one entry whole or not at all, and return where it is.

    A link in the way is never followed, so that no words from outside land anywhere else.
    """
    found = _ENTRY.fullmatch(path)
    if found is None or found[1] not in KIND_IN or not is_slug(found[2]):
        raise NotWritten(f"“{path}” is not the name of an entry's file.")
    file = content / path
    if not os.path.lexists(file.parent):
        file.parent.mkdir()
    if odd := next(_not_ordinary(file), None):
        raise NotWritten(f"{odd} is a link or something else that is not ordinary.")
    _replace(file, text.encode())
    return file


def _not_ordinary(file: Path) -> Iterator[Path]:
    if not stat.S_ISDIR(file.parent.lstat().st_mode):
        yield file.parent
    elif file.is_symlink() or (file.exists() and not stat.S_ISREG(file.lstat().st_mode)):
        yield file


def _replace(file: Path, raw: bytes) -> None:
    # The name starts with a dot, so that a guide being read meanwhile does not see it.
    descriptor, fresh = mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(raw)
        Path(fresh).chmod(file.stat().st_mode & 0o777 if file.exists() else 0o644)
        Path(fresh).replace(file)
    except OSError:
        Path(fresh).unlink(missing_ok=True)
        raise
