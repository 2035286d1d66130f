"""What one renderer makes of one thing -> its files, and what has to stay for them to stay."""

from __future__ import annotations

import os
import shutil
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from doorstep.files import make_folder, write
from doorstep.outputs import RENDERERS
from doorstep.outputs.offline import noted
from doorstep.tracing import trace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Drawn:
    """The files that one renderer made of one thing."""

    files: tuple[File, ...]
    """What they were when they were written."""
    asked: frozenset[Question]
    """What the renderer asked of the guide; of what was drawn earlier the memory knows it."""
    notes: Mapping[str, Piece]
    """What there is to know of those that phones keep."""


def drawn_in(folder: Path, press: Press) -> Callable[[Sequence[tuple[int, Any]]], list[Drawn]]:
    """Return what draws a share of the site into a folder."""

    def draw(share: Sequence[tuple[int, Any]]) -> list[Drawn]:
        made = {""}
        return [_drawn(folder, press, made, *each) for each in share]

    return draw


def _drawn(folder: Path, press: Press, made: set[str], place: int, item: Any) -> Drawn:
    notes: dict[str, Piece] = {}
    with trace() as asked:
        outputs = list(noted(press.guide, RENDERERS[place].draw(press, item), notes))
    write(folder, outputs, made)
    files = tuple(_left_in(folder, output.path) for output in outputs)
    return Drawn(files, frozenset(asked), notes)


def _left_in(folder: Path, path: str) -> File:
    status = os.lstat(f"{folder}/{path}")
    # A link, or a file that not everybody may read, is none of ours.
    size = status.st_size if stat.S_IMODE(status.st_mode) & 0o444 == 0o444 else -1
    return File(path, size if stat.S_ISREG(status.st_mode) else -1, status.st_mtime_ns)


def taken_over(drawn: Drawn, out: Path, folder: Path, made: set[str]) -> bool:
    """Put what was drawn into a fresh folder as it is in the old site, if it is still there."""
    put: list[str] = []
    try:
        if any(_left_in(out, file.path) != file for file in drawn.files):
            return False
        for file in drawn.files:
            make_folder(folder, file.path.rpartition("/")[0], made)
            put.append(f"{folder}/{file.path}")
            _link_or_copy(f"{out}/{file.path}", put[-1])
    except OSError:  # whatever it was: it is drawn
        for path in put:
            _remove(path)
        return False
    return True


def _link_or_copy(old: str, new: str) -> None:
    try:
        os.link(old, new)
    except OSError:  # some file systems know no second name for a file
        shutil.copy2(old, new)


def _remove(path: str) -> None:
    if os.path.lexists(path):
        os.unlink(path)  # noqa: PTH108
