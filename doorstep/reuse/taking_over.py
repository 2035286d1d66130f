"""What was drawn for an older site -> its files, put into the next site as they are."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from doorstep.files import make_folder
from doorstep.reuse.pieces import left_in

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.reuse.pieces import Drawn
    from doorstep.reuse.standing import Standing


def taken_over(drawn: Drawn, out: Path, folder: Path, standing: Standing) -> bool:
    """Put what was drawn into a folder as it is in the old site, if it is still there.

    What stands in that folder already stays as it is.
    """
    missing = [file for file in drawn.files if file.path not in standing.files]
    try:
        if all(left_in(out, file.path) == file for file in missing):
            for file in missing:
                make_folder(folder, file.path.rpartition("/")[0], standing.folders)
                _link_or_copy(f"{out}/{file.path}", f"{folder}/{file.path}")
            return True
    except OSError:  # whatever it was: it is drawn
        pass
    for file in drawn.files:
        _remove(f"{folder}/{file.path}")
    return False


def _link_or_copy(old: str, new: str) -> None:
    try:
        os.link(old, new)
    except OSError:  # some file systems know no second name for a file
        shutil.copy2(old, new)


def _remove(path: str) -> None:
    if os.path.lexists(path):
        os.unlink(path)  # noqa: PTH108
