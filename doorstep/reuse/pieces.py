"""What one renderer makes of one thing -> its files, and what has to stay for them to stay."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct

from doorstep.files import write
from doorstep.outputs import RENDERERS
from doorstep.outputs.offline import noted
from doorstep.tracing import trace

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path

    from doorstep.outputs import Press
    from doorstep.outputs.offline import Piece
    from doorstep.tracing import Question


class File(NamedTuple):
    """A file of the site as it was left there; whoever touches it changes one of these."""

    path: str
    size: int
    written: int
    """Nanoseconds since 1970."""


class Drawn(Struct, frozen=True):
    """The files that one renderer made of one thing."""

    files: tuple[File, ...]
    """What they were when they were written."""
    notes: Mapping[str, Piece]
    """What there is to know of those that phones keep."""
    asked: bytes = b""
    """What the renderer asked of the guide: places in the memory's list of all questions."""


class Fresh(NamedTuple):
    """What was drawn a moment ago."""

    drawn: Drawn
    asked: frozenset[Question]


def drawn_in(
    folder: Path, press: Press, folders: Collection[str]
) -> Callable[[Sequence[tuple[int, Any]]], list[Fresh]]:
    """Return what draws a share of the site into a folder that has these folders already."""

    def draw(share: Sequence[tuple[int, Any]]) -> list[Fresh]:
        made = set(folders)
        return [_drawn(folder, press, made, *each) for each in share]

    return draw


def _drawn(folder: Path, press: Press, made: set[str], place: int, item: Any) -> Fresh:
    notes: dict[str, Piece] = {}
    with trace() as asked:
        outputs = list(noted(press.guide, RENDERERS[place].draw(press, item), notes))
    write(folder, outputs, made)
    files = tuple(left_in(folder, output.path) for output in outputs)
    return Fresh(Drawn(files, notes), frozenset(asked))


def left_in(folder: Path, path: str) -> File:
    """Return what a file is like now; a size of -1 says that it cannot be one of ours."""
    status = os.lstat(f"{folder}/{path}")
    # A link, or a file that not everybody may read, is none of ours.
    size = status.st_size if stat.S_IMODE(status.st_mode) & 0o444 == 0o444 else -1
    return File(path, size if stat.S_ISREG(status.st_mode) else -1, status.st_mtime_ns)
