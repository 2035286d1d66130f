"""A photo in the photos folder -> the same upright, in the sizes and formats that browsers want."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PIL import Image

from doorstep.photos.drawing import check_pixels, drawn, refuse_what_is_too_much
from doorstep.photos.formats import bared
from doorstep.photos.places import JPEG, WEBP, photo_file, read_photo

if TYPE_CHECKING:
    from doorstep.photos.bare import Bare

WIDTHS = (480, 960)
"""Pixels across: a phone, and a phone with a fine screen or a desk."""

_JPEG_QUALITY = 78
_WEBP_QUALITIES = (76, 60, 45, 30, 15, 0)
"""As good to look at as the JPEG; the lower ones are for noise, where it could be larger."""


class Rendition(Struct, frozen=True):
    """One size of a photo in one format, ready to publish."""

    width: int
    """Pixels across."""
    height: int
    """Pixels down."""
    ending: str
    """The format: jpg, which every phone shows, or webp, which is smaller."""
    content: bytes
    """The picture and nothing else."""


def photo_size(content: Path, name: str) -> tuple[int, int]:
    """Return width and height in pixels, upright; raise PhotoNotRead when it is no picture."""
    path = photo_file(content, name)
    # While a guide is being written a photo may be replaced by another of the same name.
    facts = path.stat()
    return _size_of(path, facts.st_mtime_ns, facts.st_size)


@lru_cache(maxsize=1024)
def _size_of(path: Path, _changed: int, _bytes: int) -> tuple[int, int]:
    bare = _checked(path)
    check_pixels(bare)
    return bare.upright_size


def _checked(path: Path) -> Bare:
    bare = bared(read_photo(path))
    refuse_what_is_too_much(bare)
    return bare


def renditions(content: Path, name: str) -> list[Rendition]:
    """Return a photo in the widths and formats it is published in, never larger than it is."""
    bare = _checked(photo_file(content, name))
    size = bare.upright_size
    widths = widths_of(size[0])
    largest = drawn(bare, (max(widths), height_at(max(widths), size)))
    return [made for width in widths for made in _formats(largest, width, height_at(width, size))]


def widths_of(original: int) -> list[int]:
    """Return the widths to publish a photo of this width in."""
    return sorted({min(width, original) for width in WIDTHS})


def height_at(width: int, size: tuple[int, int]) -> int:
    """Return the height of a photo of this size when it is so wide."""
    return max(1, round(size[1] * width / size[0]))


def _formats(largest: Image.Image, width: int, height: int) -> Iterator[Rendition]:
    is_smaller = (width, height) != largest.size
    image = largest.resize((width, height), Image.Resampling.LANCZOS) if is_smaller else largest
    as_jpeg = _saved(image, "JPEG", quality=_JPEG_QUALITY, optimize=True, progressive=True)
    yield Rendition(width, height, JPEG, as_jpeg)
    yield Rendition(width, height, WEBP, _smaller_webp(image, len(as_jpeg)))


def _smaller_webp(image: Image.Image, most: int) -> bytes:
    """Return the picture as WebP, in the best quality that takes fewer bytes than this."""
    made = b""
    for quality in _WEBP_QUALITIES:
        made = _saved(image, "WEBP", quality=quality, method=4)
        if len(made) < most:
            break
    return made


def _saved(image: Image.Image, file_format: str, **how: int) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, file_format, **how)
    return buffer.getvalue()
