"""A folder in which an older site stands -> what of it may stay, with the rest cleared away."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct, field

from doorstep.reuse.pieces import left_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from doorstep.outputs import Output
    from doorstep.reuse.pieces import Drawn, File

FOLDER_MODE = 0o755
"""What everybody may do with a folder of a site: as it is where a folder is made anew."""


class Standing(Struct, frozen=True):
    """What stands in a folder that the next site is drawn into."""

    files: set[str] = field(default_factory=set)
    """The files that are as they are wanted."""
    folders: set[str] = field(default_factory=lambda: {""})
    """All folders: to remove those that are wanted again, and to make them, takes long."""
    emptied: list[str] = field(default_factory=list)
    """Those of them in which nothing was left, from the innermost."""


class Wanted(Struct, frozen=True):
    """What the next site has that an older one may have had."""

    folder: Path
    """Where it is looked for."""
    drawn: Mapping[str, File]
    """What the last site had and has still, by path."""
    known: Mapping[str, bytes]
    """What else is known before anything is drawn, by path."""

    def __contains__(self, path: str) -> bool:
        """Say whether a file in the folder is just as the next site wants it."""
        if path in self.drawn:
            return left_in(self.folder, path) == self.drawn[path]
        if path not in self.known:
            return False
        content = self.known[path]
        is_as_long = left_in(self.folder, path).size == len(content)
        return is_as_long and (self.folder / path).read_bytes() == content


def standing_in(folder: Path, same: Iterable[Drawn], others: Iterable[Output]) -> Standing:
    """Return what may stay in a folder, and clear away every other file.

    What was drawn is known by what the file system says of it; of other outputs every byte is read.
    """
    drawn = {file.path: file for one in same for file in one.files}
    known = {output.path: output.content for output in others}
    standing = Standing()
    _clear(str(folder), "", Wanted(folder, drawn, known), standing)
    return standing


def _clear(folder: str, inside: str, wanted: Wanted, standing: Standing) -> bool:
    """Clear one folder, and say whether anything has stayed in it."""
    if os.stat(folder).st_mode & 0o777 != FOLDER_MODE:  # noqa: PTH116 - a Path for each is slow
        os.chmod(folder, FOLDER_MODE)  # noqa: PTH101
    with os.scandir(folder) as parts:
        stay = [_stays(part, inside, wanted, standing) for part in list(parts)]
    return any(stay)


def _stays(part: os.DirEntry[str], inside: str, wanted: Wanted, standing: Standing) -> bool:
    path = inside + part.name
    if part.is_dir(follow_symlinks=False):
        stays = _clear(part.path, f"{path}/", wanted, standing)
        standing.folders.add(path)
        if not stays:
            standing.emptied.append(path)
    elif stays := path in wanted:
        standing.files.add(path)
    else:
        os.unlink(part.path)  # noqa: PTH108
    return stays


def remove_empty(folder: Path, standing: Standing) -> None:
    """Remove the folders in which still nothing is."""
    for path in standing.emptied:
        with suppress(OSError):  # something is in it by now
            os.rmdir(f"{folder}/{path}")  # noqa: PTH106
