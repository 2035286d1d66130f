"""No photo says where it was taken: everyone can read the files of a guide, and for good."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from doorstep.photos.places import ends_of, photos_below, photos_beside
from doorstep.problems import Level, Problem
from doorstep.sources.file_names import printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from doorstep.drafts import Draft

_FIX = "Take the place out, and send it again. How to do that on a phone is in docs/photos.md."


def check(draft: Draft) -> Iterator[Problem]:
    """Yield an error for every photo with a place, whether or not an entry shows it.

    It stands on the photo's own file, so that no entry is left out: what is published of the photo
    has no place in it.
    """
    for path, file in (*_below(draft.content), *_beside(draft.content)):
        if _says_where(path):
            about = printable(path.name)
            message = f"The photo “{about}” says where it was taken, and everyone could read that."
            yield Problem(
                printable(file), 1, 1, Level.ERROR, "photo-place", message, _FIX, about=about
            )


def _below(content: Path) -> Iterator[tuple[Path, str]]:
    name = content.name or content.resolve().name
    for path in photos_below(content):
        yield path, f"{name}/{path.relative_to(content).as_posix()}"


def _beside(content: Path) -> Iterator[tuple[Path, str]]:
    top = content.resolve().parent
    for path in photos_beside(content):
        yield path, path.relative_to(top).as_posix()


def _says_where(path: Path) -> bool:
    try:
        facts = path.stat()
        # While a guide is being written a photo may be replaced by another of the same name.
        return _says_where_as_of(path, facts.st_mtime_ns, facts.st_size)
    except OSError:
        return False  # it is told as a photo that cannot be opened


@lru_cache(maxsize=4096)
def _says_where_as_of(path: Path, _changed: int, _bytes: int) -> bool:
    from doorstep.photos.whereabouts import says_where  # late: many guides have no photo

    return says_where(ends_of(path))
