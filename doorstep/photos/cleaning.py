"""Photos among the entries -> the same files, pixel for pixel, without what is hidden in them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.photos.drawing import check_pixels, refuse_what_is_too_much
from doorstep.photos.formats import bared, dressed
from doorstep.photos.places import is_left_behind, photos_below, read_photo
from doorstep.photos.refusals import PhotoNotRead
from doorstep.photos.whereabouts import says_where

if TYPE_CHECKING:
    from pathlib import Path


class Cleaned(Struct, frozen=True):
    """What became of one photo."""

    path: Path
    """Its file."""
    taken_out: int = 0
    """Bytes that are not in the file any more."""
    said_where: bool = False
    """Whether it said where it was taken."""
    left_because: str = ""
    """Why it was left as it is; "" when it was not."""


def clean_photos(content: Path) -> Iterator[Cleaned]:
    """Take what is hidden out of every photo, and yield those that had something or were left."""
    for path in photos_below(content):
        if done := _cleaned(path):
            yield done


def _cleaned(path: Path) -> Cleaned | None:
    data = b""
    try:
        data = read_photo(path)
        fresh = without_hidden_data(data)
    except PhotoNotRead as reason:
        is_no_matter = is_left_behind(path.name) and not says_where(data)
        return None if is_no_matter else Cleaned(path, left_because=str(reason))
    return _replaced(path, data, fresh) if fresh != data else None


def without_hidden_data(data: bytes) -> bytes:
    """Return a photo's file with the same pixels, colours and way up, and nothing more."""
    bare = bared(data)
    refuse_what_is_too_much(bare)
    check_pixels(bare)
    return dressed(bare)


def _replaced(path: Path, before: bytes, after: bytes) -> Cleaned:
    # The name starts with a dot, so that a guide being read meanwhile does not see it.
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.write_bytes(after)
        shutil.copymode(path, fresh)
        fresh.replace(path)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
        return Cleaned(path, left_because="this computer could not write it anew")
    return Cleaned(path, len(before) - len(after), says_where(before))
