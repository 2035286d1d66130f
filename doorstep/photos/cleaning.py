"""Photos among the entries -> the same files, pixel for pixel, without what is hidden in them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorstep.photos.drawing import check_pixels, refuse_what_is_too_much
from doorstep.photos.formats import bared, dressed
from doorstep.photos.places import photos_below, read_photo
from doorstep.photos.refusals import PhotoNotRead
from doorstep.photos.whereabouts import says_where

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cleaned:
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
        try:
            data = read_photo(path)
            cleaned = without_hidden_data(data)
        except PhotoNotRead as reason:
            yield Cleaned(path, left_because=str(reason))
            continue
        if cleaned != data:
            _replace(path, cleaned)
            yield Cleaned(path, len(data) - len(cleaned), says_where(data))


def without_hidden_data(data: bytes) -> bytes:
    """Return a photo's file with the same pixels, colours and way up, and nothing more."""
    bare = bared(data)
    refuse_what_is_too_much(bare)
    check_pixels(bare)
    return dressed(bare)


def _replace(path: Path, content: bytes) -> None:
    # The name starts with a dot, so that a guide being read meanwhile does not see it.
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(content)
    shutil.copymode(path, fresh)
    fresh.replace(path)
